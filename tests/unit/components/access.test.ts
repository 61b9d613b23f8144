import { describe, expect, test } from 'vitest';
import { sitePattern, whyUnreadable } from '../../../components/access/access';

describe('pages no extension can read', () => {
  test.each([
    ['https://herald.example/levee', null],
    ['http://localhost:8080/', null],
    ['chrome://settings/', 'browser'],
    ['about:blank', 'browser'],
    ['moz-extension://x/y.html', 'browser'],
    ['nonsense', 'browser'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/detail/x', 'store'],
    ['https://chrome.google.com/other', null],
    ['https://addons.mozilla.org/', 'store'],
    ['https://herald.example/levee.PDF', 'pdf'],
    ['https://herald.example/?file=a.pdf', null],
    ['file:///home/me/levee.html', 'file'],
  ])('%s', (address, why) => expect(whyUnreadable(address)).toBe(why));
});

describe('"Read this site" asks for the site and its sub-domains, nothing more', () => {
  test.each([
    ['https://www.herald.example/levee', '*://*.herald.example/*'],
    ['https://news.herald.example/', '*://*.news.herald.example/*'],
    ['http://localhost:8080/a', '*://localhost/*'],
    ['http://127.0.0.1:8080/a', '*://127.0.0.1/*'],
    ['nonsense', null],
  ])('%s', (address, pattern) => expect(sitePattern(address)).toBe(pattern));
});
