/** The ground that a mark stands on: by the colours the page itself paints with, not by the system's scheme. */
import { holderOf } from '../article/flat';

/** `light` and `dark` grounds carry coloured lines; on one in `mid` only black keeps its distance. */
export type Tone = 'light' | 'mid' | 'dark';

export interface Colour {
  /** Relative luminance (WCAG 2.2). */
  luminance: number;
  /** 0 transparent, 1 opaque. */
  alpha: number;
}

const share = (text: string | undefined, missing: number) =>
  text === undefined ? missing : Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);

/** @returns a computed colour's luminance and opacity; null for one that cannot be read. */
export function colourOf(color: string): Colour | null {
  const lightness = /^(?:oklch|oklab|lab|lch)\(\s*([\d.]+)(%?)[^/]*(?:\/\s*([\d.]+%?))?/.exec(color);
  if (lightness) {
    const value = Number(lightness[1]);
    const part = lightness[2] || !color.startsWith('ok') ? value / 100 : value;
    return { luminance: part ** 3, alpha: share(lightness[3], 1) };
  }
  const match = /^(?:rgba?|color\(srgb)\s*\(?\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:\s*[,/]\s*([\d.]+%?))?/.exec(
    color,
  );
  if (!match) return null;
  const scale = color.startsWith('color') ? 1 : 255;
  const [red, green, blue] = [match[1], match[2], match[3]].map((text) => {
    const part = Number(text) / scale;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return { luminance: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha: share(match[4], 1) };
}

/** Contrast of two luminances (WCAG 2.2), 1 to 21. */
export const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Luminances between which a ground is neither: where a line of `marks.css` no longer has 3:1 (its test holds it to them). */
export const darkUpTo = 0.1;
export const lightFrom = 0.73;

export const toneOfGround = (ground: number): Tone =>
  ground <= darkUpTo ? 'dark' : ground >= lightFrom ? 'light' : 'mid';

/** Browsers mix layers in gamma-encoded space; this exponent comes close to it. */
const gamma = 2.2;
const over = ({ luminance, alpha }: Colour, below: number) =>
  (alpha * luminance ** (1 / gamma) + (1 - alpha) * below ** (1 / gamma)) ** gamma;

/** Elements looked at above a mark. A ground from further up is as good as the page's own. */
const mostLevels = 100;

/** Reads grounds, each element's once: for one painting, since pages change their colours. */
export function groundReader(): (element: Element) => Tone {
  /** Luminance of what an element's text stands on; null where a picture or gradient lies between. */
  const known = new Map<Element, number | null>();
  const textOf = (element: Element) => colourOf(getComputedStyle(element).color)?.luminance ?? 0;
  /** The window's own ground: dark only in pages that ask for it, as their text then shows. */
  const canvas = (element: Element) => (textOf(element) > 0.4 ? 0.01 : 1);

  function groundOf(element: Element): number | null {
    const path: { element: Element; colour: Colour | null }[] = [];
    let ground: number | null | undefined;
    for (let at: Element | null = element; at && path.length < mostLevels; at = holderOf(at)) {
      ground = known.get(at);
      if (ground !== undefined) break;
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') {
        ground = null;
        known.set(at, null);
        break;
      }
      const colour = colourOf(style.backgroundColor);
      path.push({ element: at, colour });
      if (colour && colour.alpha >= 1) break;
    }
    ground ??= ground === null ? null : canvas(element);
    for (const { element: at, colour } of path.reverse()) {
      if (colour && colour.alpha > 0 && (ground !== null || colour.alpha >= 0.5)) ground = over(colour, ground ?? 1);
      known.set(at, ground);
    }
    return ground;
  }

  return (element) => {
    const ground = groundOf(element);
    // A picture or gradient as ground is judged by the text's colour.
    return ground === null ? (textOf(element) > 0.4 ? 'dark' : 'light') : toneOfGround(ground);
  };
}

export const toneOf = (element: Element): Tone => groundReader()(element);
