/** A key under which the same actor is found in different reports. */
import type { Actor } from '../annotation';
import { fold } from './terms';

/** Spellings that transliteration leaves open: "Sergey"/"Sergei", "Yusuf"/"Yousuf", "Zelenskyy"/"Zelensky". */
const transliterations: readonly [RegExp, string][] = [
  [/(?:iy|yy|ii|ij|ey|ei|y)\b/g, 'i'],
  [/ou/g, 'u'],
  [/kh/g, 'h'],
  [/(\p{L})\1/gu, '$1'],
];

/**
 * @returns the kind's letter, a colon, and the name folded: without case, accents, article, punctuation and, for people,
 *   the spellings that transliteration leaves open. Places and the group named after them keep keys of their own kind.
 */
export function actorKey(actor: Pick<Actor, 'kind' | 'name'>): string {
  let name = fold(actor.name)
    .replace(/['’]s?(?=\s|$)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
  if (actor.kind === 'person') for (const [open, one] of transliterations) name = name.replace(open, one);
  return `${actor.kind[0]}:${name}`;
}
