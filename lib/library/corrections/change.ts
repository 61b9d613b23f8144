/** From what the person decides about a passage to the correction that is kept. Plain Node. */
import type { Annotation, Claim, Span } from '../../annotation';
import { LibraryError } from '../errors';
import { type CorrectedText, passageKeys, patternOf, selectorOf } from './keys';
import type { Change } from './schema';
import type { NewCorrection } from './store';

/** Reads the number in a passage: the engine, where it is at hand. */
export type ReadNumber = (passage: string) => Pick<Claim, 'quantity' | 'unit'> | null;

/** White space at the ends of a selection is no part of what was meant. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) };
}

const longestMark = 2000;

/** @throws LibraryError "missing" for a passage outside the text, or without the number it is marked for */
export function correctionOf(
  article: CorrectedText,
  annotation: Annotation,
  change: Change,
  readNumber: ReadNumber,
): NewCorrection {
  const { text, canonicalUrl } = article;
  if ('other' in change)
    return { kind: change.kind, addresses: [canonicalUrl, change.other], keys: [canonicalUrl, change.other] };
  if (!('span' in change)) {
    const where = change.elsewhere ? null : canonicalUrl;
    if (change.kind === 'not-actor')
      return { kind: 'not-actor', actor: change.actor, canonicalUrl: where, keys: [change.actor.key] };
    const { actor, as } = change;
    const keys = [...new Set([actor.key, as.key])];
    return change.kind === 'same-actor'
      ? { kind: 'same-actor', actors: [actor, as], canonicalUrl: where, keys }
      : { kind: 'other-actor', actors: [{ key: actor.key, name: change.words }, as], canonicalUrl: where, keys };
  }
  const span = trimmed(text, change.span);
  const exact = text.slice(span.start, span.end);
  if (!exact || span.end > text.length || exact.length > longestMark)
    throw new LibraryError('missing', ['failure.mark.noPassage', 'failure.unchanged']);
  const place = { canonicalUrl, selector: selectorOf(text, span) };
  if (change.kind === 'mark') {
    const amount = change.as === 'claim' ? (change.amount ?? readNumber(exact)) : null;
    if (change.as === 'claim' && !amount)
      throw new LibraryError('missing', ['failure.mark.noNumber', 'failure.unchanged']);
    return {
      kind: 'mark',
      ...place,
      as: change.as,
      quantity: amount?.quantity ?? null,
      unit: amount?.unit ?? null,
      actor: change.as === 'actor' ? { name: exact, kind: change.actorKind ?? 'person' } : null,
      note: change.note ?? '',
      keys: passageKeys(article, annotation, span, null),
    };
  }
  const pattern = change.elsewhere ? patternOf(text, span) : null;
  const keys = passageKeys(article, annotation, span, pattern);
  return change.kind === 'not-claim'
    ? { kind: 'not-claim', ...place, pattern, keys }
    : { kind: 'wrong-number', ...place, quantity: change.quantity, unit: change.unit, pattern, keys };
}
