import { describe, expect, it } from 'vitest';
import { atOnce, readPage } from '../../../lib/article/read';
import { pageOf, prose } from './page';

const at = 'https://paper.example/world/2026/dam-breach-kills-fourteen';
const head =
  '<title>Dam breach kills fourteen</title><meta property="og:title" content="Dam breach kills fourteen"><meta property="og:type" content="article"><meta name="author" content="Ann Smith"><link rel="canonical" href="/world/2026/dam-breach-kills-fourteen">';
const text = (...seeds: string[]) => seeds.map((seed) => `<p>${prose(seed, 60)}</p>`).join('');
const dam = `<article id="dam"><h1>Dam breach kills fourteen</h1>${text('Dam1', 'Dam2', 'Dam3')}</article>`;
const steel = `<article id="steel"><h1>Steel works to close in May</h1><p class="byline">By Bo Ek</p><time datetime="2026-02-18">18 February</time>${text('Steel1', 'Steel2', 'Steel3')}</article>`;
const page = (body: string) => pageOf(`<html><head>${head}</head><body><main>${body}</main></body></html>`, at);
type Options = Parameters<typeof readPage>[2];
const read = (document: Document, url = at, options: Options = {}) =>
  atOnce(readPage(document, url, options)).found?.article;

describe('several whole articles on one page', () => {
  it('are read one by one: the one that the page is named after, not a mixture', () => {
    const article = read(page(dam + steel));
    expect(article?.text).toContain('Dam3');
    expect(article?.text).not.toContain('Steel');
    expect(article).toMatchObject({ title: 'Dam breach kills fourteen', byline: 'Ann Smith', canonicalUrl: at });
  });

  it('the one that was read stays when another is appended', () => {
    const document = page(dam);
    const stay = document.querySelector('#dam p');
    document.querySelector('main')?.insertAdjacentHTML('beforeend', steel);
    document.title = 'Steel works to close in May';
    const article = read(document, at, { wanted: { stay, title: document.title, inView: null } });
    expect(article?.text).toContain('Dam1');
    expect(article?.text).not.toContain('Steel');
  });

  it('another address means another of them, and the head of the first does not speak for it', () => {
    const document = page(dam + steel);
    const url = 'https://paper.example/business/2026/steel-works-to-close';
    const inView = document.querySelector('#steel p');
    const article = read(document, url, { wanted: { stay: null, title: 'The Paper', inView }, navigated: true });
    expect(article?.text).toContain('Steel2');
    expect(article?.text).not.toContain('Dam');
    expect(article).toMatchObject({
      title: 'Steel works to close in May',
      byline: 'Bo Ek',
      publishedAt: '2026-02-18',
      canonicalUrl: url,
    });
  });

  it('chapters with headlines of their own are one article', () => {
    const chapters = `<article><h1>Dam breach kills fourteen</h1>${text('A1', 'A2')}<section><h1>The night</h1>${text('B1', 'B2')}</section><section><h1>The morning</h1>${text('C1', 'C2')}</section></article>`;
    const article = read(page(chapters));
    for (const seed of ['A1', 'B1', 'C2']) expect(article?.text).toContain(seed);
  });
});

describe('a page that went elsewhere without loading', () => {
  it('is named by its headline where the head still speaks of the page before', () => {
    const url = 'https://paper.example/business/2026/steel-works-to-close';
    const document = page(steel);
    expect(read(document, url, { navigated: true })).toMatchObject({
      title: 'Steel works to close in May',
      byline: 'Bo Ek',
      canonicalUrl: url,
    });
  });
});
