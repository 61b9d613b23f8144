/** Actors around a number: where it is, and whose it is. */
import type { Annotation, Claim, Span } from '../annotation';
import { actorKey } from './actor-key';
import { isLocative, type Word } from './clause';

export interface Named extends Span {
  key: string;
  place: boolean;
  group: boolean;
  /** A person: nobody's soldiers are named after one. */
  person: boolean;
}

/** Actor mentions in the order of the text; places and the groups named after them share a key. */
export function namesIn(annotation: Annotation): Named[] {
  return annotation.actors
    .flatMap((actor) => {
      const place = actor.kind === 'place' || actor.kind === 'group';
      const key = actorKey(place ? { kind: 'place', name: actor.name } : actor);
      return actor.mentions.map(({ start, end, kind }) => ({
        start,
        end,
        key,
        place,
        group: kind === 'group',
        person: actor.kind === 'person',
      }));
    })
    .sort((a, b) => a.start - b.start);
}

/** "OSLO — ..." says where the report was written. */
export const isDateline = (text: string, { start, end, place }: Named) =>
  place &&
  (start === 0 || text[start - 1] === '\n') &&
  /^[^\n.!?]{0,40}?(?: [—–-]{1,2} |\) ?[—–-])/.test(text.slice(end, end + 50));

/** Names further than this from the number do not say where. */
const placeReach = 14;

const coordinating = new Set('and , the north south east west northern southern eastern western central'.split(' '));
/** "in the country": the place named before. */
export const pointing = new Set(['country', 'region', 'city', 'province', 'territory']);

/** The nearest place the clause names after a preposition, with those joined to it: "in Peru and Chile". */
export function placesAt(
  text: string,
  claim: Claim,
  words: readonly Word[],
  after: readonly Word[],
  names: readonly Named[],
  speakers: ReadonlySet<Named>,
  costOf: (span: Span) => number,
): Set<string> {
  const inPhrase = (named: Named) => after.some((word) => word.start >= named.start && word.end <= named.end + 2);
  const here = after.length ? names.filter((named) => named.place && inPhrase(named)) : [];
  if (after.length) return new Set(here.map(({ key }) => key));
  const places = names.filter((named) => {
    if (!named.place || named.group || speakers.has(named)) return false;
    const index = words.findIndex((word) => word.end > named.start);
    // "said in Geneva that 300 boats": where it was said.
    if (words.some(({ lower, start, end }) => lower === 'that' && start >= named.end && end <= claim.start))
      return false;
    return index >= 0 && isLocative(text, words, index);
  });
  let nearest: Named | undefined;
  for (const place of places)
    if (costOf(place) <= placeReach && (!nearest || costOf(place) < costOf(nearest))) nearest = place;
  const back = words.findIndex(
    ({ lower }, i) =>
      (lower === 'there' && words[i + 1]?.term !== 'be') ||
      (lower === 'the' && pointing.has(words[i + 1]?.lower ?? '')),
  );
  const pointer = words[back];
  if (pointer && costOf(pointer) <= placeReach && (!nearest || costOf(pointer) < costOf(nearest))) {
    const meant = names.filter((named) => named.place && !named.group && named.end <= pointer.start);
    const place = pointer.lower === 'there' ? meant[0] : meant.at(-1);
    if (place) return new Set([place.key]);
  }
  if (!nearest) return new Set();
  const found = new Set([nearest.key]);
  const joined = (a: Named, b: Named) => {
    const between = words.filter((word) => word.start >= a.end && word.end <= b.start);
    return between.length > 0 && between.length <= 3 && between.every(({ lower }) => coordinating.has(lower));
  };
  for (const other of names) {
    if (!other.place || other.group || other === nearest) continue;
    if (other.start > nearest.end ? joined(nearest, other) : joined(other, nearest)) found.add(other.key);
  }
  return found;
}

const possessive = new Set(['its', 'their', 'his', 'her', 'it', 'they', 'he', 'she']);

/** The nearest actor before the number in its sentence that is no speaker; "its" leaves it to the sentence before. */
export function ownerOf(
  claim: Claim,
  names: readonly Named[],
  speakers: ReadonlySet<Named>,
  words: readonly Word[],
  subject: string | null,
): string | null {
  const candidates = names.filter((named) => named.end <= claim.start && !named.group && !speakers.has(named));
  const nearest = candidates.at(-1);
  // "The Bank of Lund, which lends ...": the bank's number, not the city's.
  const before = candidates.at(-2);
  const joined =
    before &&
    nearest?.place &&
    !before.place &&
    words.filter((word) => word.start >= before.end && word.end <= nearest.start);
  if (joined && joined.length === 1 && joined[0]?.term) return before?.key ?? null;
  if (nearest) return nearest.key;
  if (words.some((word) => word.end <= claim.start && possessive.has(word.lower))) return subject;
  return names.find((named) => named.start >= claim.end && !named.group && !speakers.has(named))?.key ?? null;
}
