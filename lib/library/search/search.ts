/** Searching segments: words by prefix, ranked; facets, days and claims as filters. Plain code: no database here. */
import type { SearchFilter } from '../rows';
import { certainties, eachPosting, facet, lowerBound, type Segment } from './segment';
import { queryTerms } from './words';

export interface SearchQuery {
  /** Words that must all occur; each may be the beginning of a word. */
  query: string;
  filter: SearchFilter;
}

export interface FoundReport {
  id: string;
  score: number;
  /** Ids of the claims that pass the filter; null when the filter asks nothing of claims. */
  claims: string[] | null;
}

/** Below this, the beginning of a word is the beginning of too many; single characters of other scripts are words. */
const shortestPrefix = 2;
/** What a longer word tells of the shorter one that was typed. */
const begun = 0.6;

/** Which entries of which segment stand for a report now: the newest do. */
export class Searcher {
  private hidden: Uint8Array[] = [];
  private live = 0;

  /** @param segments oldest first */
  constructor(readonly segments: readonly Segment[]) {
    const seen = new Set<string>();
    for (const segment of segments.toReversed()) {
      const hidden = new Uint8Array(segment.ids.length);
      for (const [index, id] of segment.ids.entries()) {
        if (seen.has(id)) hidden[index] = 1;
        else this.live++;
      }
      for (const id of segment.ids) seen.add(id);
      for (const id of segment.gone) seen.add(id);
      this.hidden.unshift(hidden);
    }
  }

  isHidden(segment: number, report: number): boolean {
    return this.hidden[segment]?.[report] === 1;
  }

  /** Reports in the index. */
  get reports(): number {
    return this.live;
  }

  /** All reports that match, best first; without words newest first. */
  search({ query, filter }: SearchQuery): FoundReport[] {
    const terms = queryTerms(query);
    if (query.trim() && terms.length === 0) return [];
    const exact = this.find(terms, filter, false);
    // Forgiving typing errors costs a look at many words: only where nothing is found without.
    return exact.length === 0 && terms.some((term) => term.length >= shortestFuzzy)
      ? this.find(terms, filter, true)
      : exact;
  }

  private find(terms: readonly string[], filter: SearchFilter, fuzzy: boolean): FoundReport[] {
    const words = this.segments.map((segment) => terms.map((term) => expand(segment, term, fuzzy)));
    // How rare each word of the query is in the whole index.
    const rarity = terms.map((_, word) => {
      let found = 0;
      for (const [place, segment] of this.segments.entries())
        for (const { index } of words[place]?.[word] ?? [])
          found += ((segment.offsets[index + 1] as number) - (segment.offsets[index] as number)) / 2;
      return Math.log1p(this.live / (1 + found));
    });
    const all: (FoundReport & { day: number })[] = [];
    for (const [place, segment] of this.segments.entries()) {
      const scores = scoresIn(segment, words[place] ?? [], rarity);
      narrow(segment, filter, scores);
      const claims = claimsIn(segment, filter);
      for (let report = 0; report < scores.length; report++) {
        const score = scores[report] as number;
        if (score === 0 || this.isHidden(place, report)) continue;
        const passing = claims && (claims.get(report) ?? []);
        if (passing && passing.length === 0) continue;
        all.push({ id: segment.ids[report] as string, score, claims: passing, day: segment.days[report] as number });
      }
    }
    return all
      .sort((a, b) => b.score - a.score || b.day - a.day)
      .map(({ id, score, claims }) => ({ id, score, claims }));
  }
}

interface Expanded {
  index: number;
  weight: number;
}

/** Shorter words are one error away from too many others. */
const shortestFuzzy = 5;

/** The segment's terms that a word of the query stands for. */
function expand({ terms }: Segment, word: string, fuzzy: boolean): Expanded[] {
  const found: Expanded[] = [];
  const first = lowerBound(terms, word);
  if (word.length < shortestPrefix && word.charCodeAt(0) < 0x1100) {
    if (terms[first] === word) found.push({ index: first, weight: 1 });
    return found;
  }
  for (let index = first; terms[index]?.startsWith(word); index++)
    found.push({ index, weight: terms[index] === word ? 1 : begun });
  if (fuzzy && found.length === 0 && word.length >= shortestFuzzy) {
    const errors = word.length >= 9 ? 2 : 1;
    const initial = word.slice(0, 1);
    for (let index = lowerBound(terms, initial); terms[index]?.startsWith(initial); index++) {
      const distance = editDistance(word, terms[index] as string, errors);
      if (distance <= errors) found.push({ index, weight: 1 / (1 + distance) });
    }
  }
  return found;
}

/** Levenshtein's distance, or something above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length] as number;
}

/** A report's score is the sum over the words, of which it must have every one; without words all score alike. */
function scoresIn(segment: Segment, words: readonly Expanded[][], rarity: readonly number[]): Float32Array {
  const total = new Float32Array(segment.ids.length).fill(words.length ? 0 : 1);
  for (const [place, expanded] of words.entries()) {
    const best = new Float32Array(segment.ids.length);
    for (const { index, weight } of expanded)
      eachPosting(segment, index, (report, impact) => {
        const value = weight * impact * (rarity[place] as number);
        if (value > (best[report] as number)) best[report] = value;
      });
    for (let report = 0; report < total.length; report++) {
      const here = best[report] as number;
      total[report] = here && (place === 0 || total[report]) ? (total[report] as number) + here : 0;
    }
  }
  return total;
}

/** Sets the scores of reports that the filter leaves out to 0. */
function narrow(segment: Segment, filter: SearchFilter, scores: Float32Array): void {
  const facets = [
    filter.siteName !== undefined && facet('site', filter.siteName),
    filter.tag !== undefined && facet('tag', filter.tag),
    filter.actorKey !== undefined && facet('actor', filter.actorKey),
    filter.storyId !== undefined && facet('story', filter.storyId),
  ].filter((value) => value !== false);
  for (const value of facets) {
    const has = new Uint8Array(scores.length);
    const index = lowerBound(segment.terms, value);
    if (segment.terms[index] === value)
      eachPosting(segment, index, (report) => {
        has[report] = 1;
      });
    for (let report = 0; report < scores.length; report++) if (!has[report]) scores[report] = 0;
  }
  const [from, to] = [dayOf(filter.from, Number.NEGATIVE_INFINITY), dayOf(filter.to, Number.POSITIVE_INFINITY)];
  for (let report = 0; report < scores.length; report++) {
    const day = segment.days[report] as number;
    if (day < from || day > to) scores[report] = 0;
  }
}

function dayOf(iso: string | undefined, otherwise: number): number {
  const time = iso === undefined ? Number.NaN : Date.parse(iso.slice(0, 10));
  return Number.isNaN(time) ? otherwise : Math.floor(time / 86_400_000);
}

/** Claims that pass the filter, by report; null when it asks nothing of claims. */
function claimsIn(segment: Segment, filter: SearchFilter): Map<number, string[]> | null {
  const { unit, min, max, certainty, source, sourceActor } = filter;
  if ([unit, min, max, certainty, source, sourceActor].every((asked) => asked === undefined)) return null;
  const wantedUnit = unit === undefined ? -1 : segment.units.indexOf(unit);
  const wantedCertainty = certainty === undefined ? -1 : certainties.indexOf(certainty);
  const words = source === undefined ? [] : queryTerms(source);
  const said =
    source === undefined && sourceActor === undefined
      ? null
      : segment.sources.map((text) => {
          const [written = '', ...keys] = text.split('\n');
          if (sourceActor !== undefined && !keys.includes(sourceActor)) return false;
          const terms = words.length ? queryTerms(`${written} ${keys.map((key) => key.slice(2)).join(' ')}`) : [];
          return words.every((word) => terms.some((term) => term.startsWith(word)));
        });
  const found = new Map<number, string[]>();
  for (let claim = 0; claim < segment.claimOf.length; claim++) {
    if (unit !== undefined && segment.unit[claim] !== wantedUnit) continue;
    if (certainty !== undefined && segment.certainty[claim] !== wantedCertainty) continue;
    if (min !== undefined && (segment.high[claim] as number) < min) continue;
    if (max !== undefined && (segment.low[claim] as number) > max) continue;
    if (said && !said[segment.source[claim] as number]) continue;
    const of = segment.claimOf[claim] as number;
    const list = found.get(of);
    if (list) list.push(segment.claimIds[claim] as string);
    else found.set(of, [segment.claimIds[claim] as string]);
  }
  return found;
}
