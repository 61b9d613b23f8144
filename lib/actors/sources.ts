/** Who a source is: the actors that a statement's source phrase names, or that a pronoun or a description stands for. */
import type { Actor, Attribution } from '../annotation';
import type { Document } from '../language/document';
import type { Gazetteer } from '../language/gazetteer';
import { nounLemma } from '../language/lemma';
import { placeByDemonym } from './countries';
import { countryIn, governing, isInName, otherWords, readActor } from './described';
import { genderOf, genderOfPronoun } from './gender';
import { fold } from './names';
import { isOrganizationHead, isPersonHead } from './roles';

interface Place {
  actor: Actor;
  start: number;
  end: number;
}

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

/**
 * Actors named in the span: persons first; a place or an organization only where it is not the mere owner of a named person's title, and
 * a person who owns another's title ("Zelensky's chief of staff") not either.
 */
function namedIn(document: Document, places: readonly Place[], start: number, end: number): Actor[] {
  const inside: Place[] = [];
  for (let at = firstFrom(places, start); at < places.length; at++) {
    const place = places[at];
    if (place === undefined || place.start >= end) break;
    if (place.end <= end) inside.push(place);
  }
  if (inside.length === 0) return [];
  const named = inside.filter(({ actor }) => actor.kind === 'person');
  const owners = named.filter((place) => /^['’]s? [^,]/.test(document.text.slice(place.end, place.end + 4)));
  const rest = named.filter((place) => !owners.includes(place));
  const organizations = inside.filter(({ actor }) => actor.kind === 'organization');
  // "Bolsonaro's Liberal Party" is the party.
  const persons = rest.length || organizations.length ? rest : named;
  // "a young man from Talkha", "residents in Gaza": where somebody is from does not speak.
  const speaking = inside.filter(
    ({ actor, start: at }) =>
      actor.kind !== 'place' ||
      !/\b(?:from|in|near|at|outside|across)\s+(?:the\s+)?$/i.test(document.text.slice(Math.max(start, at - 14), at)),
  );
  const kept = persons.length ? persons : organizations.length ? organizations : speaking;
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
  gazetteer: Gazetteer,
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
  const genders = new Map<Actor, number>();
  const genderIn = (actor: Actor): number => {
    let gender = genders.get(actor);
    if (gender === undefined) {
      gender = genderOf(actor, document, gazetteer);
      genders.set(actor, gender);
    }
    return gender;
  };
  for (const index of order) {
    const attribution = attributions[index];
    const source = attribution?.source;
    if (!attribution || !source) continue;
    let found = namedIn(document, places, source.start, endOfPhrase(document, source));
    // "the Kenyan leader" is a person, not Kenya; "the Kenyan army" stays with the country.
    if (found.every(({ kind }) => kind === 'place' || kind === 'group')) {
      const one = standsFor(document, places, source, lastPerson, lastBody, genderIn);
      if (one) found = [one];
    }
    for (const actor of found) {
      if (actor.kind === 'person') lastPerson = actor;
      else lastBody = actor;
    }
    resolved[index] = { ...attribution, source: { ...source, actors: found.map(({ id }) => id) } };
  }
  return resolved;
}

/** "The airline, which is owned by ...": what a relative clause names is not the source. */
function endOfPhrase(document: Document, { start, end }: { start: number; end: number }): number {
  const clause = /,\s+(?:which|who|whose|where|whom)\s/.exec(document.text.slice(start, end));
  return clause && clause.index > 0 ? start + clause.index : end;
}

const startOf = (attribution: Attribution | undefined): number =>
  attribution?.source?.start ?? attribution?.cue.start ?? 0;

function standsFor(
  document: Document,
  places: readonly Place[],
  source: { start: number; end: number },
  lastPerson: Actor | null,
  lastBody: Actor | null,
  genderIn: (actor: Actor) => number,
): Actor | null {
  const words =
    document.text
      .slice(source.start, endOfPhrase(document, source))
      .toLowerCase()
      .match(/[\p{L}-]+/gu) ?? [];
  const first = words[0] ?? '';
  const end = lastBefore(places, source.start);
  const gender = words.length === 1 ? genderOfPronoun(first) : 0;
  if (gender !== 0) {
    // The nearest person before of whom the pronoun is sure to be said; else one of unknown gender, but none of the other.
    const can = (actor: Actor): boolean => genderIn(actor) === 0 || (genderIn(actor) & gender) !== 0;
    const known = nearest(
      places,
      end,
      ({ actor }) => actor.kind === 'person' && genderIn(actor) === gender,
      source.start,
      500,
    );
    const near =
      known ?? nearest(places, end, ({ actor }) => actor.kind === 'person' && can(actor), source.start, 1200);
    return near ?? (lastPerson && can(lastPerson) ? lastPerson : null);
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
  if (isInName(document, source, head)) return null;
  const lemma = nounLemma(head);
  // "the Kenyan leader", "the North Korean agency": whose people or country the description names.
  const country = countryIn(words);
  if (country && governing.has(lemma)) return null;
  const means = otherWords.get(lemma);
  const fits = (actor: Actor): boolean =>
    (actor.kind === 'person' && !isOrganizationHead(head)) || (actor.kind === 'organization' && !isPersonHead(head));
  const described = ({ actor }: Place): boolean => {
    if (!fits(actor)) return false;
    const { words: own } = readActor(actor);
    if (own.has(lemma)) return true;
    if (means) for (const word of means) if (own.has(word)) return true;
    return false;
  };
  if (country) {
    const ofCountry = nearest(
      places,
      end,
      (place) => described(place) && readActor(place.actor).countries.has(country),
      source.start,
      Number.POSITIVE_INFINITY,
    );
    if (ofCountry) return ofCountry;
  }
  const elsewhere = (actor: Actor): boolean => {
    if (country === undefined) return false;
    const { countries } = readActor(actor);
    return countries.size > 0 && !countries.has(country);
  };
  const byRole = nearest(
    places,
    end,
    (place) => described(place) && !elsewhere(place.actor),
    source.start,
    Number.POSITIVE_INFINITY,
  );
  if (byRole) return byRole;
  // "the Inner Mongolia health commission": a place of its own says that the body that spoke last is not meant.
  if (isOrganizationHead(head) && holdsPlace(document, places, source)) return null;
  if (head !== lemma) return null;
  if (isOrganizationHead(head) && lastBody?.kind === 'organization') return lastBody;
  if (isOrganizationHead(head))
    return nearest(places, end, ({ actor }) => actor.kind === 'organization', source.start, 600);
  if (isPersonHead(head)) return nearest(places, end, ({ actor }) => actor.kind === 'person', source.start, 600);
  return null;
}

/** Is a place named within the phrase, and not only its people? */
function holdsPlace(
  document: Document,
  places: readonly Place[],
  { start, end }: { start: number; end: number },
): boolean {
  for (let at = firstFrom(places, start); at < places.length; at++) {
    const place = places[at] as Place;
    if (place.start >= end) return false;
    const people = placeByDemonym(fold(document.text.slice(place.start, place.end))) !== undefined;
    if (place.end <= end && place.actor.kind === 'place' && !people) return true;
  }
  return false;
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
