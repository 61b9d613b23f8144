/**
 * A segment of the search index: some reports' words, facets and claims, packed so that ten thousand reports are loaded from the
 * database in tens of milliseconds. Segments are never changed: what is new or changed comes in a new one, which hides the older
 * entries of the same reports (as in Lucene). Plain code: no database here.
 */
import { type Certainty, certaintySchema } from '../../annotation';
import { termsIn } from './words';

/** What search knows of a report. */
export interface Entry {
  id: string;
  /** Days since 1970-01-01. */
  day: number;
  title: string;
  /** The person's own words: notes and tags. */
  own: string;
  /** Outlet and actors. */
  names: string;
  text: string;
  /** Exact values to filter by, as `facet` writes them. */
  facets: string[];
  claims: EntryClaim[];
}

export interface EntryClaim {
  id: string;
  unit: string;
  /** Infinite where open. */
  low: number;
  high: number;
  certainty: Certainty;
  /** The source as written, and the keys of who said it; each on a line. */
  source: string;
}

/** Typed arrays and joined strings: browsers store and read them without looking into them. */
export interface SegmentData {
  /** Of the reports, one a line; those after `days.length` are gone from the library. */
  ids: string;
  days: Int32Array<ArrayBuffer>;
  /** Sorted, one a line. */
  terms: string;
  /** Where each term's postings start; one more at the end. */
  offsets: Uint32Array<ArrayBuffer>;
  /** For each report with a term: distance to the one before as a variable-length number, then how much it tells, 1 to 255. */
  postings: Uint8Array<ArrayBuffer>;
  claimIds: string;
  /** Index of its report. */
  claimOf: Uint32Array<ArrayBuffer>;
  low: Float64Array<ArrayBuffer>;
  high: Float64Array<ArrayBuffer>;
  /** Index into `certainties`. */
  certainty: Uint8Array<ArrayBuffer>;
  units: string;
  unit: Uint32Array<ArrayBuffer>;
  /** Joined by a zero character: a source has line breaks of its own. */
  sources: string;
  source: Uint32Array<ArrayBuffer>;
}

/** An id with a line break comes from a forged file: it is not found then, but harms no other. */
const oneLine = (text: string) => (text.includes('\n') ? text.replaceAll('\n', ' ') : text);

export const certainties: readonly Certainty[] = certaintySchema.options;

/** No word starts with this character. */
export const facet = (kind: 'site' | 'tag' | 'actor' | 'story', value: string) => `\u0001${kind}:${oneLine(value)}`;

const fields = { title: 4, own: 4, names: 2, text: 1 } as const;
/** BM25's saturation (Robertson and Zaragoza 2009); lengths differ little among articles and are left out. */
const saturation = 1.2;
/** The most a term can tell, over all fields. */
const most = Object.values(fields).reduce((sum, weight) => sum + weight, 0);

/** How much each term tells of a report, 1 to 255. */
function impactsOf(entry: Entry): Map<string, number> {
  const told = new Map<string, number>();
  for (const [field, weight] of Object.entries(fields) as [keyof typeof fields, number][]) {
    const counts = new Map<string, number>();
    for (const term of termsIn(entry[field])) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) told.set(term, (told.get(term) ?? 0) + (weight * count) / (count + saturation));
  }
  for (const [term, sum] of told) told.set(term, Math.max(1, Math.min(255, Math.round((255 * sum) / most))));
  for (const value of entry.facets) told.set(value, 255);
  return told;
}

/** Bytes that grow. */
class Bytes {
  private bytes = new Uint8Array(1 << 16);
  length = 0;
  push(value: number): void {
    if (this.length === this.bytes.length) {
      const more = new Uint8Array(this.bytes.length * 2);
      more.set(this.bytes);
      this.bytes = more;
    }
    this.bytes[this.length++] = value;
  }
  /** Seven bits a byte, the lowest first; the top bit says that more follow. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.push((rest & 127) | 128);
      rest >>>= 7;
    }
    this.push(rest);
  }
  done(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

/** Report indexes and impacts of each term, ascending by report: what a segment is written from. */
type Inverted = Map<string, number[]>;

function pack(
  ids: readonly string[],
  days: readonly number[],
  inverted: Inverted,
  claims: readonly (EntryClaim & { of: number })[],
): SegmentData {
  const terms = [...inverted.keys()].sort();
  const offsets = new Uint32Array(terms.length + 1);
  const bytes = new Bytes();
  for (const [index, term] of terms.entries()) {
    offsets[index] = bytes.length;
    const list = inverted.get(term) as number[];
    let before = -1;
    for (let i = 0; i < list.length; i += 2) {
      bytes.number((list[i] as number) - before - 1);
      bytes.push(list[i + 1] as number);
      before = list[i] as number;
    }
  }
  offsets[terms.length] = bytes.length;
  const numbered = (values: readonly string[]) => {
    const known = new Map<string, number>();
    const indexes = Uint32Array.from(values, (value) => {
      if (!known.has(value)) known.set(value, known.size);
      return known.get(value) as number;
    });
    return { names: [...known.keys()], indexes };
  };
  const units = numbered(claims.map(({ unit }) => oneLine(unit)));
  const sources = numbered(claims.map(({ source }) => source.replaceAll('\0', ' ')));
  return {
    ids: ids.map(oneLine).join('\n'),
    days: Int32Array.from(days),
    terms: terms.join('\n'),
    offsets,
    postings: bytes.done(),
    claimIds: claims.map(({ id }) => oneLine(id)).join('\n'),
    claimOf: Uint32Array.from(claims, ({ of }) => of),
    low: Float64Array.from(claims, ({ low }) => low),
    high: Float64Array.from(claims, ({ high }) => high),
    certainty: Uint8Array.from(claims, ({ certainty }) => certainties.indexOf(certainty)),
    units: units.names.join('\n'),
    unit: units.indexes,
    sources: sources.names.join('\0'),
    source: sources.indexes,
  };
}

/** @param gone ids of reports that older segments may know and the library does not any more */
export function writeSegment(entries: readonly Entry[], gone: readonly string[]): SegmentData {
  const inverted: Inverted = new Map();
  for (const [index, entry] of entries.entries())
    for (const [term, impact] of impactsOf(entry)) {
      const list = inverted.get(term);
      if (list) list.push(index, impact);
      else inverted.set(term, [index, impact]);
    }
  return pack(
    [...entries.map(({ id }) => id), ...gone],
    entries.map(({ day }) => day),
    inverted,
    entries.flatMap(({ claims }, of) => claims.map((claim) => ({ ...claim, of }))),
  );
}

/** A segment unpacked for reading. */
export interface Segment extends Omit<SegmentData, 'ids' | 'terms' | 'claimIds' | 'units' | 'sources'> {
  /** Of the reports in it; `gone` are not in the library any more. */
  ids: string[];
  gone: string[];
  terms: string[];
  claimIds: string[];
  units: string[];
  sources: string[];
}

const lines = (text: string, by = '\n') => (text === '' ? [] : text.split(by));

export function openSegment(data: SegmentData): Segment {
  const ids = lines(data.ids);
  return {
    ...data,
    ids: ids.slice(0, data.days.length),
    gone: ids.slice(data.days.length),
    terms: lines(data.terms),
    claimIds: lines(data.claimIds),
    // One empty name is a name, no names are none.
    units: data.unit.length ? data.units.split('\n') : [],
    sources: data.source.length ? data.sources.split('\0') : [],
  };
}

/** Calls back with each report that has the term, and how much it tells of it. */
export function eachPosting(segment: Segment, term: number, visit: (report: number, impact: number) => void): void {
  const { postings, offsets } = segment;
  const end = offsets[term + 1] as number;
  let report = -1;
  for (let at = offsets[term] as number; at < end; ) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++] as number;
      distance |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    report += distance + 1;
    visit(report, postings[at++] as number);
  }
}

/** First index whose term is not below `term`. */
export function lowerBound(terms: readonly string[], term: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One segment of several, oldest first, without what newer ones hide.
 * @param hidden is a report of a segment hidden? By the segment's place in the list and the report's index.
 * @param keepGone whether older segments stay that may know the reports that are gone
 */
export function mergeSegments(
  segments: readonly Segment[],
  hidden: (segment: number, report: number) => boolean,
  keepGone: boolean,
): SegmentData {
  const ids: string[] = [];
  const days: number[] = [];
  const inverted: Inverted = new Map();
  const claims: (EntryClaim & { of: number })[] = [];
  for (const [place, segment] of segments.entries()) {
    const renumbered = new Int32Array(segment.ids.length).fill(-1);
    for (const [index, id] of segment.ids.entries()) {
      if (hidden(place, index)) continue;
      renumbered[index] = ids.length;
      ids.push(id);
      days.push(segment.days[index] as number);
    }
    for (const [index, term] of segment.terms.entries())
      eachPosting(segment, index, (report, impact) => {
        const now = renumbered[report] as number;
        if (now < 0) return;
        const list = inverted.get(term);
        if (list) list.push(now, impact);
        else inverted.set(term, [now, impact]);
      });
    for (let index = 0; index < segment.claimOf.length; index++) {
      const of = renumbered[segment.claimOf[index] as number] as number;
      if (of < 0) continue;
      claims.push({
        of,
        id: segment.claimIds[index] as string,
        unit: segment.units[segment.unit[index] as number] as string,
        source: segment.sources[segment.source[index] as number] as string,
        low: segment.low[index] as number,
        high: segment.high[index] as number,
        certainty: certainties[segment.certainty[index] as number] as Certainty,
      });
    }
  }
  const present = new Set(ids);
  const gone = keepGone ? new Set(segments.flatMap((segment) => segment.gone).filter((id) => !present.has(id))) : [];
  return pack([...ids, ...gone], days, inverted, claims);
}
