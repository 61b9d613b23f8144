/** Articles that are published in other ways than as one page of paragraphs. */
import { describe, expect, it } from 'vitest';
import { readPageNow } from '../../../lib/article/read';
import { pageOf, prose } from './page';

const at = 'https://paper.example/world/2026/dam-breach-kills-fourteen';
const article = '<meta property="og:type" content="article">';
const text = (...seeds: string[]) => seeds.map((seed) => `<p>${prose(seed)}</p>`).join('');
const read = (body: string, head = article, url = at) => {
  const reading = readPageNow(pageOf(`<html><head>${head}</head><body>${body}</body></html>`, url), url);
  const found = reading.found?.article;
  return {
    is: reading.isArticle,
    address: found?.canonicalUrl,
    seeds: found?.text.split('\n\n').map((each) => each.split(' ')[0]),
  };
};

describe('a paywalled article', () => {
  it('is what can be read of it, without the wall', () => {
    const wall = `<div class="paywall-overlay"><h2>Keep reading for 1 a week</h2><p>${prose('Subscribe', 30)}</p><p>${prose('Cancel', 30)}</p></div>`;
    expect(read(`<article><h1>Dam</h1>${text('One', 'Two')}${wall}</article>`).seeds).toEqual(['One', 'Two']);
  });

  it('keeps a body whose own name speaks of the wall', () => {
    expect(
      read(
        `<article class="has-paywall"><h1>Dam</h1><div class="paywall">${text('One', 'Two', 'Three', 'Four')}</div></article>`,
      ).seeds,
    ).toEqual(['One', 'Two', 'Three', 'Four']);
  });
});

describe('an article over several pages', () => {
  const pages = '<nav class="pagination"><a href="/1">1</a> <b>2</b> <a href="/3">3</a></nav>';
  it('is read page by page, each at its own address', () => {
    const second = read(
      `<article><h1>Dam</h1>${text('Four', 'Five', 'Six')}${pages}</article>`,
      `${article}<link rel="canonical" href="${at}">`,
      `${at}/2`,
    );
    expect(second).toEqual({ is: true, address: `${at}/2`, seeds: ['Four', 'Five', 'Six'] });
  });
});

describe('a live blog', () => {
  const entry = (time: string, ...seeds: string[]) =>
    `<article class="entry"><time datetime="2026-03-05T${time}:00Z">${time}</time><h3>What happened at ${time}</h3>${text(...seeds)}<div class="share-buttons">Share this</div></article>`;
  it('is all its entries, without what stands between them', () => {
    const blog = read(
      `<main><h1>Dam breach: live</h1><div class="live">${entry('16:40', 'A1', 'A2')}<div class="ad-slot">Advertisement</div>${entry('15:10', 'B1')}${entry('14:00', 'C1', 'C2')}${entry('13:30', 'D1')}</div></main>`,
      '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Dam breach: live"}</script>',
    );
    expect(blog.is).toBe(true);
    expect(blog.seeds?.filter((seed) => /^[A-D]\d$/.test(seed ?? ''))).toEqual(['A1', 'A2', 'B1', 'C1', 'C2', 'D1']);
    expect(blog.seeds).not.toContain('Advertisement');
    expect(blog.seeds).not.toContain('Share');
  });
});

describe('news in a frame', () => {
  it('is not read with the page around it', () => {
    expect(
      read(
        `<article><h1>Dam</h1>${text('One', 'Two', 'Three')}<iframe srcdoc="<p>Framed 99 people</p>"></iframe></article>`,
      ).seeds,
    ).toEqual(['One', 'Two', 'Three']);
  });
});
