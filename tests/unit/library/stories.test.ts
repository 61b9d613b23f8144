import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/annotation';
import {
  contextOf,
  getReport,
  listStories,
  listStoryReports,
  moveToStory,
  renameStory,
  saveReport,
  wipeLibrary,
} from '../../../lib/library';
import { addCorrection, correctionOf, setRevoked } from '../../../lib/library/corrections';
import { article, claim, reading } from './samples';

beforeEach(wipeLibrary);

/** Reports on one flood, as three outlets might tell it, and one on something else. */
const flood = (outlet: string, dead: number, day: string) => {
  const text = `At least ${dead} people died when the river Odra flooded Ostrava, the mayor said.\n\nThe levee at Ostrava gave way overnight and the Odra rose.`;
  return article({
    canonicalUrl: `https://${outlet}.example/odra`,
    siteName: outlet,
    title: `Odra flood in Ostrava kills ${dead}`,
    publishedAt: day,
    text,
  });
};
const steel = () =>
  article({
    canonicalUrl: 'https://herald.example/steel',
    title: 'Steelmaker Varga shuts its mill',
    publishedAt: '2025-05-03',
    text: 'Varga will close its mill and cut 1900 jobs, a union spokesman in Dolny said on Saturday.',
  });

const save = (saved: ReturnType<typeof article>) => saveReport(saved, reading(saved.text));
const storyOf = async (reportId: string) => (await getReport(reportId))?.report.storyId ?? null;

describe('stories', () => {
  it('form from reports on the same events and are named by the first', async () => {
    const first = await save(flood('herald', 4, '2025-05-02'));
    expect(await storyOf(first.reportId)).toBeNull();
    const other = await save(steel());
    const second = await save(flood('gazette', 9, '2025-05-03'));
    const third = await save(flood('courier', 11, '2025-05-04'));
    const storyId = await storyOf(first.reportId);
    expect(storyId).not.toBeNull();
    expect(await storyOf(second.reportId)).toBe(storyId);
    expect(await storyOf(third.reportId)).toBe(storyId);
    expect(await storyOf(other.reportId)).toBeNull();
    expect(await listStories()).toMatchObject([
      { story: { name: 'Odra flood in Ostrava kills 4' }, reports: 3, from: '2025-05-02', to: '2025-05-04' },
    ]);
    expect((await listStoryReports(storyId ?? '')).map(({ siteName }) => siteName)).toEqual([
      'herald',
      'gazette',
      'courier',
    ]);
  });

  it('keep a report where the person put it, and out of a story it was taken from', async () => {
    const first = await save(flood('herald', 4, '2025-05-02'));
    const second = await save(flood('gazette', 9, '2025-05-03'));
    const own = await moveToStory([second.reportId], null);
    expect(await storyOf(second.reportId)).toBe(own);
    await moveToStory([first.reportId], undefined);
    const third = await save(flood('courier', 11, '2025-05-04'));
    expect(await storyOf(first.reportId)).toBeNull();
    expect(await storyOf(second.reportId)).toBe(own);
    expect(await storyOf(third.reportId)).toBe(own);
  });

  it('keep a name given by hand', async () => {
    await save(flood('herald', 4, '2025-05-02'));
    const { reportId } = await save(flood('gazette', 9, '2025-05-03'));
    const storyId = (await storyOf(reportId)) ?? '';
    await renameStory(storyId, '  The Odra flood ');
    await save(flood('courier', 11, '2025-05-04'));
    expect(await listStories()).toMatchObject([{ story: { name: 'The Odra flood', namedByHand: true } }]);
    await expect(renameStory('gone', 'x')).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('what the person decided about stories', () => {
  const decide = (here: ReturnType<typeof article>, kind: 'same-story' | 'other-story', other: string) => {
    const { annotation } = reading(here.text);
    return addCorrection(correctionOf(here, annotation, { kind, other }, () => null));
  };
  const relatedTo = async (here: ReturnType<typeof article>) =>
    (await contextOf(here, reading(here.text).annotation)).related.map(({ report }) => report.siteName);
  const herald = flood('herald', 4, '2025-05-02');
  const gazette = flood('gazette', 9, '2025-05-03');

  it('keeps a report that tells another story out of the context, both ways, until it is taken back', async () => {
    await save(herald);
    await save(flood('courier', 5, '2025-05-02'));
    const id = await decide(gazette, 'other-story', herald.canonicalUrl);
    expect(await relatedTo(gazette)).toEqual(['courier']);
    await save(gazette);
    expect(await relatedTo(herald)).toEqual(['courier']);
    await setRevoked(id, true);
    expect((await relatedTo(gazette)).sort()).toEqual(['courier', 'herald']);
  });

  it('takes a saved report out of the story that formed around the two', async () => {
    await save(herald);
    const { reportId } = await save(gazette);
    expect(await storyOf(reportId)).not.toBeNull();
    const id = await decide(gazette, 'other-story', herald.canonicalUrl);
    expect(await storyOf(reportId)).toBeNull();
    await setRevoked(id, true);
    expect(await storyOf(reportId)).not.toBeNull();
  });

  it('brings a report into the context that nothing else would', async () => {
    await save(steel());
    await decide(gazette, 'same-story', steel().canonicalUrl);
    expect(await relatedTo(gazette)).toEqual([steel().siteName]);
  });

  it('holds for reports moved by hand as well', async () => {
    const first = await save(herald);
    const other = await save(steel());
    const { reportId } = await save(gazette);
    await moveToStory([reportId, other.reportId], null);
    expect(await relatedTo(gazette)).toEqual([steel().siteName]);
    expect(await relatedTo(steel())).toEqual(['gazette']);
    // Never put anywhere by hand, and without a fellow now: what is alike is shown.
    expect(await storyOf(first.reportId)).not.toBeNull();
    expect(await relatedTo(herald)).toEqual([]);
  });
});

describe('the context of an article', () => {
  it('shows what earlier reports on the story claimed, before the article is saved', async () => {
    const first = await save(flood('herald', 4, '2025-05-02'));
    await save(steel());
    const now = flood('gazette', 9, '2025-05-03');
    const { annotation } = reading(now.text);
    const { related, earlier } = await contextOf(now, annotation);
    expect(related.map(({ report }) => report.id)).toEqual([first.reportId]);
    expect(earlier['c1']).toMatchObject([
      {
        report: { siteName: 'herald' },
        relation: 'higher',
        claim: { quantity: { low: 4 } },
        source: 'the mayor',
        why: expect.stringContaining('deaths'),
        sentence: expect.stringContaining('At least 4 people died'),
      },
    ]);
  });

  it('adds an increment to what was known by then, not to what came out later', async () => {
    const told = (outlet: string, day: string, text: string, quote: string, change: Partial<Claim>) => {
      const one = { ...flood(outlet, 4, day), text };
      return { one, annotation: { ...reading(text).annotation, claims: [claim(text, quote, change)] } };
    };
    const lead = 'The river Odra flooded Ostrava and the levee at Ostrava gave way overnight.';
    const total = (outlet: string, day: string) => told(outlet, day, `${lead} It killed 40 people.`, '40 people', {});
    for (const { one, annotation } of [total('herald', '2025-05-02'), total('gazette', '2025-05-04')])
      await saveReport(one, { ...reading(one.text), annotation });
    const more = told('courier', '2025-05-03', `${lead} Another 3 people died, the mayor said.`, 'Another 3 people', {
      role: 'additional',
      quantity: { low: 3, high: 3, modifier: 'exact', trend: null },
    });
    const { earlier } = await contextOf(more.one, more.annotation);
    expect(Object.values(earlier).flat()).toMatchObject([{ relation: 'adds', report: { siteName: 'herald' } }]);
  });

  it('leaves the article itself out when it is saved', async () => {
    const saved = flood('herald', 4, '2025-05-02');
    await save(saved);
    expect(await contextOf(saved, reading(saved.text).annotation)).toEqual({ related: [], earlier: {} });
  });

  it('compares with the newest text of a report only', async () => {
    await save(flood('herald', 4, '2025-05-02'));
    await save(flood('herald', 6, '2025-05-02'));
    const now = flood('gazette', 9, '2025-05-03');
    const { earlier } = await contextOf(now, reading(now.text).annotation);
    expect(earlier['c1']?.map(({ claim: other }) => other.quantity.low)).toEqual([6]);
  });

  it('is empty in an empty library', async () => {
    const text = 'At least 4 people died.';
    const annotation = { ...reading(text).annotation, claims: [claim(text, 'At least 4 people')] };
    expect(await contextOf(article({ text }), annotation)).toEqual({ related: [], earlier: {} });
  });
});
