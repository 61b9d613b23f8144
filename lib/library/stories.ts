/** Stories: they form by themselves as reports are saved, and the person's corrections stick. */
import { profileOf } from '../crossref/profile';
import { relatedReports } from './context';
import { attempt, db } from './database';
import { searchAnew } from './derived-tables';
import { LibraryError } from './errors';
import { momentAfter } from './moment';
import type { Report, Story, Version } from './rows';
import { type StoryView, storyViews } from './story-views';

/**
 * The story that a new report belongs to: the one its related reports speak for most. Related reports that have none yet
 * found one with it. Inside the caller's transaction; the report itself may not be stored yet.
 */
export async function findStory(report: Report, version: Version): Promise<string | null> {
  const input = { title: report.title, text: version.text, publishedAt: report.publishedAt };
  const related = await relatedReports(profileOf(input, version.annotation), {
    canonicalUrl: report.canonicalUrl,
    report,
  });
  const votes = new Map<string, number>();
  for (const { report: other, score } of related)
    if (other.storyId !== null) votes.set(other.storyId, (votes.get(other.storyId) ?? 0) + score);
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  const loose = related.filter(({ report: other }) => other.storyId === null && !other.storyByHand);
  const storyId =
    winner?.[0] ?? (loose.length ? (await createStory(firstOf(loose.map((one) => one.report)).title)).id : null);
  if (storyId === null) return null;
  if (loose.length) {
    await db.reports.bulkPut(loose.map(({ report: other }) => ({ ...other, storyId })));
    await searchAnew(loose.map(({ report: other }) => other.id));
  }
  return storyId;
}

/** The report that spoke of the events first gives a story its name. */
function firstOf(reports: readonly Report[]): { title: string } {
  const day = (report: Report) => report.publishedAt ?? report.firstSavedAt;
  const [first] = [...reports].sort((a, b) => (day(a) < day(b) ? -1 : 1));
  return first ?? { title: '' };
}

async function createStory(name: string): Promise<Story> {
  const createdAt = new Date().toISOString();
  const story: Story = { id: crypto.randomUUID(), name, namedByHand: false, createdAt, changedAt: createdAt };
  await db.stories.add(story);
  return story;
}

/** Stories with at least one report, the one told last first. */
export function listStories(): Promise<StoryView[]> {
  return attempt('read', () =>
    db.transaction('r', [db.stories, db.reports], async () =>
      // Read in one go: a walk steps from row to row.
      storyViews(await db.reports.toArray(), await db.stories.toArray()),
    ),
  );
}

/** The stories' own rows, also of those that no report tells any more. */
export function listStoryRows(): Promise<Story[]> {
  return attempt('read', () => db.stories.toArray());
}

/** How many of the newest reports say which stories were told last. */
const newestReports = 150;

/** The stories told last, of which a list shows the first before it has read a large library's all. */
export function listNewestStories(limit: number): Promise<StoryView[]> {
  return attempt('read', async () => {
    const newest = await db.reports.orderBy('savedAt').reverse().limit(newestReports).toArray();
    const ids = [...new Set(newest.flatMap(({ storyId }) => storyId ?? []))].slice(0, limit);
    const stories = await db.stories.bulkGet(ids);
    const reports = await Promise.all(ids.map((id) => db.reports.where('storyId').equals(id).toArray()));
    const views = stories.flatMap((story, index): StoryView[] => {
      const told = reports[index] ?? [];
      const days = told.map(({ publishedAt, firstSavedAt }) => (publishedAt ?? firstSavedAt).slice(0, 10)).sort();
      const [from, to] = [days[0], days.at(-1)];
      const sites = [...new Set(told.flatMap(({ siteName }) => siteName ?? []))];
      return story && from && to ? [{ story, reports: told.length, from, to, sites }] : [];
    });
    return views.sort((a, b) => (a.to < b.to ? 1 : -1));
  });
}

/** Reports of a story, in the order in which they were published. */
export function listStoryReports(storyId: string): Promise<Report[]> {
  return attempt('read', async () => {
    const day = (report: Report) => report.publishedAt ?? report.firstSavedAt;
    const reports = await db.reports.where('storyId').equals(storyId).toArray();
    return reports.sort((a, b) => (day(a) < day(b) ? -1 : 1));
  });
}

const gone = () => new LibraryError('missing', ['failure.gone.story', 'failure.unchanged']);

/** @throws LibraryError "missing" when the story is gone */
export function renameStory(storyId: string, name: string): Promise<void> {
  return attempt('renameStory', () =>
    db.transaction('rw', db.stories, async () => {
      const story = await db.stories.get(storyId);
      if (!story) throw gone();
      await db.stories.put({
        ...story,
        name: name.trim() || story.name,
        namedByHand: true,
        changedAt: momentAfter(story.changedAt),
      });
    }),
  );
}

/**
 * Puts reports into a story by hand, into a new one when `storyId` is null, or (undefined) into none: they stay there.
 * Merging two stories is moving all reports of one; splitting is moving some into a new one.
 * @returns the story's id, null for none
 */
export function moveToStory(reportIds: readonly string[], storyId: string | null | undefined): Promise<string | null> {
  return attempt('moveReports', () =>
    db.transaction('rw', [db.reports, db.stories, db.stale], async () => {
      const reports = (await db.reports.bulkGet([...reportIds])).filter((report) => report !== undefined);
      if (!reports.length) throw new LibraryError('missing', ['failure.gone.reports', 'failure.unchanged']);
      if (storyId && !(await db.stories.get(storyId))) throw gone();
      const target = storyId === null ? (await createStory(firstOf(reports).title)).id : (storyId ?? null);
      await db.reports.bulkPut(
        reports.map((report) => ({
          ...report,
          storyId: target,
          storyByHand: true,
          changedAt: momentAfter(report.changedAt),
        })),
      );
      await searchAnew(reports.map(({ id }) => id));
      return target;
    }),
  );
}
