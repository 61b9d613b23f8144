// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { colourOf, type Tone, toneOf } from '../../../lib/highlight/tone';

describe('a computed colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(255, 255, 255, 0.9)', 1, 0.9],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(srgb 1 1 1 / 40%)', 1, 0.4],
    ['oklch(1 0 0)', 1, 1],
    ['oklch(0% 0 0 / 0.5)', 0, 0.5],
    ['rgba(0, 0, 0, 0)', 0, 0],
  ])('%s: luminance %d, opacity %d', (color, luminance, alpha) => {
    expect(colourOf(color)?.luminance).toBeCloseTo(luminance, 2);
    expect(colourOf(color)?.alpha).toBeCloseTo(alpha, 2);
  });
  it.each(['transparent', 'var(--x)', ''])('%s says nothing', (color) => expect(colourOf(color)).toBeNull());
});

describe('the ground of an element', () => {
  beforeEach(() => {
    document.body.removeAttribute('style');
  });
  const toneIn = (html: string) => {
    document.body.innerHTML = html;
    return toneOf(document.querySelector('#at') as Element);
  };
  it.each<[string, string, Tone]>([
    ['none: the window', '<p id="at">x</p>', 'light'],
    [
      'its own',
      '<div style="background: rgb(255, 255, 255)"><p id="at" style="background: rgb(20, 20, 30)">x</p></div>',
      'dark',
    ],
    ['the nearest above', '<div style="background: rgb(20, 20, 20)"><section><p id="at">x</p></section></div>', 'dark'],
    ['a grey in between', '<div style="background: rgb(128, 128, 128)"><p id="at">x</p></div>', 'mid'],
    [
      'a dark veil over white',
      '<div style="background: rgb(255, 255, 255)"><p id="at" style="background: rgba(0, 0, 0, 0.9)">x</p></div>',
      'dark',
    ],
    [
      'a thin veil over white',
      '<div style="background: rgb(255, 255, 255)"><p id="at" style="background: rgba(0, 0, 0, 0.04)">x</p></div>',
      'light',
    ],
    [
      'a picture under light text',
      '<div style="background-image: url(x.png); color: rgb(250, 250, 250)"><p id="at">x</p></div>',
      'dark',
    ],
    [
      'a picture under dark text',
      '<div style="background-image: url(x.png); color: rgb(10, 10, 10)"><p id="at">x</p></div>',
      'light',
    ],
    ['light text on the window: a dark window', '<p id="at" style="color: rgb(230, 230, 230)">x</p>', 'dark'],
  ])('%s', (_, html, tone) => expect(toneIn(html)).toBe(tone));

  it('is found through an open shadow root', () => {
    document.body.innerHTML = '<div style="background: rgb(10, 10, 10)"><x-story></x-story></div>';
    const shadow = document.querySelector('x-story')?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = '<p id="at">x</p>';
    expect(toneOf(shadow?.querySelector('#at') as Element)).toBe('dark');
  });
});
