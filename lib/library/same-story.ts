/** What the person decided about which reports tell one story: it overrules what the comparison found. */
import { db } from './database';
import type { Correction, Report } from './rows';

/** An article by its address, and as it is kept, if it is. */
export interface Asked {
  canonicalUrl: string;
  report: Pick<Report, 'storyId' | 'storyByHand'> | undefined;
}

/** Tells of one other report what was decided: the same story, another one, or nothing. */
export type Decided = (other: Report) => 'same' | 'other' | null;

const placed = ({ storyId, storyByHand }: Pick<Report, 'storyId' | 'storyByHand'>) => storyId !== null || storyByHand;

/** Reports put into the article's story by hand, asked for at most. */
const broughtTogether = 20;

/**
 * Reads what was decided about an article's story; inside the caller's transaction.
 * @returns what holds for any other report, and the reports that were brought together with it, newest first
 */
export async function decisionsOn({ canonicalUrl, report }: Asked): Promise<{ decided: Decided; together: Report[] }> {
  const decisions = new Map<string, Extract<Correction, { addresses: unknown }>['kind']>();
  for (const row of await db.corrections.where('keys').equals(canonicalUrl).sortBy('changedAt'))
    if ((row.kind === 'same-story' || row.kind === 'other-story') && row.revokedAt === null)
      for (const address of row.addresses) if (address !== canonicalUrl) decisions.set(address, row.kind);

  const named = [...decisions].flatMap(([address, kind]) => (kind === 'same-story' ? [address] : []));
  const together = new Map<string, Report>();
  const take = (reports: readonly Report[]) => {
    for (const one of reports) if (one.canonicalUrl !== canonicalUrl) together.set(one.id, one);
  };
  if (named.length) take(await db.reports.where('canonicalUrl').anyOf(named).toArray());
  const storyId = report?.storyId ?? null;
  if (storyId !== null) {
    const told = await db.reports.where('storyId').equals(storyId).limit(broughtTogether).toArray();
    take(told.filter((one) => one.storyByHand || report?.storyByHand));
  }
  const decided: Decided = (other) => {
    const kind = decisions.get(other.canonicalUrl);
    if (kind) return kind === 'same-story' ? 'same' : 'other';
    // Whoever moved a report by hand has said what it does not belong to as well; nothing is said of reports without a story yet.
    if (!report || (!report.storyByHand && !other.storyByHand) || !(placed(report) && placed(other))) return null;
    return other.storyId !== null && other.storyId === report.storyId ? 'same' : 'other';
  };
  return {
    decided,
    together: [...together.values()]
      .filter((one) => decided(one) === 'same')
      .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
  };
}
