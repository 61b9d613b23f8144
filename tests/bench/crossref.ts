/**
 * One report against a library: time of a cross-reference in memory beside a MiniSearch query over the same reports in the
 * same run, at growing sizes. Usage: tsx tests/bench/crossref.ts [SIZE...]
 */
import MiniSearch from 'minisearch';
import { createMemoryIndex } from '../../lib/crossref/crossref';
import { syntheticReports } from '../synthetic/library';

const sizes = process.argv.slice(2).map(Number);
const asked = 100;

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const high = (times: number[]) => times[Math.floor(times.length * 0.95)] ?? 0;

function measure(size: number) {
  const before = process.memoryUsage().heapUsed;
  const index = createMemoryIndex();
  const reports: { article: { title: string; text: string }; story: number }[] = [];
  const search = new MiniSearch({ fields: ['title', 'text'], idField: 'serial' });
  const times: number[] = [];
  const searches: number[] = [];
  const storyOf = new Map<string, number>();
  let [right, shown, told] = [0, 0, 0];
  const seen = new Map<number, number>();
  let serial = 0;
  for (const { article, annotation, story } of syntheticReports(size + asked)) {
    const input = { title: article.title, text: article.text, publishedAt: article.publishedAt };
    const start = performance.now();
    const { related } = index.add(article.canonicalUrl, input, annotation);
    if (serial >= size) {
      times.push(performance.now() - start);
      const began = performance.now();
      search.search(article.title, { prefix: false });
      searches.push(performance.now() - began);
      shown += related.length;
      right += related.filter(({ id }) => storyOf.get(id) === story).length;
      told += Math.min(seen.get(story) ?? 0, 64);
    } else search.add({ serial, title: article.title, text: article.text });
    storyOf.set(article.canonicalUrl, story);
    seen.set(story, (seen.get(story) ?? 0) + 1);
    reports.push({ article, story });
    serial++;
  }
  return {
    reports: size,
    'crossref ms': +median(times).toFixed(2),
    '95 %': +high(times).toFixed(2),
    'MiniSearch ms': +median(searches).toFixed(2),
    'times MiniSearch': +(median(times) / median(searches)).toFixed(2),
    precision: +((100 * right) / Math.max(1, shown)).toFixed(1),
    recall: +((100 * right) / Math.max(1, told)).toFixed(1),
    'heap MB': Math.round((process.memoryUsage().heapUsed - before) / 1e6),
  };
}

console.table((sizes.length ? sizes : [1_000, 10_000]).map(measure));
