import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { Certainty } from '../../../lib/annotation';
import { certaintyInWords } from '../../../lib/ui-text/claim';
import { dateFormat, numberFormat, t } from '../../../lib/ui-text/text';
import { dayTicks, labelled, type Point } from './points';

/** Told apart by shape, not by colour: filled is stated, hollow is less than that, a cross is denied. */
const shapes: Record<Certainty, { symbol: 'circle' | 'times' | 'diamond' | 'triangle'; filled: boolean }> = {
  certain: { symbol: 'circle', filled: true },
  probable: { symbol: 'circle', filled: false },
  possible: { symbol: 'triangle', filled: false },
  unknown: { symbol: 'diamond', filled: false },
  denied: { symbol: 'times', filled: false },
};

const height = 132;
const left = 52;
const right = 16;

interface TimelineProps {
  points: Point[];
  /** First and last moment of the whole story: all its rows share one axis of time. */
  from: Date;
  to: Date;
  label: string;
}

/** The numbers of one counted thing over time; each is a link to its sentence in the saved text. */
export function Timeline({ points, from, to, label }: TimelineProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const draw = () => box.replaceChildren(plot(points, from, to, label, box.clientWidth));
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(box);
    return () => watch.disconnect();
  }, [points, from, to, label]);
  return <div ref={place} className="timeline" />;
}

/** Where a point's sign stands: at its bound where the number is open, else in the middle of its range. */
const middle = ({ open, low, high }: Point) => (open === 'down' ? high : open === 'up' ? low : (low + high) / 2);

function plot(points: Point[], from: Date, to: Date, label: string, width: number): Element {
  const number = numberFormat({ notation: 'compact', maximumSignificantDigits: 3 });
  const margin = Math.max((to.getTime() - from.getTime()) * 0.06, 43_200_000);
  const start = new Date(from.getTime() - margin);
  const end = new Date(to.getTime() + margin);
  const dates = dateFormat({
    day: 'numeric',
    month: 'short',
    ...(start.getFullYear() === end.getFullYear() ? {} : { year: '2-digit' }),
  });
  const top = Math.max(...points.map(({ high }) => high));
  const least = Math.min(...points.map(({ low }) => low));
  // Numbers that differ much are seen against nothing; numbers that hardly differ are seen against each other.
  const zero = least > 0 && top / least > 1.6;
  const bottom = zero ? 0 : least;
  const channels = {
    href: 'href',
    ariaLabel: (point: Point) => point.label.replaceAll('\n', ', '),
    title: 'label',
  } as const;
  const color = 'var(--cb-claim)';
  const dots = Object.entries(shapes).flatMap(([certainty, { symbol, filled }]) => {
    const some = points.filter((point) => point.certainty === certainty);
    return some.length === 0
      ? []
      : [
          Plot.dot(some, {
            x: 'day',
            y: middle,
            // What only repeats an earlier telling is smaller: it confirms nothing.
            r: (point: Point) => (point.again ? 3 : 5),
            symbol,
            stroke: color,
            strokeWidth: 2,
            fill: filled ? color : 'var(--cb-surface)',
            ...channels,
          }),
        ];
  });
  return Plot.plot({
    width: Math.max(width, 240),
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: 18,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
    ariaLabel: label,
    x: {
      type: 'time',
      domain: [start, end],
      ticks: dayTicks(start, end, Math.floor(width / 90)),
      tickFormat: (day: Date) => dates.format(day),
      label: null,
    },
    y: {
      nice: true,
      zero,
      ticks: 3,
      tickFormat: (value: number) => number.format(value),
      label: null,
      grid: true,
      insetTop: 8,
      insetBottom: 8,
    },
    // Radii are pixels, not values.
    r: { type: 'identity' },
    marks: [
      Plot.link(
        points.filter(({ low, high }) => low !== high),
        {
          x: 'day',
          y1: 'low',
          y2: 'high',
          stroke: color,
          strokeWidth: 6,
          strokeOpacity: 0.45,
          strokeLinecap: 'round',
          ...channels,
        },
      ),
      Plot.text(
        points.filter(({ open }) => open),
        {
          x: 'day',
          y: (point: Point) => (point.open === 'down' ? point.high : point.low),
          text: (point: Point) => (point.open === 'up' ? '↑' : '↓'),
          dx: 12,
          fill: color,
          fontWeight: 700,
          ariaHidden: 'true',
        },
      ),
      ...dots,
      Plot.text(
        labelled(points, (point) => ({
          x: ((point.day.getTime() - start.getTime()) / (end.getTime() - start.getTime())) * (width - left - right),
          y: ((point.high - bottom) / (top - bottom || 1)) * (height - 60),
        })),
        {
          x: 'day',
          y: 'high',
          text: 'words',
          dy: -13,
          fill: 'var(--cb-text)',
          stroke: 'var(--cb-surface)',
          strokeWidth: 3,
          ariaHidden: 'true',
        },
      ),
    ],
  });
}

/** What the shapes mean. */
export function TimelineKey() {
  return (
    <ul className="cb-list timeline-key cb-small cb-muted" aria-label={t('library.story.key')}>
      {(['certain', 'probable', 'possible', 'unknown', 'denied'] as const).map((certainty) => (
        <li key={certainty} className="timeline-mark">
          <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true" data-certainty={certainty}>
            {certainty === 'denied' ? (
              <path d="M-4-4 4 4M-4 4 4-4" />
            ) : certainty === 'unknown' ? (
              <path d="M0-5 4 0 0 5-4 0z" />
            ) : certainty === 'possible' ? (
              <path d="M0-4.5 4 3.5-4 3.5z" />
            ) : (
              <circle r="4" />
            )}
          </svg>
          {certaintyInWords(certainty)}
        </li>
      ))}
      <li className="timeline-mark">
        <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true" data-certainty="certain">
          <circle r="2" />
        </svg>
        {t('library.story.again')}
      </li>
    </ul>
  );
}
