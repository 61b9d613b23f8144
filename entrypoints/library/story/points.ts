/** What a time line draws of the numbers that count one thing. */
import type { Certainty } from '../../../lib/annotation';
import type { Origin } from '../../../lib/crossref/origin';
import type { StoryClaim } from '../../../lib/library/story';
import { certaintyInWords, keptSource, outletOf } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { originInWords } from '../../../lib/ui-text/origin';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { routeTo } from '../route';

export interface Point {
  day: Date;
  low: number;
  high: number;
  /** Which way the number is open, if it is. */
  open: 'up' | 'down' | null;
  certainty: Certainty;
  /** It repeats an earlier telling: the same text, source or outlet. */
  again: boolean;
  /** Hedge and number, to stand beside the point. */
  words: string;
  /** Outlet, day, source and certainty, for a tip and for screen readers. */
  label: string;
  href: string;
}

const openEnds = { at_least: 'up', more_than: 'up', at_most: 'down', less_than: 'down' } as const;

/** One point a report and value: a number repeated within a report is told once. */
export function pointsOf(
  claims: readonly (StoryClaim & { origin?: Pick<Origin, 'same' | 'who'>; again?: boolean })[],
  names?: ReadonlyMap<string, string>,
): Point[] {
  const points = new Map<string, Point>();
  for (const { report, row, origin, again = false } of claims) {
    const { claim, source } = row;
    const { low, high, modifier } = claim.quantity;
    const from = low ?? high;
    const to = high ?? low;
    if (from === null || to === null) continue;
    const key = [report.id, from, to, modifier, claim.certainty].join('|');
    if (points.has(key)) continue;
    const { counted, hedged } = quantityInWords(claim);
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
      again,
      words: hedged,
      label: [
        counted,
        `${outletOf(report)}, ${dayInWords(report.publishedAt ?? report.firstSavedAt) ?? ''}`,
        keptSource(claim, source, row.sourceActors, names).text,
        certaintyInWords(claim.certainty),
        ...(again && origin?.same ? [originInWords(origin)] : []),
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

/** Pixels: what a label takes, roughly. Enough to keep labels apart. */
const letter = 6.5;
const line = 14;

/**
 * Chooses the points whose numbers are written beside them: the last, the extremes and the first, then others, as long as none
 * runs into another.
 * @param place where a point stands, in pixels
 */
export function labelled(points: readonly Point[], place: (point: Point) => { x: number; y: number }): Point[] {
  const [first] = points;
  const last = points.at(-1);
  const most = points.reduce<Point | undefined>((max, one) => (max && max.high >= one.high ? max : one), undefined);
  const least = points.reduce<Point | undefined>((min, one) => (min && min.low <= one.low ? min : one), undefined);
  const wanted = new Set([last, most, least, first, ...points].filter((point) => point !== undefined));
  const boxes: { left: number; right: number; y: number }[] = [];
  return [...wanted].filter((point) => {
    const { x, y } = place(point);
    const half = (point.words.length * letter) / 2;
    const box = { left: x - half, right: x + half, y };
    const free = boxes.every(
      ({ left, right, y: other }) => box.right < left || box.left > right || Math.abs(other - y) > line,
    );
    if (free) boxes.push(box);
    return free;
  });
}

/** Midnights for the axis of time, at most `most`, so that no day is written twice. */
export function dayTicks(from: Date, to: Date, most: number): Date[] {
  const day = 86_400_000;
  const first = new Date(from);
  first.setHours(0, 0, 0, 0);
  const days = Math.max(1, Math.ceil((to.getTime() - first.getTime()) / day));
  const step = Math.ceil(days / Math.max(1, most));
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => {
    const tick = new Date(first);
    tick.setDate(first.getDate() + index * step);
    return tick;
  }).filter((tick) => tick >= from && tick <= to);
}
