/** Bounds that the rest of the text settles: a name that is cut here and whole elsewhere, two names in one that stand alone elsewhere. */
import type { Document } from '../language/document';
import { formOf } from '../language/lexical';
import { folded } from './bounds';
import type { NameMention } from './mentions';

/** Tokens that join two names. */
const joints = new Set(['and', '&', ',']);

/**
 * "Whole | Foods said" where the text has "Whole Foods" elsewhere is that name; "Walmart and Kroger" are two where it names both.
 * @param mentions in the order of the text. @returns the same, in order
 */
export function likeElsewhere(document: Document, mentions: readonly NameMention[]): NameMention[] {
  const { tokens, sentences } = document;
  const names = new Map<string, NameMention>();
  for (const mention of mentions) {
    const name = folded(document, mention.first, mention.last);
    if (!names.has(name)) names.set(name, mention);
  }
  const result: NameMention[] = [];
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as NameMention;
    const { first, last } = mention;
    const left = tokens[first - 1];
    const free =
      first - 1 >= (sentences[mention.sentence]?.first ?? 0) && first - 1 >= (mentions[index - 1]?.last ?? 0);
    if (last - first === 1 && free && left?.kind === 'word' && formOf(left.word).capital) {
      const whole = names.get(folded(document, first - 1, last));
      if (whole && whole.last - whole.first === 2) {
        result.push({ ...mention, first: first - 1, kind: whole.kind });
        continue;
      }
    }
    const joint = mention.kind === 'organization' ? jointOf(mention) : -1;
    if (joint > 0) {
      const [one, two] = [names.get(folded(document, first, joint)), names.get(folded(document, joint + 1, last))];
      if (one && two) {
        result.push({ ...mention, last: joint, kind: one.kind }, { ...mention, first: joint + 1, kind: two.kind });
        continue;
      }
    }
    result.push(mention);
  }
  return result;

  function jointOf(mention: NameMention): number {
    for (let at = mention.first + 1; at < mention.last - 1; at++) if (joints.has(tokens[at]?.lower ?? '')) return at;
    return -1;
  }
}
