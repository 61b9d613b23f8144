/** A report whose every field tries to be something else: markup, script, a formula, the end of the format's string. */
import type { Annotation } from '../../../lib/annotation';
import type { ExportItem } from '../../../lib/export/item';
import type { Report, Version } from '../../../lib/library/rows';
import { claim, spanOf } from '../library/samples';

export const nasty =
  '<script>alert(1)</script> =cmd|\' /C calc\'!A0 "quoted", [link](javascript:x) {}\\ ~^ %% $x$ # --- \u2028\ud800 `code`';

export function hostileItem(
  text = `At least 40 people died, ${nasty} said.\n\n---\n=1+1\n<img src=x onerror=y>`,
): ExportItem {
  const source = { ...spanOf(text, nasty), actors: ['a1'] };
  const annotation: Annotation = {
    language: 'en',
    sentences: [{ start: 0, end: text.indexOf('\n') }],
    actors: [
      { id: 'a1', name: nasty, kind: 'person', roles: [nasty], mentions: [{ ...spanOf(text, nasty), kind: 'person' }] },
    ],
    attributions: [{ id: 's1', source, cue: spanOf(text, ' said'), content: spanOf(text, 'At least 40 people died') }],
    claims: [
      claim(text, 'At least 40 people', {
        attribution: 's1',
        about: { text: nasty, ...spanOf(text, nasty) },
        time: { text: nasty, from: null, to: null },
        quantity: { low: -40, high: null, modifier: 'at_least', trend: null },
        unit: { text: nasty, name: nasty, kind: 'count' },
      }),
    ],
  };
  const version: Version = {
    reportId: 'r1',
    version: 1,
    savedAt: '2025-05-03T10:00:00.000Z',
    title: nasty,
    modifiedAt: null,
    text,
    textHash: 'x',
    annotation,
    engineVersion: nasty,
  };
  const report: Report = {
    id: 'r1',
    canonicalUrl: 'https://herald.example/a',
    url: 'https://herald.example/a?b=(c)&d=<e>%20{f}',
    title: nasty,
    byline: `By ${nasty}`,
    siteName: nasty,
    publishedAt: '2025-05-02',
    modifiedAt: null,
    language: 'en',
    firstSavedAt: '2025-05-03T10:00:00.000Z',
    savedAt: '2025-05-03T10:00:00.000Z',
    changedAt: '2025-05-03T10:00:00.000Z',
    version: 1,
    textHash: 'x',
    note: nasty,
    tags: [nasty, 'plain'],
    storyId: null,
    storyByHand: false,
    lead: nasty,
    claimCount: 1,
    actorKeys: [],
  };
  return { report, versions: [version] };
}

/** The same with ordinary words, for what a person expects to read. */
export function plainItem(): ExportItem {
  const text = 'At least 40 people were evacuated 😀 near Ostrava, the mayor said.\n\nThe river rose by 2 metres.';
  const { report, versions } = hostileItem();
  const annotation: Annotation = {
    language: 'en',
    sentences: [
      spanOf(text, 'At least 40 people were evacuated 😀 near Ostrava, the mayor said.'),
      spanOf(text, 'The river rose by 2 metres.'),
    ],
    actors: [
      {
        id: 'a1',
        name: 'Ostrava',
        kind: 'place',
        roles: ['city'],
        mentions: [{ ...spanOf(text, 'Ostrava'), kind: 'place' }],
      },
    ],
    attributions: [
      {
        id: 's1',
        source: { ...spanOf(text, 'the mayor'), actors: [] },
        cue: spanOf(text, 'said'),
        content: { start: 0, end: 54 },
      },
    ],
    claims: [
      claim(text, 'At least 40 people', { attribution: 's1' }),
      claim(text, '2 metres', {
        id: 'c2',
        quantity: { low: 2, high: 2, modifier: 'exact', trend: 'up' },
        unit: { text: 'metres', name: 'metre', kind: 'length' },
        role: 'change',
        salience: 'minor',
      }),
    ],
  };
  return {
    report: {
      ...report,
      url: 'https://herald.example/levee',
      title: 'Levee gives way: "we ran"',
      byline: 'By Ines Dorn and Ján Malý',
      siteName: 'The Herald',
      note: 'Call the mayor.\nTwice.',
      tags: ['flood', 'two words'],
      lead: 'At least 40 people were evacuated.',
    },
    versions: versions.map((version) => ({ ...version, title: 'Levee gives way', text, annotation })),
  };
}
