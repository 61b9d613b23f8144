import { describe, expect, it } from 'vitest';
import { luminance } from '../../../lib/highlight/tone';

describe('luminance of a computed colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(255, 255, 255, 0.9)', 1],
    ['color(srgb 1 1 1)', 1],
    ['oklch(1 0 0)', 1],
    ['oklch(0% 0 0)', 0],
  ])('%s is %d', (color, value) => expect(luminance(color)).toBeCloseTo(value, 2));
  it.each(['rgba(0, 0, 0, 0)', 'transparent', 'var(--x)', ''])('%s says nothing', (color) =>
    expect(luminance(color)).toBeNull(),
  );
});
