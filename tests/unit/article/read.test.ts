import { describe, expect, it } from 'vitest';
import { atOnce, glanceAt, readPage, readPageNow } from '../../../lib/article/read';
import { noArticleReasons } from '../../../lib/article/reasons';
import { pageOf, prose } from './page';

const at = 'https://paper.example/world/2026/dam-breach-kills-fourteen';
const read = (body: string, url = at, head = '') =>
  readPageNow(pageOf(`<html><head>${head}</head><body>${body}</body></html>`, url), url);
const paragraphs = (...seeds: string[]) => seeds.map((seed) => `<p>${prose(seed)}</p>`).join('');
const linked = (text: string) => `<a href="/x">${text}</a>`;

describe('which pages are articles', () => {
  const story = paragraphs('One', 'Two', 'Three', 'Four');
  const teasers = Array.from(
    { length: 12 },
    (_, i) => `<article><h2>${linked(`Story number ${i}`)}</h2><p>${prose(`T${i}`, 18)}</p></article>`,
  ).join('');
  it.each<[string, string, string, string, boolean]>([
    ['a plain article', story, at, '', true],
    [
      'JSON-LD says article, the text is short',
      paragraphs('One'),
      at,
      '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
      true,
    ],
    ['og:type says article', paragraphs('One'), at, '<meta property="og:type" content="article">', true],
    [
      'it has an AMP edition, and not much text',
      `<p>${prose('One', 56)}</p>`,
      'https://paper.example/a',
      '<link rel="amphtml" href="/a/amp">',
      true,
    ],
    ['the same without one', `<p>${prose('One', 56)}</p>`, 'https://paper.example/a', '', false],
    ['a front page', teasers, 'https://paper.example/', '', false],
    ['a front page with one long text', story, 'https://paper.example/', '', false],
    ['a section page', teasers, 'https://paper.example/section/world', '', false],
    ['a section page at any address', teasers, 'https://paper.example/world', '', false],
    ['search results', teasers, 'https://paper.example/find?q=dam', '', false],
    [
      'a product page',
      story,
      'https://shop.example/lantern',
      '<script type="application/ld+json">{"@type":"Product","offers":{}}</script>',
      false,
    ],
    [
      'a discussion',
      story,
      'https://forum.example/t/ferry',
      '<script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script>',
      false,
    ],
    [
      'an app',
      '<div id="root"><button>New</button><ul><li>Inbox</li><li>Sent</li></ul></div>',
      'https://mail.example/u/0',
      '',
      false,
    ],
    ['nothing', '', at, '', false],
  ])('%s', (_, body, url, head, isArticle) => {
    const reading = read(body, url, head);
    expect(reading.isArticle).toBe(isArticle);
    if (!reading.isArticle) expect(noArticleReasons).toContain(reading.reason);
  });

  it('reads what is no article when a person asks for it', () => {
    expect(read(paragraphs('One', 'Two'), 'https://paper.example/').found?.article.text).toContain('Two');
  });

  it('says at a glance what the walk would say of pages that are something else', () => {
    const front = pageOf(`<body>${teasers}</body>`, 'https://paper.example/');
    expect(glanceAt(front, 'https://paper.example/')).toEqual({ isArticle: 'no', reason: 'front' });
    expect(glanceAt(pageOf(`<body>${story}</body>`, at), at).isArticle).toBe('unsure');
    const said = pageOf(`<head><meta property="og:type" content="article"></head><body>${story}</body>`, at);
    expect(glanceAt(said, at).isArticle).toBe('yes');
  });
});

describe('the body', () => {
  const textOf = (body: string) => read(body).found?.article.text ?? '';
  const story = paragraphs('One', 'Two', 'Three');

  it.each([
    ['related links', `<div class="related"><h3>More on this</h3><p>${prose('Related')}</p></div>`],
    [
      'a list of links',
      `<ul>${Array.from({ length: 5 }, (_, i) => `<li>${linked(`Leaked plan number ${i} shows the cost`)}</li>`).join('')}</ul>`,
    ],
    ['a newsletter box', `<div class="newsletter-signup"><p>${prose('Newsletter')}</p></div>`],
    ['comments', `<section id="comments"><p>${prose('Comment')}</p><p>${prose('Comment again')}</p></section>`],
    ['a caption', `<figure><img><figcaption>${prose('Caption', 12)}</figcaption></figure>`],
    ['a cookie banner', `<div class="cookie-consent"><p>${prose('Cookies')}</p></div>`],
    ['navigation', `<nav><p>${prose('Menu')}</p></nav>`],
    ['scripts and styles', '<script>var one = "Script";</script><style>p { color: red }</style>'],
    ['hidden text', `<p style="display: none">${prose('Hidden')}</p><p hidden>${prose('Hidden too')}</p>`],
    ['a teaser line', `<p>Read more: ${linked('the other story')}</p>`],
    ['a byline', '<p class="byline">By Ann Smith</p>'],
    ['a line about the page', '<p>Story continues below gallery</p><p>Originally published on Harbour News.</p>'],
    ['a link to a chart', '<p>(Graphic: Freight rates in 2019 - here)</p>'],
    ['its own address', '<p>https://paper.example/2019/11/19/dam</p>'],
    ['when the page was changed', '<p>Updated Nov. 19, 2019 8:21 am ET</p>'],
  ])('leaves out %s', (_, furniture) => {
    const text = textOf(
      `<article><h1>Dam breach</h1>${paragraphs('One')}${furniture}${paragraphs('Two', 'Three')}</article>`,
    );
    expect(text.split('\n\n')).toEqual([prose('One'), prose('Two'), prose('Three')]);
  });

  it('keeps headings, quotes and lists inside the text', () => {
    const text = textOf(
      `<article>${paragraphs('One')}<h2>What happened</h2><blockquote>${prose('Quote')}</blockquote><ul><li>${prose('Item', 10)}</li></ul>${paragraphs('Two')}</article>`,
    );
    expect(text.split('\n\n')).toEqual([
      prose('One'),
      'What happened',
      prose('Quote'),
      prose('Item', 10),
      prose('Two'),
    ]);
  });

  it('joins a body that is cut into sections', () => {
    const sections = ['A', 'B', 'C'].map(
      (name) => `<section class="part">${paragraphs(`${name}1`, `${name}2`, `${name}3`)}</section>`,
    );
    expect(
      textOf(`<main><h1>Dam</h1>${sections.join('<div class="ad-slot">Advertisement</div>')}</main>`).split('\n\n'),
    ).toHaveLength(9);
  });

  it('takes the article and not the longer comments under it', () => {
    const comments = Array.from(
      { length: 20 },
      (_, i) => `<div class="comment"><p>${prose(`Comment ${i}`, 60)}</p></div>`,
    ).join('');
    expect(textOf(`<div id="a"><h1>Dam</h1>${story}</div><div id="comments">${comments}</div>`)).not.toContain(
      'Comment',
    );
  });

  it('takes the article and not the teasers around it', () => {
    const teasers = Array.from(
      { length: 15 },
      (_, i) => `<li><div><div>${linked(`Headline ${i}`)}<p>${prose(`Teaser ${i}`, 30)}</p></div></div></li>`,
    ).join('');
    expect(textOf(`<ul>${teasers}</ul><div><h1>Dam</h1>${story}</div>`)).not.toContain('Teaser');
  });

  it('reads paragraphs that are only line breaks', () => {
    expect(textOf(`<div>${prose('One')}<br><br>${prose('Two')}<br>${prose('Three')}</div>`)).toBe(
      `${prose('One')}\n\n${prose('Two')}\n${prose('Three')}`,
    );
  });

  it('leaves the page as it was', () => {
    const document = pageOf(`<body><article><h1>Dam</h1>${story}<!-- note --></article></body>`, at);
    const before = document.documentElement.outerHTML;
    readPageNow(document, at);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('hostile pages', () => {
  it('reads text deeper than a call stack of its own would go', () => {
    // jsdom itself takes seconds for more; the browser tests go to 10,000.
    const depth = 1000;
    const text = paragraphs('One', 'Two', 'Three', 'Four');
    const document = pageOf('<body></body>', at);
    let inner: Element = document.createElement('div');
    inner.innerHTML = text;
    for (let level = 1; level < depth; level++) {
      const outer = document.createElement('div');
      outer.append(inner);
      inner = outer;
    }
    document.body.append(inner);
    expect(readPageNow(document, at).found?.article.text).toContain(prose('Four'));
  });

  it('stops at its budget and says so', () => {
    const document = pageOf(
      `<body>${paragraphs('One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight')}</body>`,
      at,
    );
    const reading = atOnce(readPage(document, at, { full: true, budget: { nodes: 1000, characters: 900 } }));
    expect(reading.found?.notice).toBe('text');
    expect(reading.found?.article.text).not.toContain('Eight');
  });

  it('ends quietly when the page is emptied while it is read', () => {
    const document = pageOf(
      `<body>${Array.from({ length: 400 }, (_, i) => `<p>${prose(`P${i}`)}</p>`).join('')}</body>`,
      at,
    );
    const steps = readPage(document, at, { full: true });
    for (let turn = 0; ; turn++) {
      const step = steps.next();
      if (turn === 2) document.body.textContent = '';
      if (step.done) break;
    }
  });
});
