/**
 * How the work of finding related reports grows with the library, up to a hundred thousand reports: the index in memory, as
 * the database keeps it (profiles as strings), so that the growth is the algorithm's and not the disk's.
 */
import { indexKeys, profileOf } from '../../lib/crossref/profile';
import { candidates, type Lookup, rank, rarityIn } from '../../lib/crossref/related';
import { packProfile, unpackProfile } from '../../lib/crossref/stored';
import { syntheticReports } from '../synthetic/library';

const sizes = (process.env['GROWTH'] ?? '1000,10000,100000').split(',').map(Number);
const asked = 200;

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
const median = (times: readonly number[]) => sorted(times)[Math.floor(times.length / 2)] ?? Number.NaN;
const high = (times: readonly number[]) => sorted(times)[Math.floor(times.length * 0.95)] ?? Number.NaN;

interface Row {
  reports: number;
  milliseconds: number;
  high: number;
  /** Entries of postings that the keys of one report have. */
  entries: number;
}

function measure(): Row[] {
  const postings = new Map<string, number[]>();
  const profiles: string[] = [];
  const rows: Row[] = [];
  const reports = syntheticReports(Math.max(...sizes) + asked * sizes.length);
  const next = () => {
    const made = reports.next().value;
    return made ? profileOf(made.article, made.annotation) : undefined;
  };
  for (const size of sizes) {
    for (let profile = next(); profile; profile = next()) {
      for (const key of indexKeys(profile)) {
        const serials = postings.get(key);
        if (serials) serials.push(profiles.length);
        else postings.set(key, [profiles.length]);
      }
      profiles.push(packProfile(profile));
      if (profiles.length >= size) break;
    }
    const times: number[] = [];
    let entries = 0;
    for (let i = 0; i < asked; i++) {
      const profile = next();
      if (!profile) break;
      const keys = indexKeys(profile);
      const lookup: Lookup = {
        reports: profiles.length,
        postings: new Map(keys.map((key) => [key, postings.get(key) ?? []])),
      };
      for (const serials of lookup.postings.values()) entries += serials.length;
      const start = performance.now();
      const among = candidates(lookup).map((id) => ({ id, profile: unpackProfile(profiles[id] as string) }));
      rank(profile, among, rarityIn(lookup));
      times.push(performance.now() - start);
    }
    rows.push({ reports: size, milliseconds: median(times), high: high(times), entries: entries / asked });
    console.error(JSON.stringify(rows.at(-1)));
  }
  return rows;
}

const format = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** The section's Markdown. */
export async function section(): Promise<string> {
  const rows = measure();
  const [first] = rows;
  return [
    'Finding the reports on the same story and comparing them, without the database: a look-up reads the rarest keys first and stops, so that what it costs grows far more slowly than the library.',
    '',
    '| reports | times larger | ms | 95 % | times as long | entries under the keys of one report |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ reports, milliseconds, high: slow, entries }) =>
        `| ${[reports, reports / (first?.reports ?? 1), milliseconds, slow, milliseconds / (first?.milliseconds ?? 1), entries].map((value) => format.format(value)).join(' | ')} |`,
    ),
  ].join('\n');
}
