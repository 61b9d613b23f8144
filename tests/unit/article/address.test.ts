import { describe, expect, it } from 'vitest';
import { canonicalAddress, cleanAddress } from '../../../lib/article/address';

describe('cleanAddress', () => {
  it.each([
    ['https://a.example/x?utm_source=n&id=3&fbclid=Z#top', 'https://a.example/x?id=3'],
    ['https://a.example/x?UTM_Medium=mail', 'https://a.example/x'],
    ['https://a.example/app#/story/3', 'https://a.example/app#/story/3'],
    ['https://user:secret@a.example/x', 'https://a.example/x'],
    ['not an address', 'not an address'],
    ['file:///home/x.html#a', 'file:///home/x.html#a'],
  ])('%s -> %s', (url, clean) => expect(cleanAddress(url)).toBe(clean));
});

describe('canonicalAddress', () => {
  const page = 'https://www.paper.example/world/dam-breach?utm_source=mail';
  it.each<[string, (string | null)[], string]>([
    ['the page names it', ['https://paper.example/world/dam-breach'], 'https://paper.example/world/dam-breach'],
    ['relative', ['/world/dam-breach-2'], 'https://www.paper.example/world/dam-breach-2'],
    ['empty: its own address', [''], 'https://www.paper.example/world/dam-breach'],
    ['site root: its own address', ['https://www.paper.example/'], 'https://www.paper.example/world/dam-breach'],
    [
      'a section above: its own address',
      ['https://www.paper.example/world/'],
      'https://www.paper.example/world/dam-breach',
    ],
    [
      'another site: its own address',
      ['https://other.example/world/dam-breach'],
      'https://www.paper.example/world/dam-breach',
    ],
    ['script: its own address', ['javascript:void(0)'], 'https://www.paper.example/world/dam-breach'],
    ['the first is bad, the second good', ['', 'https://m.paper.example/w/1'], 'https://m.paper.example/w/1'],
    ['nothing claimed', [null], 'https://www.paper.example/world/dam-breach'],
  ])('%s', (_, claimed, address) => expect(canonicalAddress(page, claimed)).toBe(address));

  it.each([
    ['https://paper.example/world/dam/2', 'https://paper.example/world/dam', 'https://paper.example/world/dam/2'],
    [
      'https://paper.example/world/dam/page/3/',
      'https://paper.example/world/dam/',
      'https://paper.example/world/dam/page/3/',
    ],
    [
      'https://paper.example/world/dam?page=2',
      'https://paper.example/world/dam',
      'https://paper.example/world/dam?page=2',
    ],
    ['https://paper.example/world/dam/1', 'https://paper.example/world/dam', 'https://paper.example/world/dam'],
    [
      'https://m.paper.example/news/55',
      'https://paper.example/news/55/dam-breaks',
      'https://paper.example/news/55/dam-breaks',
    ],
  ])('%s, which says it is %s, is %s: a later part is a text of its own', (here, claimed, address) =>
    expect(canonicalAddress(here, [claimed])).toBe(address),
  );

  it('follows an AMP page to the article it is of', () =>
    expect(canonicalAddress('https://paper.example/world/dam/amp', ['https://paper.example/world/dam'])).toBe(
      'https://paper.example/world/dam',
    ));
});
