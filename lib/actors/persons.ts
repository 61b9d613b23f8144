/** Which person a name means: full names by their parts, single names by the part they are. */
import type { Entry } from './entries';
import { familyFirst, generations, particles, soundKey } from './names';

/** Are these the parts of one person's name? Longer first. */
function samePerson(long: readonly string[], short: readonly string[]): boolean {
  if (short.length === 0) return false;
  // Father and son.
  const generation = (parts: readonly string[]) => parts.find((part) => generations.has(part));
  if (generation(long) && generation(short) && generation(long) !== generation(short)) return false;
  const a = long.filter((part) => !generations.has(part));
  const b = short.filter((part) => !generations.has(part));
  if (b.length === 1) return false;
  const last = soundKey(a.at(-1) ?? '') === soundKey(b.at(-1) ?? '');
  // Part of the fuller name, in its order: "Suu Kyi" of "Aung San Suu Kyi", "George Bush" of "George W. Bush".
  let at = 0;
  for (const part of b) {
    while (at < a.length && !samePart(a[at] ?? '', part)) at++;
    if (at === a.length) return false;
    at++;
  }
  return last || b.length >= 2;
}
const samePart = (long: string, short: string): boolean =>
  long === short ||
  soundKey(long) === soundKey(short) ||
  (short.length === 1 && long.startsWith(short)) ||
  (long.length === 1 && short.startsWith(long));

/** How well a single name points to a person: 0 not at all, 3 last name, 2 first of a name in Asian order, 1 given or middle name. */
function pointsTo(parts: readonly string[], single: string): number {
  const proper = parts.filter((part) => !generations.has(part));
  const last = proper.at(-1) ?? '';
  if (samePartStrict(last, single)) return 3;
  if (proper.length < 2) return 0;
  if (samePartStrict(proper[0] ?? '', single)) return familyFirst.has(single) ? 3 : 1;
  return proper.some((part) => part.length > 2 && samePartStrict(part, single)) ? 1 : 0;
}
const samePartStrict = (a: string, b: string): boolean => a === b || (a.length > 4 && soundKey(a) === soundKey(b));

/** The person whom a name means among those named before; undefined for somebody new. @param index entries by the sound of each part */
export function findPerson(index: ReadonlyMap<string, Entry[]>, parts: readonly string[]): Entry | undefined {
  const proper = parts.filter((part) => !generations.has(part) && !particles.has(part));
  const last = proper.at(-1) ?? parts.at(-1) ?? '';
  const seen = new Set<Entry>();
  let best: Entry | undefined;
  let bestScore = 0;
  for (const part of proper.length ? proper : parts) {
    for (const entry of index.get(soundKey(part)) ?? []) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      if (seen.size > 50) return best;
      let score = 0;
      if (proper.length <= 1) score = pointsTo(entry.parts, last);
      else if (entry.parts.length >= parts.length ? samePerson(entry.parts, parts) : samePerson(parts, entry.parts))
        score = 4;
      else if (entry.parts.length === 1 && pointsTo(parts, entry.parts[0] ?? '') === 3) score = 2;
      if (score === 0) continue;
      // Among namesakes the one mentioned last is meant.
      if (score > bestScore || (score === bestScore && entry.latest > (best?.latest ?? -1))) {
        best = entry;
        bestScore = score;
      }
    }
  }
  return best;
}
