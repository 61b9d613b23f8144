/** Do two claims of reports on the same story count the same thing, and how do their numbers stand to each other? */
import { backgroundRarity } from './rarity';
import { numericRelation, type Relation } from './relation';
import { placesOf, type Sense } from './sense';
import { type Because, because, inEnglish } from './why';

export interface Comparison {
  relation: Relation;
  because: Because;
  /** The same for people, in English. */
  why: string;
}

/** Cosine of two sets of terms weighted by rarity, 0 to 1. */
function likeTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const square = (terms: Iterable<string>) => {
    let sum = 0;
    for (const term of terms) sum += backgroundRarity(term) ** 2;
    return sum;
  };
  const shared = square([...a].filter((term) => b.has(term)));
  return shared ? shared / Math.sqrt(square(a) * square(b)) : 0;
}

/** Digits that a number spends on being itself: 17,305 has five, 20,000 has one. */
function significantDigits(value: number): number {
  return Math.abs(value)
    .toPrecision(12)
    .replace(/e.*/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}

const magnitude = ([low, high]: readonly [number, number]) =>
  Math.log10(
    1 + Math.abs(Number.isFinite(low) && Number.isFinite(high) ? (low + high) / 2 : Number.isFinite(low) ? low : high),
  );

const role = ({ claim }: Sense) => claim.role;

/** Two sets of places: the same, one a part of the other, unknown on one side or both, or different. */
function placing(a: Sense, b: Sense): 'same' | 'none' | 'one' | 'part' | 'other' {
  const [placesA, placesB] = [placesOf(a), placesOf(b)];
  if (!placesA.size && !placesB.size) return 'none';
  if (!placesA.size || !placesB.size) return 'one';
  const shared = [...placesA].filter((place) => placesB.has(place)).length;
  if (shared === placesA.size && shared === placesB.size) return 'same';
  if (shared) return 'part';
  // Whose soldiers they are says nothing against where they are.
  return a.at.size > 0 === b.at.size > 0 ? 'other' : 'one';
}

const whereDivided = { same: 3, none: 2, one: 0, part: -2 };
const whereOne = { same: 1.5, none: 1.5, one: 0.75, part: 0 };

export interface Fit {
  /** How well what is counted agrees, whatever the numbers are: the best between two reports are linked. */
  kind: number;
  /** With the numbers: an unlikely number in both says that they are one. */
  total: number;
}

/** @returns null when two claims cannot be compared */
export function fitOf(later: Sense, earlier: Sense): Fit | null {
  if (!later.range || !earlier.range) return null;
  const same = numericRelation(later.range, earlier.range) === 'same';
  if (later.dimension !== earlier.dimension) return sameRate(later, earlier) && same ? { kind: 1, total: 1 } : null;
  // An increment is no total; only another mention of the same increment compares with it.
  if (role(earlier) === 'additional' && !earlier.addsInside && !(same && role(later) === 'additional')) return null;
  for (const one of ['rate', 'change'] as const) if ((role(later) === one) !== (role(earlier) === one)) return null;
  if (later.year !== earlier.year || later.subset !== earlier.subset) return null;
  const adds = addsTo(later, earlier);
  if (adds === false) return null;
  const minor = later.claim.salience === 'minor' || earlier.claim.salience === 'minor';
  // A small number is worth a comparison when it is the same one, or when both say what happened to people.
  const told =
    later.dimension === 'people' && !later.weak && later.concept !== null && later.concept === earlier.concept;
  if (minor && !same && !told) return null;

  const kind = kindFit(later, earlier, same);
  if (kind === null) return null;
  const placed = placing(later, earlier);
  if (placed === 'other') return null;
  if (later.side !== null && earlier.side !== null && later.side !== earlier.side) return null;

  let fit = kind;
  fit += (later.divided || earlier.divided ? whereDivided : whereOne)[placed];
  if (later.side !== null || earlier.side !== null)
    fit += later.side === earlier.side ? 3 : role(later) === 'part' || role(earlier) === 'part' ? -1.5 : -2.5;
  if (later.whole === earlier.whole) fit += 0.5;
  if ((role(later) === 'part') !== (role(earlier) === 'part')) fit -= later.divided || earlier.divided ? 2 : 1;
  fit += 2 * likeTerms(later.near, earlier.near);
  // What is planned and what is there are told as one number now and then, but mostly they are two.
  if (later.planned !== earlier.planned && later.dimension === 'people') fit -= 1;
  fit -= Math.max(0, Math.abs(magnitude(later.range) - magnitude(earlier.range)) - 1) * 1.5;
  return { kind: fit, total: same ? fit + 1 + Math.min(significantDigits(later.range[0]), 4) / 2 : fit };
}

/**
 * Is the later claim an increment to the earlier one? Undefined when it is no increment at all, false when it is one but not
 * to this: an increment adds to a greater number that is there already.
 */
function addsTo(later: Sense, earlier: Sense): boolean | undefined {
  if (role(later) !== 'additional' || later.addsInside || !later.range || !earlier.range) return undefined;
  if (role(earlier) === 'additional') return undefined;
  if (earlier.planned || role(earlier) === 'part') return false;
  // Money comes in instalments of any size.
  return later.dimension.startsWith('money:') || numericRelation(later.range, earlier.range) === 'lower';
}

/** "£4,500 per pupil" and "£4,500": the same sum, told with and without what it is for. */
function sameRate(a: Sense, b: Sense): boolean {
  const [unitA, unitB] = [a.claim.unit.name, b.claim.unit.name].map((name) => name.split(' per ')[0]);
  return unitA === unitB && a.concept !== null && a.concept === b.concept && significantDigits(a.range?.[0] ?? 0) >= 2;
}

/** The same actor, or one named by the other's initials: "WHO". */
function sameActor(a: string, b: string): boolean {
  const initials = (key: string) =>
    key
      .slice(2)
      .split(' ')
      .map((word) => word[0])
      .join('');
  const short = (key: string) => key.slice(2);
  return a === b || initials(a) === short(b) || initials(b) === short(a);
}

/** Groups that "700 Danes" may be, where nothing says what happened to them. */
const openWith: Record<string, true> = { soldier: true, person: true };

/** How well what is counted agrees; null when it is not the same thing. */
function kindFit(later: Sense, earlier: Sense, same: boolean): number | null {
  const [a, b] = [later.weak ? null : later.concept, earlier.weak ? null : earlier.concept];
  const likely =
    same && significantDigits(later.range?.[0] ?? 0) >= 2 && likeTerms(later.sentence, earlier.sentence) >= 0.1;
  if (later.dimension === 'people') {
    const open =
      (later.thing === 'anyone' || earlier.thing === 'anyone') && later.thing !== 'child' && earlier.thing !== 'child';
    if (a !== b) return null;
    if (later.thing !== earlier.thing && !open) return null;
    if (a !== null) return 1;
    // Without a word on what happened to them, soldiers compare with soldiers, but people with people only when much else agrees.
    if (later.thing === 'person' || earlier.thing === 'person') return likely ? 0 : null;
    if ((role(later) === 'part') !== (role(earlier) === 'part')) return null;
    if (Math.abs(magnitude(later.range ?? [0, 0]) - magnitude(earlier.range ?? [0, 0])) > 1.3) return null;
    if (open && !(later.thing in openWith) && !(earlier.thing in openWith)) return null;
    if (later.claim.quantity.modifier === 'vague' || earlier.claim.quantity.modifier === 'vague') return null;
    return 0.5;
  }
  if (later.dimension === 'things') {
    if (later.thing !== earlier.thing) return null;
    if (a !== b) return likely ? 0 : null;
    return a !== null || same ? 1 : likeTerms(later.details, earlier.details) >= 0.8 ? 0 : null;
  }
  if (likely) return 1;
  const apart = later.owner !== null && earlier.owner !== null && !sameActor(later.owner, earlier.owner);
  if (same && later.dimension.startsWith('other:')) return 1;
  if (a !== b || (apart && !(same && a !== null))) return null;
  const alike = likeTerms(later.details, earlier.details);
  // Other numbers of the same kind compare when they are the same actor's; an instalment may leave open whose it is.
  const owned = (later.owner === null) === (earlier.owner === null) || addsTo(later, earlier) === true;
  if (!same && !owned) return null;
  if (later.dimension.startsWith('money:')) return a !== null ? 1 + alike : null;
  if (later.dimension === 'percent' && a !== null && role(later) === role(earlier)) return alike;
  return alike >= 0.5 || (same && alike > 0) ? alike : null;
}

/** The relation of two comparable claims. */
export function relationOf(later: Sense, earlier: Sense): Comparison | null {
  if (!later.range || !earlier.range) return null;
  const relation: Relation = addsTo(later, earlier) ? 'adds' : numericRelation(later.range, earlier.range);
  const reason = because(later, earlier);
  return { relation, because: reason, why: inEnglish(reason, relation) };
}
