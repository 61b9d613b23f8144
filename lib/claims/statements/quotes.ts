/** Which tokens stand inside quotation marks: one pass over a text, paragraph by paragraph. */
import type { Document, Token } from '../../language/document';

/** What a token is to the quotations of its paragraph. */
export const OUTSIDE = 0;
export const INSIDE = 1;
export const OPENS = 2;
export const CLOSES = 3;

const doubleOpeners = new Set(['\u201c', '\u201e', '\u00ab', '``']);
const doubleClosers = new Set(['\u201d', '\u00bb']);
const straightDoubles = new Set(['"', "''", '\u201f', '\u2033']);

/** A mark that looks the same on both sides: where the spaces are tells, else it is the other of the last one. */
function opens(token: Token, next: Token | undefined, inside: boolean): boolean {
  const glued = next !== undefined && !next.spaceBefore;
  if (token.spaceBefore && glued) return true;
  if (!token.spaceBefore && !glued) return false;
  return !inside;
}

/**
 * @returns a value of OUTSIDE, INSIDE, OPENS, CLOSES for each token. A quotation that is not closed runs to the end of its
 *   paragraph (newspapers open each paragraph of a long quotation anew and close only the last). Single marks count only in
 *   pairs within a paragraph and outside double ones, since most of them are apostrophes.
 */
export function quotationStates(document: Document): Uint8Array {
  const { tokens, sentences } = document;
  const states = new Uint8Array(tokens.length);
  let paragraph = -1;
  let inside = false;
  let single = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      inside = false;
      single = -1;
    }
    for (let index = sentence.first; index < sentence.last; index++) {
      const token = tokens[index];
      if (!token) continue;
      const { lower } = token;
      if (lower === '"') {
        const { text } = token;
        const open: boolean =
          doubleOpeners.has(text) || (straightDoubles.has(text) && opens(token, tokens[index + 1], inside));
        if (open || doubleClosers.has(text) || straightDoubles.has(text)) {
          states[index] = open ? OPENS : CLOSES;
          inside = open;
          single = -1;
          continue;
        }
      }
      if (lower === "'" && !inside) {
        const next = tokens[index + 1];
        if (token.spaceBefore && next && !next.spaceBefore) single = index;
        else if (single >= 0 && !token.spaceBefore && (!next || next.spaceBefore || next.kind === 'punct')) {
          states[single] = OPENS;
          states.fill(INSIDE, single + 1, index);
          states[index] = CLOSES;
          single = -1;
          continue;
        }
      }
      if (inside) states[index] = INSIDE;
    }
  }
  return states;
}
