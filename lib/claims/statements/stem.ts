/** A rough common form of the inflections of an English word, for features only: "suggests", "suggested", "suggesting" -> "suggest". */
import lexicon from './lexicon/irregular.json';

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries(lexicon.forms).flatMap(([base, forms]) => forms.split(' ').map((form) => [form, base] as const)),
);
const vowels = /[aeiouy]/;

/** "argu" and "argue", "stopp" and "stop" become one. */
function trim(stem: string): string {
  const last = stem[stem.length - 1] ?? '';
  if (stem.length > 3 && last === stem[stem.length - 2] && !'sle'.includes(last)) return stem.slice(0, -1);
  return last === 'e' && stem.length > 3 ? stem.slice(0, -1) : stem;
}

/** @param lower a word in lower case */
export function stemOf(lower: string): string {
  const known = irregular.get(lower);
  if (known !== undefined) return known;
  const { length } = lower;
  if (length < 4 || length > 24) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (lower.endsWith('ied')) return `${lower.slice(0, -3)}y`;
  if (lower.endsWith('ing') && length > 5 && vowels.test(lower.slice(0, -3))) return trim(lower.slice(0, -3));
  if (lower.endsWith('ed') && length > 4 && vowels.test(lower.slice(0, -2))) return trim(lower.slice(0, -2));
  if (lower.endsWith('sses') || lower.endsWith('shes') || lower.endsWith('ches') || lower.endsWith('xes'))
    return lower.slice(0, -2);
  if (lower.endsWith('s') && !lower.endsWith('ss') && !lower.endsWith('us') && !lower.endsWith('is'))
    return trim(lower.slice(0, -1));
  return trim(lower);
}
