/** What a claim counts, in terms that can be compared across reports. */
import type { Annotation, Claim, Span } from '../annotation';
import { actorKey } from './actor-key';
import { costsFrom, farthest, isLocative, placeAfter, type Word, wordsIn } from './clause';
import { type Concept, conceptOf, type Domain, plannedWords, sideOf, thingOf, togetherOf, wholeWords } from './lexicon';
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
  /** Keys of the peoples and countries the counted belong to: "North Korean soldiers". */
  of: ReadonlySet<string>;
  /** Key of the actor whose number it is, for sums and measures: "SVB had $209 billion". */
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
  /** "2,000 of the wounded": the noun says what the whole is, not the part. */
  subset: boolean;
  /** The year the number is given for, where one stands beside it. */
  year: string | null;
  /** An addition to what the sentence counted before, not to an earlier report's number. */
  addsInside: boolean;
}

const units = new Map(Object.entries(unitData.units as unknown as Record<string, [string, number]>));

interface Named extends Span {
  key: string;
  place: boolean;
  group: boolean;
}

/** Actor mentions in the order of the text; places and the groups named after them share a key. */
function namesIn(annotation: Annotation): Named[] {
  return annotation.actors
    .flatMap((actor) => {
      const place = actor.kind === 'place' || actor.kind === 'group';
      const key = actorKey(place ? { kind: 'place', name: actor.name } : actor);
      return actor.mentions.map(({ start, end, kind }) => ({ start, end, key, place, group: kind === 'group' }));
    })
    .sort((a, b) => a.start - b.start);
}

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
    const named = take(names, nameAt, sentence);
    claimAt += here.length;
    nameAt += named.length;
    const speakers = new Set(named.filter(inSource));
    if (here.length) {
      const words = wordsIn(text, sentence);
      const terms = new Set(words.flatMap(({ term }) => (term ? [term] : [])));
      let before: Sense | undefined;
      for (const claim of here) {
        const sense = senseOf(text, claim, here, words, terms, named, speakers, subject);
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

/** "35,418 dead ... Another 105,505 were injured": what is added is of another kind, so it is a total of its own. */
function addedAcrossSentences(senses: Sense[]): Sense[] {
  return senses.map((sense, index) => {
    const before = senses[index - 1];
    if (sense.claim.role !== 'additional' || sense.addsInside || !before) return sense;
    return ofAnotherKind(before, sense) ? { ...sense, addsInside: true } : sense;
  });
}

/** Stands for all places of a report that counts several of them apart. */
export const everywhere = '*';

/** Where the counted are, as far as the clause says: "the Turkish dead" are the dead in Turkey where no place is named. */
export const placesOf = (sense: Sense) => (sense.at.size ? sense.at : sense.of);

/**
 * A report that gives the dead of Turkey and those of Syria apart means both where it names no place or all of them; a part
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
  // "11,000 North Koreans": the counted are the people of that country.
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
  const concept = isWholeOf(claim, claims, words) ? null : nearestConcept(domain, own, words, cost);
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
    at: placesAt(text, words, after, names, speakers, costOf),
    of: new Set(
      names
        .filter((named) => named.place && (inside.includes(named) || (named.group && costOf(named) <= adjective)))
        .map(({ key }) => key),
    ),
    divided: false,
    owner: ownerOf(claim, names, speakers, words) ?? subject,
    side: sideOf(after.length ? after.map(({ term }) => term) : [...near]),
    details: new Set(kind === 'count' ? own : aboutTerms),
    near,
    sentence,
    whole: claim.role === 'total' || [...near].some((term) => wholeWords.has(term)),
    planned: [...near].some((term) => plannedWords.has(term)) || claim.certainty === 'possible',
    subset: claim.role === 'part' && termsOf(of).some((term) => conceptOf(term, domain)?.name === concept?.name),
    year: yearAt(text, claim),
    addsInside: false,
  };
}

/** "4,000 of the first 11,000 soldiers had been killed": what happened to the 4,000 did not happen to the 11,000. */
function isWholeOf(claim: Claim, claims: readonly Claim[], words: readonly Word[]): boolean {
  const before = claims.findLast((other) => other.end <= claim.start);
  if (!before) return false;
  const between = words.filter((word) => word.start >= before.end && word.end <= claim.start);
  return between.length > 0 && between.length <= 3 && between[0]?.lower === 'of';
}

/** "$71 billion in 2019" */
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

/** Costs this close count as equal: the lexicon's order decides. */
const equallyNear = 3;

function nearestConcept(
  domain: Domain,
  own: readonly string[],
  words: readonly Word[],
  cost: readonly number[],
): Concept | null {
  const found = words.flatMap(({ term }, at) => {
    const concept = term ? conceptOf(term, domain) : null;
    const price = own.includes(term) ? 0 : (cost[at] ?? 0) + (concept?.weak ? 6 : 0);
    return concept && price < farthest ? [{ concept, price, at }] : [];
  });
  for (const term of own) {
    const concept = conceptOf(term, domain);
    if (concept)
      found.push({ concept, price: concept.weak ? 6 : 0, at: words.findIndex((word) => word.term === term) });
  }
  const lowest = Math.min(...found.map(({ price }) => price));
  const [best] = found
    .filter(({ price }) => price <= lowest + equallyNear)
    .sort((a, b) => a.concept.rank - b.concept.rank);
  return best ? withNeighbour(best.concept, domain, best.at, words) : null;
}

/** "killed or wounded", "dead and injured": both together. */
function withNeighbour(concept: Concept, domain: Domain, at: number, words: readonly Word[]): Concept {
  for (const step of [2, -2]) {
    const joint = words[at + step / 2]?.lower;
    const other = words[at + step]?.term;
    if (at < 0 || !other || (joint !== 'or' && joint !== 'and')) continue;
    const together = togetherOf(concept.name, conceptOf(other, domain)?.name ?? '');
    if (together) return { ...concept, name: together, weak: false };
  }
  return concept;
}

/** An adjective this near belongs to the number: "put the Turkish dead at 35,418". */
const adjective = 7;
/** Names further than this from the number do not say where. */
const placeReach = 14;

/** "in the country": the place named before. */
const pointing = new Set(['country', 'region', 'city', 'province', 'territory']);

/** The nearest place the clause names after a preposition, with those joined to it: "in Turkey and Syria". */
function placesAt(
  text: string,
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
    const meant = names.filter(
      (named) => named.place && !named.group && named.end <= pointer.start && !speakers.has(named),
    );
    const place = pointer.lower === 'there' ? meant[0] : meant.at(-1);
    if (place) return new Set([place.key]);
  }
  if (!nearest) return new Set();
  const found = new Set([nearest.key]);
  const joined = (a: Named, b: Named) => {
    const between = words.filter((word) => word.start >= a.end && word.end <= b.start);
    return between.length <= 3 && between.some(({ lower }) => lower === 'and' || lower === ',');
  };
  for (const other of names) {
    if (!other.place || other.group || other === nearest) continue;
    if (other.start > nearest.end ? joined(nearest, other) : joined(other, nearest)) found.add(other.key);
  }
  return found;
}

const possessive = new Set(['its', 'their', 'his', 'her', 'it', 'they', 'he', 'she']);

/** The nearest actor before the number in its sentence that is no speaker; "its" leaves it to the sentence before. */
function ownerOf(
  claim: Claim,
  names: readonly Named[],
  speakers: ReadonlySet<Named>,
  words: readonly Word[],
): string | null {
  const candidates = names.filter((named) => named.end <= claim.start && !named.group && !speakers.has(named));
  const nearest = candidates.at(-1);
  // "Signature Bank of New York, which had ...": the bank's number, not the city's.
  const before = candidates.at(-2);
  const joined =
    before &&
    nearest?.place &&
    !before.place &&
    words.filter((word) => word.start >= before.end && word.end <= nearest.start);
  if (joined && joined.length === 1 && joined[0]?.term) return before?.key ?? null;
  if (nearest) return nearest.key;
  if (words.some((word) => word.end <= claim.start && possessive.has(word.lower))) return null;
  return names.find((named) => named.start >= claim.end && !named.group && !speakers.has(named))?.key ?? null;
}
