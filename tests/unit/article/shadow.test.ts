import { describe, expect, it } from 'vitest';
import { readPageNow } from '../../../lib/article/read';
import { pageOf, prose } from './page';

const at = 'https://paper.example/world/2026/dam-breach-kills-fourteen';
const paragraphs = (...seeds: string[]) => seeds.map((seed) => `<p>${prose(seed)}</p>`).join('');
const headOf = '<head><meta property="og:type" content="article"><title>Dam</title></head>';

function page(body: string, shadow: string, mode: ShadowRootMode = 'open'): Document {
  const document = pageOf(`<html>${headOf}<body>${body}</body></html>`, at);
  const host = document.querySelector('news-story');
  if (host) host.attachShadow({ mode }).innerHTML = shadow;
  return document;
}
const read = (document: Document) => {
  const reading = readPageNow(document, at);
  return {
    is: reading.isArticle,
    paragraphs: reading.found?.article.text.split('\n\n').map((text) => text.split(' ')[0]),
  };
};

describe('a body in an open shadow root', () => {
  it('is read', () => {
    const document = page(
      '<main><news-story></news-story></main>',
      `<h1>Dam</h1><div>${paragraphs('One', 'Two', 'Three')}</div>`,
    );
    expect(read(document)).toEqual({ is: true, paragraphs: ['One', 'Two', 'Three'] });
  });

  it('is read where its slots show it, in the order that is seen', () => {
    const document = page(
      `<news-story><div slot="end">${paragraphs('Four', 'Five')}</div>${paragraphs('Two', 'Three')}</news-story>`,
      `<h1>Dam</h1>${paragraphs('One')}<slot></slot><slot name="end"></slot><slot name="none">${paragraphs('Six')}</slot>`,
    );
    expect(read(document)).toEqual({ is: true, paragraphs: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'] });
  });

  it('what no slot shows is not read', () => {
    const document = page(
      `<news-story>${paragraphs('Unseen')}</news-story>`,
      `<h1>Dam</h1>${paragraphs('One', 'Two', 'Three')}`,
    );
    expect(read(document).paragraphs).toEqual(['One', 'Two', 'Three']);
  });

  it('stays unread in a closed one', () => {
    const document = page('<news-story></news-story>', paragraphs('One', 'Two', 'Three'), 'closed');
    expect(read(document)).toEqual({ is: false, paragraphs: undefined });
  });
});
