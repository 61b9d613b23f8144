import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../components/ui/tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--cb-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['bg', 'surface', 'sunken', 'hover', 'accent-soft'];
const inks = ['danger', 'ok', 'warn', 'claim', 'person', 'organization', 'place', 'group'];
/** What stands on what, and the least contrast it needs: text 4.5, controls and focus 3 (WCAG 2.2 AA). */
const pairs: [string, string, number][] = [
  ...['text', 'muted', 'accent', 'danger'].flatMap((ink) =>
    surfaces.map((on): [string, string, number] => [ink, on, 4.5]),
  ),
  ...inks.map((ink): [string, string, number] => [ink, `${ink}-soft`, 4.5]),
  ...inks.flatMap((ink) => ['bg', 'surface'].map((on): [string, string, number] => [ink, on, 4.5])),
  ['text', 'claim-soft', 4.5],
  ['bg', 'claim', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ...['border-strong', 'focus'].flatMap((line) => surfaces.map((on): [string, string, number] => [line, on, 3])),
];

describe.each(['light', 'dark'] as const)('contrast in the %s scheme', (scheme) => {
  test.each(pairs)('%s on %s', (ink, on, least) => {
    const [one, other] = [colours.get(ink), colours.get(on)];
    if (!one || !other) throw new Error(`No token ${ink} or ${on}.`);
    expect(contrast(one[scheme], other[scheme])).toBeGreaterThanOrEqual(least);
  });
});

test('every colour has a counterpart for forced colours', () => {
  const forced = css.slice(css.indexOf('forced-colors'));
  for (const name of colours.keys()) if (name !== 'scrim') expect(forced).toContain(`--cb-${name}:`);
});
