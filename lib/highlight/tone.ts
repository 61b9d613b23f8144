/** Light or dark: by the colours the page itself paints with, not by the system's scheme. */

export type Tone = 'light' | 'dark';

/** Relative luminance (WCAG 2.2) of a computed colour; null for a transparent or unreadable one. */
export function luminance(color: string): number | null {
  const match = /^(?:rgba?|color\(srgb)\s*\(?\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:\s*[,/]\s*([\d.]+%?))?/.exec(
    color,
  );
  const lightness = /^(?:oklch|oklab|lab|lch)\(\s*([\d.]+)(%?)/.exec(color);
  if (lightness) {
    const value = Number(lightness[1]);
    const share = lightness[2] || !color.startsWith('ok') ? value / 100 : value;
    return share ** 3;
  }
  if (!match) return null;
  const alpha = match[4] === undefined ? 1 : Number.parseFloat(match[4]) / (match[4].endsWith('%') ? 100 : 1);
  if (alpha < 0.5) return null;
  const scale = color.startsWith('color') ? 1 : 255;
  const [red, green, blue] = [match[1], match[2], match[3]].map((part) => {
    const share = Number(part) / scale;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @returns dark where light text stands on a dark ground. A picture or gradient as ground is judged by the text's colour. */
export function toneOf(element: Element): Tone {
  const text = luminance(getComputedStyle(element).color) ?? 0;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== 'none') break;
    const ground = luminance(style.backgroundColor);
    if (ground !== null) return ground < 0.18 || (ground < 0.4 && text > ground) ? 'dark' : 'light';
  }
  return text > 0.4 ? 'dark' : 'light';
}
