/** Who a source is: the actors that a statement's source phrase names, or that a pronoun or a description stands for. */
import type { Actor, Attribution } from '../annotation';
import type { Document } from '../language/document';
import { nounLemma } from '../language/lemma';
import { isOrganizationHead, isPersonHead } from './roles';

interface Place {
  actor: Actor;
  start: number;
  end: number;
}

const singularPronouns = new Set(['he', 'she', 'him', 'her', 'himself', 'herself', 'his']);
const people = new Set([
  'officials',
  'official',
  'authorities',
  'government',
  'ministers',
  'lawmakers',
  'intelligence',
  'police',
  'military',
  'sources',
  'army',
  'diplomats',
  'media',
  'troops',
]);

/** Actors named in the span: persons first; a place or an organization only where it is not the mere owner of a named person's title. */
function namedIn(places: readonly Place[], start: number, end: number): Actor[] {
  const inside: Place[] = [];
  for (let at = firstFrom(places, start); at < places.length; at++) {
    const place = places[at];
    if (place === undefined || place.start >= end) break;
    if (place.end <= end) inside.push(place);
  }
  if (inside.length === 0) return [];
  const persons = inside.filter(({ actor }) => actor.kind === 'person');
  const organizations = inside.filter(({ actor }) => actor.kind === 'organization');
  const kept = persons.length ? persons : organizations.length ? organizations : inside;
  return [...new Set(kept.map(({ actor }) => actor))];
}

/**
 * @param attributions in the order of the text, `source.actors` empty
 * @returns the same attributions with `source.actors` filled: named actors, else the one that "he", "she", "it", "the minister" or "the agency" stands for,
 *   looked for backwards from the source. A source that stays unknown keeps an empty list.
 */
export function resolveSources(
  document: Document,
  actors: readonly Actor[],
  attributions: readonly Attribution[],
): Attribution[] {
  const places: Place[] = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ actor, start, end })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  /** The last person and the last body that spoke, up to the statement in hand. */
  let lastPerson: Actor | null = null;
  let lastBody: Actor | null = null;
  const order = attributions
    .map((_, index) => index)
    .sort((a, b) => startOf(attributions[a]) - startOf(attributions[b]));
  const resolved = [...attributions];
  for (const index of order) {
    const attribution = attributions[index];
    const source = attribution?.source;
    if (!attribution || !source) continue;
    let found = namedIn(places, source.start, source.end);
    if (found.length === 0) {
      const one = standsFor(document, places, source, lastPerson, lastBody);
      found = one ? [one] : [];
    }
    for (const actor of found) {
      if (actor.kind === 'person') lastPerson = actor;
      else lastBody = actor;
    }
    resolved[index] = { ...attribution, source: { ...source, actors: found.map(({ id }) => id) } };
  }
  return resolved;
}

const startOf = (attribution: Attribution | undefined): number =>
  attribution?.source?.start ?? attribution?.cue.start ?? 0;

function standsFor(
  document: Document,
  places: readonly Place[],
  source: { start: number; end: number },
  lastPerson: Actor | null,
  lastBody: Actor | null,
): Actor | null {
  const words =
    document.text
      .slice(source.start, source.end)
      .toLowerCase()
      .match(/[\p{L}-]+/gu) ?? [];
  const first = words[0] ?? '';
  const end = lastBefore(places, source.start);
  if (words.length === 1 && singularPronouns.has(first)) {
    // The subject of the last sentences: the nearest person before, but the last speaker where that one is nearer than two sentences.
    return nearest(places, end, ({ actor }) => actor.kind === 'person', source.start, 1200) ?? lastPerson;
  }
  if (words.length === 1 && (first === 'it' || first === 'they')) {
    return (
      nearest(
        places,
        end,
        ({ actor }) => actor.kind === 'organization' || (actor.kind === 'place' && actor === lastBody),
        source.start,
        600,
      ) ??
      nearest(places, end, ({ actor }) => actor.kind !== 'person', source.start, 400) ??
      lastBody
    );
  }
  // "the minister", "the agency", "the Swiss bank": a head noun that an actor's role or name has.
  if (!['the', 'this', 'that', 'his', 'her', 'its'].includes(first)) return null;
  const head =
    words.find((word, at) => at > 0 && (isPersonHead(word) || isOrganizationHead(word))) ?? words.at(-1) ?? '';
  if (people.has(head) && head !== nounLemma(head)) return null;
  const lemma = nounLemma(head);
  const matches = ({ actor }: Place): boolean =>
    (actor.kind === 'person' || actor.kind === 'organization') &&
    [actor.name, ...actor.roles].some((text) =>
      text
        .toLowerCase()
        .split(/[^\p{L}-]+/u)
        .includes(lemma),
    );
  const byRole = nearest(places, end, matches, source.start, Number.POSITIVE_INFINITY);
  if (byRole) return byRole;
  if (head !== lemma) return null;
  if (isOrganizationHead(head) && lastBody?.kind === 'organization') return lastBody;
  if (isOrganizationHead(head))
    return nearest(places, end, ({ actor }) => actor.kind === 'organization', source.start, 600);
  if (isPersonHead(head)) return nearest(places, end, ({ actor }) => actor.kind === 'person', source.start, 600);
  return null;
}

/** Index of the first place that starts at `offset` or later. */
function firstFrom(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index after the last place that ends before `offset`. */
function lastBefore(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many mentions are looked at backwards: keeps hostile texts linear. */
const farthest = 200;

function nearest(
  places: readonly Place[],
  end: number,
  fits: (place: Place) => boolean,
  from: number,
  within: number,
): Actor | null {
  for (let at = end - 1; at >= 0 && at > end - farthest; at--) {
    const place = places[at];
    if (!place || from - place.start > within) return null;
    if (fits(place)) return place.actor;
  }
  return null;
}
