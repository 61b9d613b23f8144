/** What changed between two readings of one article, in words. */
import type { Annotation } from '../../lib/annotation';
import { quantityInWords } from '../../lib/ui-text/quantity';

/** Major claims as words: what is compared between two versions. */
export function numbersOf({ claims }: Pick<Annotation, 'claims'>): string[] {
  return claims
    .filter(({ salience }) => salience === 'major')
    .map((claim) => [quantityInWords(claim).text, claim.about?.text].filter(Boolean).join(' · '));
}

/** Numbers of `later` that `earlier` had not, and the other way round; one that stands twice counts twice. */
export function changedNumbers(
  earlier: readonly string[],
  later: readonly string[],
): { added: string[]; gone: string[] } {
  const without = (from: readonly string[], taken: readonly string[]) => {
    const left = [...taken];
    return from.filter((one) => {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return { added: without(later, earlier), gone: without(earlier, later) };
}

/** How many numbers differ: one that became another counts once. */
export function countChanged(earlier: readonly string[], later: readonly string[]): number {
  const { added, gone } = changedNumbers(earlier, later);
  return Math.max(added.length, gone.length);
}
