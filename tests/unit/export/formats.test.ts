// Each export is read back by a parser that is not ours.
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { fileNameFor } from '../../../lib/export/file';
import { findFormat, formats } from '../../../lib/export/formats';
import type { ExportItem } from '../../../lib/export/item';
import { hostileItem, nasty, plainItem } from './hostile';

plugins.config.get('@bibtex').parse.sentenceCase = 'never';

const written = (name: string, ...items: ExportItem[]) => {
  const format = findFormat(name);
  if (!format) throw new Error(`no format ${name}`);
  return [...format.write(items)].join('');
};

/** Half a surrogate pair cannot leave as a character. */
const seen = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

describe('csv', () => {
  const rows = (...items: ExportItem[]) => {
    const parsed = Papa.parse<Record<string, string>>(written('csv', ...items), { header: true, skipEmptyLines: true });
    expect(parsed.errors).toEqual([]);
    return parsed.data;
  };

  it('has one row a claim with what a spreadsheet needs', () => {
    expect(rows(plainItem())).toMatchObject([
      {
        title: 'Levee gives way: "we ran"',
        outlet: 'The Herald',
        published: '2025-05-02',
        quote: 'At least 40 people',
        low: '40',
        high: '40',
        modifier: 'at_least',
        unit: 'people',
        source: 'the mayor',
        certainty: 'certain',
        sentence: 'At least 40 people were evacuated 😀 near Ostrava, the mayor said.',
        note: 'Call the mayor.\nTwice.',
        tags: 'flood; two words',
      },
      { quote: '2 metres', unit: 'metre', trend: 'up', role: 'change', source: '' },
    ]);
  });

  it('ends every line as RFC 4180 says, and the header line stands alone for an empty library', () => {
    expect(written('csv', plainItem()).split('\r\n')).toHaveLength(4);
    expect(written('csv')).toMatch(/^report_id,[^\n]*\r\n$/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|x', '%0A=1'])(
    'never lets %j run as a formula',
    (note) => {
      const item = plainItem();
      const [row] = rows({ ...item, report: { ...item.report, note } });
      expect(row?.['note']?.startsWith("'")).toBe(true);
      expect(row?.['note']?.slice(1)).toBe(note);
    },
  );

  it('keeps every field of a hostile page in its own cell', () => {
    const [row] = rows(hostileItem());
    expect(row).toMatchObject({
      report_id: 'r1',
      title: nasty,
      unit: nasty,
      about: nasty,
      source: nasty,
      low: '-40',
      high: '',
    });
  });
});

describe('markdown', () => {
  const front = (text: string) => parseYaml(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');

  it('opens with front matter that Obsidian and Logseq read', () => {
    expect(front(written('markdown', plainItem()))).toMatchObject({
      title: 'Levee gives way: "we ran"',
      url: 'https://herald.example/levee',
      outlet: 'The Herald',
      authors: ['Ines Dorn', 'Ján Malý'],
      published: '2025-05-02',
      tags: ['flood', 'two-words'],
      'claimbook-id': 'r1',
    });
  });

  it('shows note, claims with source and certainty, actors and text', () => {
    const text = written('markdown', plainItem());
    expect(text).toContain('Call the mayor.\nTwice.');
    expect(text).toMatch(
      /- \*\*At least 40 people\*\* — the mayor · certain\n {2}> At least 40 people were evacuated .* \^c1/,
    );
    expect(text).toContain('- Ostrava · place · city');
    expect(text).toMatch(/## Text\n\nAt least 40 people.*\n\nThe river rose by 2 metres\./);
  });

  it('holds what a hostile page says in strings and escapes', () => {
    const text = written('markdown', hostileItem());
    expect(front(text)).toMatchObject({ title: seen(nasty), outlet: seen(nasty) });
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(nasty, '');
    expect(body).not.toMatch(/(?<!\\)<(?:script|img)/);
    expect(body).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(body).not.toMatch(/^(?:---|=1)/m);
  });

  it('writes several reports one after another, each opened by its front matter', () => {
    const text = written('markdown', plainItem(), plainItem());
    expect(text.match(/^---\ntitle: /gm)).toHaveLength(2);
  });
});

describe('references', () => {
  const expected = {
    type: 'article-newspaper',
    title: 'Levee gives way: "we ran"',
    'container-title': 'The Herald',
    URL: 'https://herald.example/levee',
    issued: { 'date-parts': [[2025, 5, 2]] },
  };

  it('csl-json is what citation processors take', () => {
    const [entry] = JSON.parse(written('csl-json', plainItem()));
    expect(entry).toMatchObject({ ...expected, author: [{ literal: 'Ines Dorn' }, { literal: 'Ján Malý' }] });
    expect(new Cite(entry).data[0]).toMatchObject({ title: expected.title });
  });

  it('ris is read by citation-js', () => {
    const { data } = new Cite(written('ris', plainItem(), hostileItem()), { forceType: '@ris/file' });
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({ type: 'article-newspaper', title: expected.title, URL: expected.URL });
    // citation-js reads the year from PY and passes over DA, where Zotero looks.
    expect(data[0]).toMatchObject({ issued: { 'date-parts': [[2025]] } });
    expect(written('ris', plainItem())).toContain('DA  - 2025/05/02/\r\n');
    // Authors of a newspaper article are reporters there.
    expect(data[0]).toMatchObject({ reporter: ['Ines Dorn', 'Ján Malý'] });
    expect(data[0]).toMatchObject({ keyword: expect.stringContaining('flood') });
  });

  it('bibtex is read by citation-js, with keys that differ', () => {
    const text = written('bibtex', plainItem(), plainItem(), hostileItem());
    const { data } = new Cite(text, { forceType: '@bibtex/text' });
    expect(data).toHaveLength(3);
    expect(data[0]).toMatchObject({ 'container-title': 'The Herald', URL: expected.URL, issued: expected.issued });
    // TeX has one double quote; the parser makes it typographic.
    expect(data[0]?.title?.replace(/[“”]/g, '"')).toBe(expected.title);
    expect(new Set(data.map(({ 'citation-key': key }) => key)).size).toBe(3);
    expect(data[2]?.title).toContain('<script>');
  });
});

describe('w3c', () => {
  const collection = (...items: ExportItem[]) => JSON.parse(written('w3c', ...items));

  it('is an annotation collection whose selectors find the claim', () => {
    const item = plainItem();
    const text = item.versions[0]?.text ?? '';
    const { first, ...head } = collection(item);
    expect(head).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 3,
    });
    expect(first).toMatchObject({ type: 'AnnotationPage', partOf: { id: head.id }, startIndex: 0 });
    expect(new Set(first.items.map(({ id }: { id: string }) => id)).size).toBe(3);
    const [note, ...claims] = first.items;
    expect(note).toMatchObject({ motivation: 'commenting', target: { source: 'https://herald.example/levee' } });
    expect(claims).toHaveLength(2);
    for (const { type, target, body } of claims) {
      expect(type).toBe('Annotation');
      expect(body[0].value).toBeTruthy();
      const [quote, position] = target.selector;
      expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
      // The model counts code points; the text has an emoji before the second claim.
      expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact);
    }
  });

  it('carries the whole claim of a hostile page as data', () => {
    const claimed = collection(hostileItem()).first.items[1].body[2];
    expect(claimed.format).toBe('application/json');
    expect(JSON.parse(claimed.value)).toMatchObject({ quantity: { low: -40, high: null } });
  });
});

describe('html', () => {
  it('shows the report with its claims marked', () => {
    const { document } = new JSDOM(written('html', plainItem())).window;
    expect(document.querySelector('h1')?.textContent).toBe('Levee gives way: "we ran"');
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'At least 40 people',
      '2 metres',
    ]);
    expect(document.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(document.querySelector('article')?.textContent).toContain('The river rose by 2 metres.');
  });

  it('lets nothing of a hostile page become an element, an address or a script', () => {
    const { document } = new JSDOM(written('html', hostileItem())).window;
    expect(document.querySelectorAll('script, img, iframe, object, [onerror]')).toHaveLength(0);
    expect([...document.querySelectorAll('a')].every((link) => link.protocol === 'https:')).toBe(true);
    expect(document.querySelector('h1')?.textContent).toContain('<script>alert(1)</script>');
  });
});

describe('every format', () => {
  it.each(formats.map(({ name }) => name))('%s leaves out an address that would run', (name) => {
    const item = plainItem();
    const text = written(name, { ...item, report: { ...item.report, url: 'javascript:alert(1)' } });
    if (name === 'json' || name === 'csv') expect(text).toContain('javascript:alert(1)');
    else expect(text).not.toContain('javascript:');
  });

  it.each(formats.map(({ name }) => name))('%s writes an empty library without failing', (name) => {
    expect(() => written(name)).not.toThrow();
  });
});

describe('file names', () => {
  const [csv] = formats.filter(({ name }) => name === 'csv');
  if (!csv) throw new Error('no csv');
  const now = new Date('2025-06-01T12:00:00Z');

  it('sort by date and say what is in the file', () => {
    expect(fileNameFor(csv, [plainItem()], now)).toBe('2025-05-02 Levee gives way we ran.csv');
    expect(fileNameFor(csv, [plainItem(), plainItem()], now)).toBe('claimbook 2025-06-01, 2 reports.csv');
  });

  it('hold nothing that a file system forbids', () => {
    expect(fileNameFor(csv, [hostileItem()], now)).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]/u);
  });
});
