/** What a claim counts, in terms that can be compared across reports. */
import type { Annotation, Claim } from '../annotation';
import { actorKey } from './actor-key';
import { type Concept, conceptOf, thingOf, togetherOf, wholeWords } from './lexicon';
import { fold, stem, termsOf } from './terms';
import unitData from './units.json';

export interface Sense {
  claim: Claim;
  /** What kind of number it is; only equal dimensions compare: "people", "things", "percent", "money:dollar", "length". */
  dimension: string;
  /** Multiplies `low` and `high` into the dimension's base unit. */
  factor: number;
  /** The group of things counted: "soldier"; empty for measures. */
  thing: string;
  /** Terms that narrow the thing down: modifiers of the noun and what the quantity is about. */
  details: Set<string>;
  /** What happened to the counted, or what the sum is: "dead", "deposits". Null when nothing says. */
  concept: string | null;
  /** True when the concept adds nothing to the thing. */
  weak: boolean;
  /** Keys of places and groups in the claim's clause. */
  places: Set<string>;
  /** All terms of its sentence. */
  sentence: Set<string>;
  /** "combined", "in all": over all places. */
  whole: boolean;
  /** Short words for people: "soldiers", "deposits". */
  label: string;
}

const units = new Map(Object.entries(unitData.units as unknown as Record<string, [string, number]>));

interface Word {
  term: string;
  start: number;
  end: number;
  /** What crossing it costs, when it is no word. */
  barrier: number;
}

const wordOrMark = /[\p{L}][\p{L}\p{M}’'-]*|[,;:—–()"“”]/gu;
const joining = new Set(['and', 'or', 'while', 'but', 'as', 'when', 'which', 'who', 'that']);

function wordsIn(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(wordOrMark)) {
    const [raw] = match;
    const at = start + match.index;
    const mark = /^[^\p{L}]/u.test(raw);
    const lower = mark ? raw : fold(raw).replace(/['’]s?$/u, '');
    const barrier = mark ? (raw === ',' ? 3 : 5) : joining.has(lower) ? 2 : 0;
    words.push({ term: mark ? '' : stem(lower), start: at, end: at + raw.length, barrier });
  }
  return words;
}

/** Words further than this from the number, as costs count, say nothing about it. */
const farthest = 16;

/** Cost of the way from the claim to each word around it; words in the claim cost nothing. */
function costs(words: readonly Word[], claim: Claim, others: readonly Claim[]): number[] {
  const crossing = (from: number, to: number) =>
    others.filter((other) => other.start >= from && other.end <= to).length * 6;
  let inside = words.findIndex((word) => word.end > claim.start);
  if (inside < 0) inside = words.length;
  const cost = new Array<number>(words.length).fill(0);
  let way = 0;
  for (let i = inside; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.start < claim.end) continue;
    way += 1 + word.barrier;
    cost[i] = way + crossing(claim.end, word.start);
  }
  way = 2;
  for (let i = inside - 1; i >= 0; i--) {
    const word = words[i] as Word;
    way += 1 + word.barrier;
    cost[i] = way + crossing(word.end, claim.start);
  }
  return cost;
}

function nearestConcept(
  domain: 'people' | 'things' | 'money',
  own: readonly string[],
  words: readonly Word[],
  cost: readonly number[],
): Concept | null {
  for (const term of own) {
    const concept = conceptOf(term, domain);
    if (concept && !concept.weak) return withNeighbour(concept, domain, term, words);
  }
  let best: Concept | null = null;
  let lowest = farthest;
  let bestTerm = '';
  for (const [i, word] of words.entries()) {
    const concept = word.term ? conceptOf(word.term, domain) : null;
    if (!concept) continue;
    const price = (cost[i] ?? 0) + (concept.weak ? 6 : 0);
    if (price < lowest) {
      lowest = price;
      best = concept;
      bestTerm = word.term;
    }
  }
  return best && withNeighbour(best, domain, bestTerm, words);
}

/** "killed or wounded", "dead and injured": both together. */
function withNeighbour(
  concept: Concept,
  domain: 'people' | 'things' | 'money',
  term: string,
  words: readonly Word[],
): Concept {
  const at = words.findIndex((word) => word.term === term);
  for (const step of [2, -2]) {
    const joint = words[at + step / 2]?.term;
    const other = words[at + step]?.term;
    if (at < 0 || !other || (joint !== 'or' && joint !== 'and')) continue;
    const together = togetherOf(concept.name, conceptOf(other, domain)?.name ?? '');
    if (together) return { name: together, weak: false };
  }
  return concept;
}

/** Reads what every claim of a report counts. Linear in the text's length, apart from long sentences with many claims. */
export function sensesOf(text: string, annotation: Annotation): Sense[] {
  const senses: Sense[] = [];
  const claims = [...annotation.claims].sort((a, b) => a.start - b.start);
  const placeMentions = annotation.actors
    .filter((actor) => actor.kind === 'place' || actor.kind === 'group')
    .flatMap((actor) => {
      const key = actorKey({ kind: 'place', name: actor.name });
      return actor.mentions.map((mention) => ({ key, start: mention.start, end: mention.end }));
    })
    .sort((a, b) => a.start - b.start);
  let firstPlace = 0;
  let firstClaim = 0;
  for (const sentence of annotation.sentences) {
    const inside = <T extends { start: number; end: number }>(list: readonly T[], from: number): T[] => {
      const found: T[] = [];
      for (let i = from; i < list.length; i++) {
        const item = list[i] as T;
        if (item.start >= sentence.end) break;
        if (item.start >= sentence.start) found.push(item);
      }
      return found;
    };
    const here = inside(claims, firstClaim);
    const places = inside(placeMentions, firstPlace);
    firstClaim += here.length;
    firstPlace += places.length;
    if (!here.length) continue;
    const words = wordsIn(text, sentence.start, sentence.end);
    const terms = new Set(words.map((word) => word.term).filter(Boolean));
    for (const claim of here) {
      senses.push(senseOf(text, claim, here, words, terms, places));
    }
  }
  return senses;
}

function senseOf(
  text: string,
  claim: Claim,
  claims: readonly Claim[],
  words: readonly Word[],
  sentence: Set<string>,
  places: readonly { key: string; start: number; end: number }[],
): Sense {
  const { kind, name } = claim.unit;
  const exact = units.get(name);
  const unitTerms = termsOf(name);
  const head = unitTerms.at(-1) ?? '';
  const demonym = places.some((place) => place.start >= claim.start && place.end === claim.end);
  const thing = demonym ? { name: 'person', people: true } : thingOf(head);
  const domain = kind === 'money' ? 'money' : kind === 'count' && thing.people ? 'people' : 'things';
  const dimension =
    kind === 'money'
      ? `money:${name}`
      : kind === 'count'
        ? domain
        : exact
          ? exact[0]
          : kind === 'rate' || kind === 'other'
            ? `${kind}:${name}`
            : kind;
  const cost = costs(
    words,
    claim,
    claims.filter((other) => other !== claim),
  );
  const own = [...unitTerms, ...termsOf(claim.about?.text ?? '')];
  const concept = nearestConcept(domain, own, words, cost);
  const near = new Set<string>();
  for (const [i, word] of words.entries()) if (word.term && (cost[i] ?? 0) <= farthest) near.add(word.term);
  const details = new Set([...own.filter((term) => term !== head || kind !== 'count')]);
  const nearby = places.filter((place) => {
    const i = words.findIndex((word) => word.start === place.start);
    return i >= 0 && (cost[i] ?? 0) <= farthest;
  });
  return {
    claim,
    dimension,
    factor: exact?.[1] ?? 1,
    thing: kind === 'count' ? thing.name : '',
    details,
    concept: concept?.name ?? null,
    weak: concept?.weak ?? false,
    places: new Set(nearby.map((place) => place.key)),
    sentence,
    whole: [...near].some((term) => wholeWords.has(term)) || claim.role === 'total',
    label: concept?.name ?? (claim.about?.text || name || text.slice(claim.start, claim.end)),
  };
}
