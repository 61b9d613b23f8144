/** What a claim counts, in terms that can be compared across reports. */
import type { Annotation, Claim, Span } from '../annotation';
import { costsFrom, farthest, placeAfter, type Word, wordsIn } from './clause';
import { nearestConcept } from './concept';
import { conceptOf, type Domain, plannedWords, sideOf, thingOf, wholeWords } from './lexicon';
import { isDateline, type Named, namesIn, ownerOf, placesAt, pointing } from './names';
import { termsOf } from './terms';
import unitData from './units.json';

export interface Sense {
  claim: Claim;
  /** What kind of number it is; only equal dimensions compare: "people", "things", "percent", "money:dollar", "length". */
  dimension: string;
  /** Low and high in the dimension's base unit, open ends infinite; null for a claim without a number. */
  range: readonly [number, number] | null;
  /** The group of things counted: "soldier"; empty for measures and sums. */
  thing: string;
  /** What happened to the counted, or what the sum is: "dead", "deposits". Null when nothing says. */
  concept: string | null;
  /** True when the concept adds nothing to the thing: "soldiers sent". */
  weak: boolean;
  /** Keys of the places it happened at, as the clause says. */
  at: ReadonlySet<string>;
  /** Keys of the peoples, countries and organizations the counted belong to: "Danish soldiers". */
  of: ReadonlySet<string>;
  /** Key of the actor whose number it is, for sums and measures: "Norrline owes $9 million". */
  owner: string | null;
  /** True when its report counts the same in several places apart. */
  divided: boolean;
  /** Which side of a conflict holds the place or says so, when the clause tells. */
  side: string | null;
  /** Terms of the noun phrase and of what the quantity is about. */
  details: ReadonlySet<string>;
  /** Terms close to the number. */
  near: ReadonlySet<string>;
  /** Terms of the whole sentence. */
  sentence: ReadonlySet<string>;
  /** "combined", "in all". */
  whole: boolean;
  /** Not yet so: expected, decided, possible. */
  planned: boolean;
  /** "12 of the wounded": the noun says what the whole is, not the part. */
  subset: boolean;
  /** The year the number is given for, where one stands beside it. */
  year: string | null;
  /** An addition to what the sentence counted before, not to an earlier report's number. */
  addsInside: boolean;
}

const units = new Map(Object.entries(unitData.units as unknown as Record<string, [string, number]>));

/** Reads what every claim of a report counts. */
export function sensesOf(text: string, annotation: Annotation): Sense[] {
  const senses: Sense[] = [];
  const claims = [...annotation.claims].sort((a, b) => a.start - b.start);
  const names = namesIn(annotation);
  const sources = annotation.attributions.flatMap(({ source }) => (source ? [source] : []));
  const inSource = (span: Span) => sources.some((source) => source.start <= span.start && span.end <= source.end);
  let [claimAt, nameAt] = [0, 0];
  let subject: string | null = null;
  const take = <T extends Span>(list: readonly T[], from: number, sentence: Span): T[] => {
    let to = from;
    while (to < list.length && (list[to] as T).start < sentence.end) to++;
    return list.slice(from, to);
  };
  for (const sentence of annotation.sentences) {
    const here = take(claims, claimAt, sentence);
    const all = take(names, nameAt, sentence);
    claimAt += here.length;
    nameAt += all.length;
    const named = all.filter((name) => !isDateline(text, name));
    const speakers = new Set(named.filter(inSource));
    if (here.length) {
      const words = wordsIn(text, sentence);
      const terms = new Set(words.flatMap(({ term }) => (term ? [term] : [])));
      let before: Sense | undefined;
      for (const claim of here) {
        const sense = inherit(senseOf(text, claim, here, words, terms, named, speakers, subject), before);
        const addsInside = claim.role === 'additional' && before !== undefined && ofAnotherKind(before, sense);
        before = addsInside ? { ...sense, addsInside } : sense;
        senses.push(before);
      }
    }
    subject = named.find((name) => !name.group && !speakers.has(name))?.key ?? subject;
  }
  return resolvePlaces(addedAcrossSentences(senses));
}

const conceptIn = (sense: Sense) => (sense.weak ? null : sense.concept);

const ofAnotherKind = (a: Sense, b: Sense) =>
  a.dimension === b.dimension && conceptIn(a) !== null && conceptIn(b) !== null && conceptIn(a) !== conceptIn(b);

/** "51 died and another 60 were hurt": what is added is of another kind, so it is a total of its own. */
function addedAcrossSentences(senses: Sense[]): Sense[] {
  return senses.map((sense, index) => {
    const before = senses[index - 1];
    if (sense.claim.role !== 'additional' || sense.addsInside || !before) return sense;
    return ofAnotherKind(before, sense) ? { ...sense, addsInside: true } : sense;
  });
}

/** Stands for all places of a report that counts several of them apart. */
export const everywhere = '*';

/** Where the counted are, as far as the clause says: "the Chilean dead" are the dead in Chile where no place is named. */
export const placesOf = (sense: Sense) => (sense.at.size ? sense.at : sense.of);

/**
 * A report that gives the dead of two provinces apart means both where it names no place or all of them; a part
 * of a number is where that number is.
 */
function resolvePlaces(senses: Sense[]): Sense[] {
  const kindOf = (sense: Sense) => `${sense.dimension} ${sense.concept}`;
  const groups = new Map<string, Set<string>>();
  for (const sense of senses) {
    const places = placesOf(sense);
    if (conceptIn(sense) === null || places.size !== 1) continue;
    const known = groups.get(kindOf(sense)) ?? new Set();
    for (const place of places) known.add(place);
    groups.set(kindOf(sense), known);
  }
  const last = new Map<string, ReadonlySet<string>>();
  return senses.map((sense) => {
    const known = groups.get(kindOf(sense));
    if (!known || conceptIn(sense) === null) return sense;
    const divided = known.size > 1;
    const isPart = sense.claim.role === 'part' || sense.side !== null;
    const places = placesOf(sense);
    let at = sense.at;
    if (isPart && !places.size) at = last.get(kindOf(sense)) ?? at;
    else if (
      divided &&
      !isPart &&
      (!places.size || (places.size > 1 && [...known].every((place) => places.has(place))))
    )
      at = new Set([everywhere]);
    else if (divided) at = places;
    last.set(kindOf(sense), at.size ? at : places);
    return { ...sense, at, divided };
  });
}

function senseOf(
  text: string,
  claim: Claim,
  claims: readonly Claim[],
  words: readonly Word[],
  sentence: ReadonlySet<string>,
  names: readonly Named[],
  speakers: ReadonlySet<Named>,
  subject: string | null,
): Sense {
  const { kind, name } = claim.unit;
  const unitTerms = termsOf(name);
  const aboutTerms = termsOf(claim.about?.text ?? '');
  const inside = names.filter((named) => named.start >= claim.start && named.end <= claim.end);
  // "700 Danes": the counted are the people of that country.
  const demonym = inside.some((named) => named.place && named.end >= claim.end - 1);
  const noun = unitTerms.at(-1) ?? '';
  const thing = demonym ? { name: 'anyone', people: true } : thingOf(noun);
  const domain: Domain = kind !== 'count' ? 'money' : thing.people ? 'people' : 'things';
  const cost = costsFrom(
    claim,
    words,
    claims.filter((other) => other !== claim),
  );
  const costOf = (span: Span) => {
    const index = words.findIndex((word) => word.end > span.start);
    return index < 0 ? farthest + 1 : (cost[index] ?? 0);
  };
  const own = [...unitTerms, ...aboutTerms];
  const concept = isWholeOf(claim, claims, words)
    ? null
    : nearestConcept(domain, unitTerms, aboutTerms, words, cost, claim.role === 'part', claim.start);
  const of = /\bof\b(.*)$/su.exec(text.slice(claim.start, claim.end))?.[1] ?? '';
  const near = new Set(words.flatMap(({ term }, i) => (term && (cost[i] ?? 0) <= farthest ? [term] : [])));
  const phrase = placeAfter(claim, words);
  // "in the country" names no place of its own: it points back.
  const after = phrase.some(({ lower }) => pointing.has(lower)) && phrase[0]?.lower === 'the' ? [] : phrase;
  return {
    claim,
    ...measure(claim, domain),
    thing: kind === 'count' ? thing.name : '',
    concept: concept?.name ?? null,
    weak: concept?.weak ?? false,
    at: placesAt(text, claim, words, after, names, speakers, costOf),
    of: new Set(
      names
        .filter(
          (named) =>
            (inside.includes(named) && (named.place || (thing.people && !named.person))) ||
            (named.place &&
              named.group &&
              costOf(named) <= adjective &&
              !(speakers.has(named) && named.start >= claim.end)),
        )
        .map(({ key }) => key),
    ),
    divided: false,
    owner: ownerOf(claim, names, speakers, words, subject),
    side: sideOf(after.length ? after.map(({ term }) => term) : [...near]),
    details: new Set(kind === 'count' ? own : aboutTerms),
    near,
    sentence,
    whole: claim.role === 'total' || (claim.role !== 'part' && [...near].some((term) => wholeWords.has(term))),
    planned: [...near].some((term) => plannedWords.has(term)) || claim.certainty === 'possible',
    subset:
      claim.role === 'part' &&
      concept !== null &&
      termsOf(of).some((term) => conceptOf(term, domain)?.name === concept.name),
    year: yearAt(text, claim),
    addsInside: false,
  };
}

/** "90 drowned, 31 in the north and 59 in the south": parts share what happened to the whole. */
function inherit(sense: Sense, before: Sense | undefined): Sense {
  if (!before || sense.concept !== null || before.concept === null || before.dimension !== sense.dimension)
    return sense;
  if (sense.claim.role !== 'part' || (sense.dimension !== 'people' && sense.dimension !== 'things')) return sense;
  return { ...sense, concept: before.concept, weak: before.weak };
}

/** "40 of the 500 guests fell ill": what happened to the 40 did not happen to the 500. */
function isWholeOf(claim: Claim, claims: readonly Claim[], words: readonly Word[]): boolean {
  if (claims.some((other) => other.start < claim.start && other.end >= claim.end)) return true;
  const before = claims.findLast((other) => other.end <= claim.start);
  if (!before) return false;
  const between = words.filter((word) => word.start >= before.end && word.end <= claim.start);
  return between.length > 0 && between.length <= 3 && between[0]?.lower === 'of';
}

/** An adjective this near belongs to the number: "put the Chilean dead at 70". */
const adjective = 7;

/** "4 million in 2019" */
function yearAt(text: string, claim: Claim): string | null {
  const after = text.slice(claim.end, claim.end + 40);
  return /^(?:\s+\p{L}+){0,3}?\s+(?:in|of|since|by)\s+((?:19|20)\d\d)\b/u.exec(after)?.[1] ?? null;
}

/** The claim's dimension, and its range in that dimension's base unit. */
function measure(claim: Claim, domain: Domain): Pick<Sense, 'dimension' | 'range'> {
  const { kind, name } = claim.unit;
  let { low, high } = claim.quantity;
  if (low === null && high === null) return { dimension: kind, range: null };
  // A change from one number to another is compared by where it ended.
  if (claim.role === 'change' && low !== null && high !== null && low !== high) low = high;
  const fraction = kind === 'none' && (high ?? low ?? 1) > 0 && (high ?? low ?? 1) < 1;
  const exact = units.get(name);
  const factor = fraction ? 100 : (exact?.[1] ?? 1);
  const range = [(low ?? Number.NEGATIVE_INFINITY) * factor, (high ?? Number.POSITIVE_INFINITY) * factor] as const;
  if (fraction) return { dimension: 'percent', range };
  if (kind === 'count') return { dimension: domain, range };
  if (exact) return { dimension: exact[0], range };
  return { dimension: kind === 'percent' || kind === 'none' ? kind : `${kind}:${name}`, range };
}
