/** The sample: two made-up reports, English in every language of the interface, since that is what the engine reads. */
import type { Annotation } from '../../lib/annotation';
import { linkClaims } from '../../lib/crossref/crossref';
import { sensesOf } from '../../lib/crossref/sense';
import { Failure } from '../../lib/failure';
import type { EarlierClaim } from '../../lib/library/schema';
import { askBackground } from '../../lib/messages';

const address = 'https://claimbook.example/sample';

const article = (day: string, siteName: string, title: string, text: string) => ({
  url: `${address}/${day}`,
  canonicalUrl: `${address}/${day}`,
  title,
  byline: null,
  siteName,
  publishedAt: day,
  modifiedAt: null,
  language: 'en',
  text,
});

export const later = article(
  '2026-03-10',
  'The Port Adair Post',
  'Harbour town counts the cost of the storm',
  `At least 1,200 people were evacuated from Port Adair on Sunday night after the sea wall broke, the harbour authority said. Mayor Elin Marsh told reporters that up to 300 houses were damaged beyond repair.

Repairs to the sea wall will cost about $45 million, according to a first estimate by the Institute of Coastal Engineers. The insurers’ association denied a report that claims had already reached $90 million.

The coastguard believes that between 20 and 30 fishing boats sank in the harbour. "We have raised 17 of them," said its spokesman, Tom Reyes.`,
);

/** As if the reader had kept it the day before. */
export const earlier = article(
  '2026-03-09',
  'Northern Wire',
  'Sea wall breaks in Port Adair',
  `About 800 people were evacuated from Port Adair on Sunday night when the sea wall broke, police said.

Some 120 houses were damaged beyond repair, Mayor Elin Marsh said. Repairs to the sea wall will cost $30 million, according to the harbour authority.

The harbour master, Jon Vale, said that 12 fishing boats sank in the harbour.`,
);

export interface ReadSample {
  annotation: Annotation;
  /** By claim id. */
  earlier: Record<string, EarlierClaim[]>;
}

/** Reads both by the real engine and compares them by the real rules: what is shown is what pages will show. */
export async function readSample(): Promise<ReadSample> {
  const [now, before] = await Promise.all(
    [later, earlier].map(async (one) => (await askBackground('annotate', { article: one })).annotation),
  );
  if (!now || !before) throw new Failure('failure.sample');
  const report = { ...earlier, id: 'sample', savedAt: earlier.publishedAt };
  const links = linkClaims(sensesOf(later.text, now), [{ id: 'sample', senses: sensesOf(earlier.text, before) }]);
  return {
    annotation: now,
    earlier: Object.fromEntries(
      [...links].map(([id, found]) => [
        id,
        found.flatMap(({ claim: claimId, relation, why, because }): EarlierClaim[] => {
          const claim = before.claims.find((one) => one.id === claimId);
          if (!claim) return [];
          const origin = { group: 1, same: null, who: null };
          return [{ report, claim, relation, why, because, sentence: '', source: null, origin }];
        }),
      ]),
    ),
  };
}
