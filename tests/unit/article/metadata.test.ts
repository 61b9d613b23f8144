import { describe, expect, it } from 'vitest';
import { isoDate, trimByline, trimTitle } from '../../../lib/article/metadata';
import { readPageNow } from '../../../lib/article/read';
import { pageOf, prose } from './page';

describe('isoDate', () => {
  it.each([
    ['2026-03-03', '2026-03-03'],
    ['20260303', '2026-03-03'],
    ['2026-03-03T17:40:00Z', '2026-03-03T17:40:00Z'],
    ['2026-03-03T17:40:00.123+0200', '2026-03-03T17:40:00+02:00'],
    ['2026-03-03 17:40', '2026-03-03T17:40:00'],
    ['1772559600', '2026-03-03T17:40:00Z'],
    ['March 3, 2026', '2026-03-03'],
    ['yesterday', null],
    ['2026-13-45', null],
    ['', null],
  ])('%s -> %s', (text, iso) => expect(isoDate(text)).toBe(iso));
});

describe('trimTitle', () => {
  it.each([
    ['Dam breach kills 14 | The Paper', 'The Paper', null, 'Dam breach kills 14'],
    ['The Paper: Dam breach - The Paper', 'The Paper', null, 'The Paper: Dam breach'],
    ['Anglo-Saxon hoard found', 'The Paper', null, 'Anglo-Saxon hoard found'],
    [
      'Dam breach kills 14 in the north - World - Daily',
      null,
      'Dam breach kills 14 in the north',
      'Dam breach kills 14 in the north',
    ],
  ])('%s (%s)', (title, site, headline, trimmed) => expect(trimTitle(title, site, headline)).toBe(trimmed));
});

describe('trimByline', () => {
  it.each([
    ['By Ann Smith', 'Ann Smith'],
    ['Ann Smith, Staff writer | 3 May', 'Ann Smith'],
    ['Kestrel staff 18 February 2026 at 09:25', 'Kestrel staff'],
    ['https://www.facebook.com/paper', null],
    ['', null],
  ])('%s -> %s', (text, name) => expect(trimByline(text)).toBe(name));
});

describe('a page’s metadata', () => {
  const text = `<p>${prose('One')}</p><p>${prose('Two')}</p><p>${prose('Three')}</p>`;
  const read = (head: string, inside = '') =>
    readPageNow(
      pageOf(
        `<html lang="en-gb"><head>${head}</head><body><article><h1>Dam breach kills fourteen</h1>${inside}${text}</article></body>`,
      ),
      'https://paper.example/world/dam-breach-kills-fourteen',
    ).found?.article;

  it('comes from JSON-LD, also inside @graph and with raw line breaks', () => {
    const article = read(
      `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Paper"},{"@type":["NewsArticle"],"headline":"Dam breach
      kills fourteen","author":[{"name":"Ann Smith"},{"name":"Bo Ek"}],"datePublished":"2026-03-03T17:40:00Z","dateModified":"2026-03-04","publisher":{"name":"The Paper"}}]}</script>`,
    );
    expect(article).toMatchObject({
      title: 'Dam breach kills fourteen',
      byline: 'Ann Smith, Bo Ek',
      siteName: 'The Paper',
      publishedAt: '2026-03-03T17:40:00Z',
      modifiedAt: '2026-03-04',
      language: 'en-GB',
    });
  });

  it('comes from meta elements', () => {
    const article = read(
      '<meta property="og:title" content="Dam breach kills fourteen"><meta property="og:site_name" content="The Paper"><meta name="author" content="By Ann Smith"><meta property="article:published_time" content="2026-03-03">',
    );
    expect(article).toMatchObject({ byline: 'Ann Smith', siteName: 'The Paper', publishedAt: '2026-03-03' });
  });

  it('comes from microdata', () => {
    const article = read(
      '',
      '<span itemprop="author" itemscope><b itemprop="name">Ann Smith</b></span><span itemprop="publisher" itemscope><meta itemprop="name" content="The Paper"></span><time itemprop="datePublished" datetime="2026-03-03">3 March</time>',
    );
    expect(article).toMatchObject({ byline: 'Ann Smith', siteName: 'The Paper', publishedAt: '2026-03-03' });
  });

  it('is null where the page says nothing, and names the host', () => {
    expect(read('')).toMatchObject({ byline: null, siteName: 'paper.example', publishedAt: null, modifiedAt: null });
  });

  it('survives JSON-LD that is no JSON', () => {
    expect(read('<script type="application/ld+json">{"@type": NewsArticle,,}</script>')?.title).toBe(
      'Dam breach kills fourteen',
    );
  });
});
