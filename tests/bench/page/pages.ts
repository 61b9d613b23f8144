/** The pages that are measured: real ones where the evaluation data is at hand, the demo site's else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { nonArticles } from '../../../demo/pages';
import type { Answer } from '../../../demo/site';
import { root } from '../../../scripts/extension';

export interface BenchPage {
  /** Path on the demo server. */
  path: string;
  /** Words of its article. */
  words: number;
  /** Characters of its source. */
  source: number;
}

interface Row {
  html: string;
  gold?: string;
}

const data = process.env['CLAIMBOOK_EVAL'] ?? join(root, '../shared/eval');
const realPages = 4;

const wordsOf = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** Real English pages of about 1,000 words. Their scripts are gone: what they would load is not there, and what runs is to be ours. */
function realRows(): (Row & { words: number })[] {
  const file = join(data, 'data/pages/aeb.dev.jsonl.gz');
  if (!existsSync(file)) return [];
  const rows = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
    .map((row) => ({ ...row, words: wordsOf(row.gold ?? '') }));
  return rows
    .filter(({ html }) => html.length > 40_000 && /<html[^>]*\blang=["']?en/i.test(html))
    .sort((a, b) => Math.abs(a.words - 1000) - Math.abs(b.words - 1000))
    .slice(0, realPages);
}

const withoutScripts = (html: string) =>
  html
    .replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<meta[^>]+http-equiv=[^>]+refresh[^>]*>/gi, '');

const rows = realRows();

/** Serves the real pages. */
export function benchPage(path: string): Answer | null {
  const row = rows[Number(/^\/bench\/(\d+)\/news-of-the-day-in-the-valley$/.exec(path)?.[1] ?? -1)];
  return row ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: withoutScripts(row.html) } : null;
}

/** Articles of about 1,000 words. */
export const articles: readonly BenchPage[] =
  rows.length > 0
    ? rows.map(({ html, words }, at) => ({
        path: `/bench/${at}/news-of-the-day-in-the-valley`,
        words,
        source: html.length,
      }))
    : ['/courier/norvik-troops', '/ledger/norvik-troops', '/review/norvik-troops', '/long?words=1000'].map((path) => ({
        path,
        words: 1000,
        source: 0,
      }));

export const real = rows.length > 0;

export const longArticle: BenchPage = { path: '/long?words=20000', words: 20_000, source: 0 };

/** Front pages, sections, and all the rest that is no article. */
export const otherPages: readonly string[] = [
  '/',
  '/courier/',
  '/ledger/',
  '/courier/section/world',
  ...nonArticles.map(({ path }) => path),
];
