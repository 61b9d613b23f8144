// Whole stories read by the real engine: what belongs together, what only looks like it, and which numbers compare.
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../lib/annotate';
import type { Annotation } from '../../../lib/annotation';
import { createMemoryIndex } from '../../../lib/crossref/crossref';
import { loadEngine } from '../../../scripts/engine';
import { ownStories } from '../../synthetic/stories/stories';

const engine = loadEngine();

function read(reports: (typeof ownStories)[number]['reports']) {
  const index = createMemoryIndex();
  const annotations = new Map<string, { text: string; annotation: Annotation }>();
  const words = (report: string, id: string) => {
    const known = annotations.get(report);
    const claim = known?.annotation.claims.find((one) => one.id === id);
    return known && claim ? known.text.slice(claim.start, claim.end) : '';
  };
  const related: string[] = [];
  const links: string[] = [];
  for (const report of reports) {
    const annotation = annotate(report, engine);
    annotations.set(report.id, { text: report.text, annotation });
    const found = index.add(report.id, report, annotation);
    related.push(...found.related.map(({ id }) => `${report.id} ${id}`));
    for (const { claim, earlier } of found.claims)
      for (const { report: other, claim: id, relation } of earlier)
        links.push(`${report.id}: ${words(report.id, claim)} ${relation} ${other}: ${words(other, id)}`);
  }
  return { related, links };
}

describe.each(ownStories)('$name', ({ reports, stranger, links, missed = [], confused = [] }) => {
  const found = read(reports);
  const told = reports.map(({ id }) => id).filter((id) => id !== stranger);

  it('hangs together', () => {
    const pairs = told.flatMap((id, index) => told.slice(0, index).map((earlier) => `${id} ${earlier}`));
    expect(found.related).toEqual(expect.arrayContaining(pairs));
  });

  it('leaves out what only looks like it', () => {
    expect(found.related.filter((pair) => pair.includes(stranger))).toEqual(confused);
  });

  it('compares its numbers', () => {
    expect(found.links).toEqual(expect.arrayContaining(links.filter((link) => !missed.includes(link))));
  });
});
