/** The marks' style sheet against the rules it says it keeps. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colourOf, contrast, darkUpTo, lightFrom, type Tone, toneOfGround } from '../../../lib/highlight/tone';

describe('the looks of marks', () => {
  const css = readFileSync(new URL('../../../entrypoints/marks.css', import.meta.url), 'utf8');
  const plain = css.slice(0, css.indexOf('(forced-colors'));
  const rules = [...plain.matchAll(/::highlight\(claimbook-([\w-]+)-on-(\w+)\)\s*{([^}]*)}/g)];
  const lineOf = (rule: string) => /(?:underline) (\w+) (\d)px (#\w+)/.exec(rule)?.slice(1) ?? [];
  const fromHex = (hex: string) => {
    const full = hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex;
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
    return colourOf(`rgb(${red}, ${green}, ${blue})`)?.luminance ?? Number.NaN;
  };
  const grounds = Array.from({ length: 256 }, (_, grey) => colourOf(`rgb(${grey}, ${grey}, ${grey})`)?.luminance ?? 0);

  it('there are some for every kind and every ground', () => {
    for (const name of ['passage', 'actor', 'minor', 'claim', 'current'])
      for (const tone of ['light', 'mid', 'dark'])
        expect(rules.filter(([, each, on]) => each === name && on === tone)).toHaveLength(1);
  });

  it('every line keeps a contrast of 3 to 1 to every ground that it is used on', () => {
    for (const [, name, tone, rule] of rules) {
      const [, , color = ''] = lineOf(rule ?? '');
      for (const ground of grounds.filter((each) => toneOfGround(each) === (tone as Tone)))
        expect([name, tone, color, contrast(fromHex(color), ground) >= 3]).toEqual([name, tone, color, true]);
    }
  });

  it('kinds differ in the shape of their line, whatever their colour', () => {
    for (const tone of ['light', 'mid', 'dark'])
      for (const palette of ['', 'blue-', 'green-', 'violet-']) {
        const shapes = ['passage', 'actor', 'minor', 'claim', 'current'].map((name) => {
          // A passage looks the same in each palette.
          const of = tone === 'mid' || name === 'passage' ? '' : palette;
          const rule = rules.find(([, each, on]) => each === `${of}${name}` && on === tone)?.[3] ?? '';
          return lineOf(rule).slice(0, 2).join(' ');
        });
        expect(new Set(shapes).size).toBe(5);
      }
  });

  it('is the same by the borders that the code goes by', () => {
    expect([
      toneOfGround(0),
      toneOfGround(darkUpTo),
      toneOfGround(0.4),
      toneOfGround(lightFrom),
      toneOfGround(1),
    ]).toEqual(['dark', 'dark', 'mid', 'light', 'light']);
  });
});
