/** Do two claims of reports on the same story count the same thing, and how do their numbers stand to each other? */
import type { Claim } from '../annotation';
import type { Sense } from './sense';

export type Relation = 'same' | 'overlaps' | 'higher' | 'lower' | 'adds' | 'part_of';

export interface Comparison {
  relation: Relation;
  /** For people. */
  why: string;
}

/** Relative difference below which two numbers are the same number written twice. */
const rounding = 1e-6;
const near = (a: number, b: number) => Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));

/** The range a claim spans in its base unit; an open end reaches to infinity. Null when it has no number. */
function rangeOf({ claim, factor }: Sense): [number, number] | null {
  const { low, high } = claim.quantity;
  if (low === null && high === null) return null;
  // A change from one number to another is compared by where it ended.
  if (claim.role === 'change' && high !== null) return [high * factor, high * factor];
  return [(low ?? Number.NEGATIVE_INFINITY) * factor, (high ?? Number.POSITIVE_INFINITY) * factor];
}

/** How the later number stands to the earlier one, by the numbers alone. */
export function numericRelation(later: Sense, earlier: Sense): 'same' | 'overlaps' | 'higher' | 'lower' | null {
  const [a, b] = [rangeOf(later), rangeOf(earlier)];
  if (!a || !b) return null;
  if ((near(a[0], b[0]) || a[0] === b[0]) && (near(a[1], b[1]) || a[1] === b[1])) return 'same';
  if (a[0] <= b[1] && b[0] <= a[1]) return 'overlaps';
  return a[0] > b[1] ? 'higher' : 'lower';
}

/** Part of shared elements in the smaller set, 0 to 1; 0 when one is empty. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  if (!smaller) return 0;
  let both = 0;
  for (const element of a) if (b.has(element)) both++;
  return both / smaller;
}

const generic = new Set(['person', '']);

/** Do they count the same kind of thing in the same state? */
function sameThing(a: Sense, b: Sense, relation: string | null): boolean {
  if (a.dimension !== b.dimension) return false;
  const concepts = [a.weak ? null : a.concept, b.weak ? null : b.concept];
  if (a.dimension === 'people') {
    if (concepts[0] !== concepts[1]) return false;
    const open = generic.has(a.thing) || generic.has(b.thing);
    return a.thing === b.thing || (open && concepts[0] !== null);
  }
  if (a.dimension === 'things') {
    if (a.thing !== b.thing) return false;
    return concepts[0] === concepts[1] || relation === 'same';
  }
  if (a.dimension.startsWith('money:')) {
    if (concepts[0] !== concepts[1]) return relation === 'same' && shared(a.sentence, b.sentence) >= 0.2;
    return concepts[0] !== null;
  }
  const words = shared(a.details, b.details);
  return relation === 'same'
    ? words > 0 || shared(a.sentence, b.sentence) >= 0.2
    : words >= 0.5 && concepts[0] === concepts[1];
}

/** Places speak against each other when both name some and share none. */
function placesAgree(a: Sense, b: Sense): boolean {
  if (!a.places.size || !b.places.size) return true;
  return shared(a.places, b.places) > 0;
}

const percent = (sense: Sense) => sense.dimension === 'percent' || sense.dimension === 'none';

/**
 * Compares a claim with one of an earlier report on the same story.
 * @returns null when they cannot be compared
 */
export function compare(later: Sense, earlier: Sense): Comparison | null {
  const relation = numericRelation(later, earlier);
  if (!relation || !sameThing(later, earlier, relation) || !placesAgree(later, earlier)) return null;
  if (percent(later) && later.claim.role !== earlier.claim.role && relation !== 'same') return null;
  if (later.claim.role === 'additional' && earlier.claim.role !== 'additional' && relation !== 'same')
    return { relation: 'adds', why: why(later, `${wordsOf(later.claim)} is said to be additional`) };
  if (earlier.claim.role === 'additional' && later.claim.role !== 'additional' && relation !== 'same') return null;
  return { relation, why: why(later, '') };
}

const wordsOf = (claim: Claim) =>
  claim.quantity.low?.toLocaleString('en-US') ?? claim.quantity.high?.toLocaleString('en-US') ?? '';

function why(later: Sense, more: string): string {
  const base = `both count ${later.label}`;
  return more ? `${base}; ${more}` : base;
}
