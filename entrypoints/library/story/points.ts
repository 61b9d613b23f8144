/** What a time line draws of the numbers that count one thing. */
import type { Certainty } from '../../../lib/annotation';
import type { StoryClaim } from '../../../lib/library/story';
import { certaintyInWords, keptSource, outletOf } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { routeTo } from '../route';

export interface Point {
  day: Date;
  low: number;
  high: number;
  /** Which way the number is open, if it is. */
  open: 'up' | 'down' | null;
  certainty: Certainty;
  words: string;
  /** Outlet, day, source and certainty, for a tip and for screen readers. */
  label: string;
  href: string;
}

const openEnds = { at_least: 'up', more_than: 'up', at_most: 'down', less_than: 'down' } as const;

/** One point a report and value: a number repeated within a report is told once. */
export function pointsOf(claims: readonly StoryClaim[]): Point[] {
  const points = new Map<string, Point>();
  for (const { report, row } of claims) {
    const { claim, source } = row;
    const { low, high, modifier } = claim.quantity;
    const from = low ?? high;
    const to = high ?? low;
    if (from === null || to === null) continue;
    const key = [report.id, from, to, modifier, claim.certainty].join('|');
    if (points.has(key)) continue;
    const words = quantityInWords(claim).counted;
    points.set(key, {
      day: new Date(report.publishedAt ?? report.firstSavedAt),
      low: Math.min(from, to),
      high: Math.max(from, to),
      open:
        low === null
          ? 'down'
          : high === null
            ? 'up'
            : modifier in openEnds
              ? openEnds[modifier as keyof typeof openEnds]
              : null,
      certainty: claim.certainty,
      words,
      label: [
        words,
        `${outletOf(report)}, ${dayInWords(report.publishedAt ?? report.firstSavedAt) ?? ''}`,
        keptSource(claim, source).text,
        certaintyInWords(claim.certainty),
      ].join('\n'),
      href: routeTo(['report', report.id, claim.id]),
    });
  }
  return [...points.values()];
}

/**
 * Moves points of one moment apart, so that none hides another.
 * @param span of the whole time line, in milliseconds
 */
export function spread(points: readonly Point[], span: number): Point[] {
  const step = Math.max(span, 1) / 60;
  const taken = new Map<number, number>();
  return points.map((point) => {
    const at = point.day.getTime();
    const before = taken.get(at) ?? 0;
    taken.set(at, before + 1);
    return before === 0 ? point : { ...point, day: new Date(at + before * step) };
  });
}
