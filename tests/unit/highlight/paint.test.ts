// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { atOnce } from '../../../lib/article/read';
import { mapText, type TextMap } from '../../../lib/article/text-map';
import { scan } from '../../../lib/article/tree';
import type { Mark } from '../../../lib/highlight/marks';
import { clearMarks, hasOwnMarks, paintMarks } from '../../../lib/highlight/paint';

/** jsdom has no highlights: sets of ranges under names, as the registry keeps them. */
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}

let map: TextMap;
let marks: Mark[];

beforeEach(() => {
  Object.assign(globalThis, { Highlight: FakeHighlight, CSS: { highlights: new Map<string, FakeHighlight>() } });
  document.body.innerHTML = Array.from({ length: 400 }, (_, i) => `<p>Paragraph ${i} tells of ${i} people.</p>`).join(
    '',
  );
  map = atOnce(mapText(atOnce(scan(document.body)).blocks));
  marks = [...map.text.matchAll(/\d+ people/g)].map(({ index, 0: words }, i) => ({
    kind: 'claim',
    id: `c${i}`,
    start: index,
    end: index + words.length,
  }));
});

const painted = () =>
  [...(CSS.highlights as unknown as Map<string, FakeHighlight>).values()].flatMap((all) =>
    [...all].map(({ startContainer, startOffset, endOffset }) =>
      (startContainer as Text).data.slice(startOffset, endOffset),
    ),
  );

describe('painting', () => {
  it('begins with what is in view', () => {
    const from = marks[250]?.start ?? 0;
    paintMarks(map, marks, from, false).next();
    expect(painted()[0]).toBe('250 people');
    expect(painted().length).toBeLessThan(100);
  });

  it('ends with every mark, once', () => {
    atOnce(paintMarks(map, marks, marks[250]?.start ?? 0, false));
    expect(painted().sort()).toEqual(marks.map(({ start, end }) => map.text.slice(start, end)).sort());
  });

  it('shows a repainting only when it is complete', () => {
    atOnce(paintMarks(map, marks, 0, false));
    const steps = paintMarks(map, marks.slice(0, 200), 0, true);
    steps.next();
    expect(painted()).toHaveLength(400);
    for (let step = steps.next(); !step.done; ) step = steps.next();
    expect(painted()).toHaveLength(200);
  });

  it('leaves out what the page no longer has, and leaves nothing when it is cleared', () => {
    document.querySelector('p')?.remove();
    atOnce(paintMarks(map, marks, 0, false));
    expect(painted()).toHaveLength(399);
    clearMarks();
    expect(painted()).toEqual([]);
  });

  it('tells its own marks from those of the copy of the script that an update brought, and takes away its own only', async () => {
    atOnce(paintMarks(map, marks, 0, false));
    expect(hasOwnMarks()).toBe(true);
    vi.resetModules();
    const newer = await import('../../../lib/highlight/paint');
    expect(newer.hasOwnMarks()).toBe(false);
    newer.choosePalette('blue');
    atOnce(newer.paintMarks(map, marks.slice(0, 5), 0, false));
    expect(painted()).toHaveLength(5);
    expect([hasOwnMarks(), newer.hasOwnMarks()]).toEqual([false, true]);
    clearMarks(true);
    expect(painted()).toHaveLength(5);
    newer.clearMarks(true);
    expect(painted()).toEqual([]);
  });
});
