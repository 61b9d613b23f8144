import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageFiles } from '../../../lib/highlight/files';
import { createFakeBrowser } from './fake-browser';

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => fake);

let world: ReturnType<typeof createFakeBrowser>;
let scripts: typeof import('../../../entrypoints/background/reader-scripts');

beforeEach(async () => {
  world = createFakeBrowser();
  fake.browser = world.browser;
  vi.resetModules();
  scripts = await import('../../../entrypoints/background/reader-scripts');
});

const matches = () => [...world.registered.values()].map((script) => script.matches);

describe('the reader is registered for what the person granted', () => {
  it('nowhere at first', async () => {
    await scripts.keepRegistered();
    expect(world.registered.size).toBe(0);
  });

  it('for a granted site, in the top frame, with its marks', async () => {
    world.state.origins = ['https://herald.example/*'];
    await scripts.keepRegistered();
    expect([...world.registered.values()]).toMatchObject([
      {
        matches: ['https://herald.example/*'],
        js: [pageFiles.reader],
        css: [pageFiles.marks],
        allFrames: false,
        runAt: 'document_idle',
      },
    ]);
  });

  it('for one more site, for one less, and nowhere again when all are revoked', async () => {
    for (const origins of [
      ['https://a.example/*'],
      ['https://a.example/*', 'https://b.example/*'],
      ['https://b.example/*'],
      [],
    ]) {
      world.state.origins = origins;
      await scripts.keepRegistered();
      expect(matches()).toEqual(origins.length ? [origins] : []);
    }
  });

  it('once, however many events come at a time or were missed', async () => {
    world.state.origins = ['https://a.example/*'];
    await Promise.all([scripts.keepRegistered(), scripts.keepRegistered(), scripts.keepRegistered()]);
    vi.resetModules();
    const afterWakeUp = await import('../../../entrypoints/background/reader-scripts');
    await afterWakeUp.keepRegistered();
    expect(matches()).toEqual([['https://a.example/*']]);
  });

  it('also after one attempt failed', async () => {
    world.state.origins = ['https://a.example/*'];
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(world.browser.scripting, 'registerContentScripts').mockRejectedValueOnce(new Error('busy'));
    await scripts.keepRegistered();
    await scripts.keepRegistered();
    expect(matches()).toEqual([['https://a.example/*']]);
  });
});

describe('tabs that are open already', () => {
  it('are read when their site is granted, and one that refuses does not stop the others', async () => {
    world.state.tabs = [
      { id: 1, url: 'https://a.example/x' },
      { id: 2, url: 'https://a.example/gone' },
      { id: 3, url: 'https://other.example/' },
      { id: 4, url: 'https://a.example/y' },
    ];
    world.state.closedPages.add(2);
    await scripts.injectInto(['https://a.example/*']);
    expect(world.injected).toEqual([
      { tabId: 1, files: [pageFiles.marks] },
      { tabId: 4, files: [pageFiles.marks] },
      { tabId: 1, files: [pageFiles.reader] },
      { tabId: 4, files: [pageFiles.reader] },
    ]);
  });

  it('say so when the browser keeps extensions out', async () => {
    world.state.closedPages.add(9);
    await expect(scripts.readTab(9)).rejects.toThrow(/does not let extensions read this page/);
  });

  it('stop when their site is taken back, and only those', async () => {
    // The browser hides the addresses of pages that the extension may not read.
    world.state.tabs = [{ id: 1, url: 'https://a.example/x' }, { id: 2 }, { id: 3 }];
    world.browser.tabs.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    world.browser.tabs.sendMessage.mockResolvedValue({ ok: true, value: { done: true } });
    await scripts.stopRevoked();
    expect(world.browser.tabs.sendMessage.mock.calls.map(([id, message]) => [id, message.type])).toEqual([
      [2, 'stop'],
      [3, 'stop'],
    ]);
  });
});
