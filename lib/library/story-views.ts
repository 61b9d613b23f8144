/** What a list says of stories, from the reports that tell them. */
import type { Report, Story } from './rows';

export interface StoryView {
  story: Story;
  reports: number;
  /** ISO 8601 dates of the earliest and the latest report. */
  from: string;
  to: string;
  /** Outlets as they name themselves. */
  sites: string[];
}

/** Stories with at least one report, the one told last first. */
export function storyViews(reports: readonly Report[], stories: readonly Story[]): StoryView[] {
  const told = new Map<string, { reports: number; from: string; to: string; sites: Set<string> }>();
  for (const { storyId, publishedAt, firstSavedAt, siteName } of reports) {
    if (storyId === null) continue;
    const day = (publishedAt ?? firstSavedAt).slice(0, 10);
    const known = told.get(storyId) ?? { reports: 0, from: day, to: day, sites: new Set() };
    known.reports++;
    if (day < known.from) known.from = day;
    if (day > known.to) known.to = day;
    if (siteName) known.sites.add(siteName);
    told.set(storyId, known);
  }
  const views = stories.flatMap((story): StoryView[] => {
    const known = told.get(story.id);
    return known ? [{ ...known, story, sites: [...known.sites] }] : [];
  });
  return views.sort((a, b) => (a.to < b.to ? 1 : -1));
}
