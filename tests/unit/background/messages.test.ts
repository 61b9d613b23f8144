import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { article } from '../library/samples';
import { createFakeBrowser } from './fake-browser';

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => fake);
vi.mock('../../../lib/settings', () => ({ readSettings: async () => ({ backup: 'never' }) }));
vi.mock('../../../entrypoints/background/engine', async () => {
  const { reading } = await import('../library/samples');
  return { read: async (given: { text: string }) => reading(given.text) };
});

const world = createFakeBrowser();
fake.browser = world.browser;

const { answer, backgroundProtocol } = await import('../../../lib/messages');
const { handlers } = await import('../../../entrypoints/background/handlers');
const library = await import('../../../lib/library');

answer('background', backgroundProtocol, handlers);

interface Answer {
  ok: boolean;
  value?: unknown;
  error?: string;
}

/** Sends as a context of the extension does, or as somebody else. */
function send(
  message: unknown,
  sender: object = { id: 'claimbook', tab: { id: 7 }, frameId: 0 },
): Promise<Answer> | undefined {
  let reply: (answer: Answer) => void = () => {};
  const answered = new Promise<Answer>((resolve) => {
    reply = resolve;
  });
  const kept = world.browser.runtime.onMessage.fire(message, sender, reply);
  return kept.includes(true) ? answered : undefined;
}
const ask = async (type: string, payload: unknown) => {
  const answered = await send({ to: 'background', type, payload });
  if (!answered) throw new Error('not answered');
  return answered;
};

beforeEach(library.wipeLibrary);

describe('the background answers', () => {
  it('annotate: what it read, and whether the article is saved', async () => {
    expect(await ask('annotate', { article: article() })).toMatchObject({
      ok: true,
      value: { annotation: { language: 'en' }, saved: null },
    });
    await ask('save', { article: article(), note: 'a note' });
    expect(await ask('annotate', { article: article() })).toMatchObject({
      value: { saved: { sameText: true, note: 'a note' } },
    });
  });

  it('save: with what the engine reads in the text, not with what a page says was read', async () => {
    const claimed = { article: { ...article(), annotation: { claims: [] } }, note: '', annotation: { claims: [] } };
    const { value } = await ask('save', claimed);
    const { reportId } = value as { reportId: string };
    expect(await library.listClaims(reportId)).toHaveLength(1);
  });

  it('edits, deletes, brings back and empties', async () => {
    const { value } = await ask('save', { article: article(), note: '' });
    const { reportId } = value as { reportId: string };
    await ask('edit-report', { reportId, note: 'changed', tags: ['flood'] });
    expect((await library.getReport(reportId))?.report).toMatchObject({ note: 'changed', tags: ['flood'] });
    await ask('delete-reports', { reportIds: [reportId] });
    expect(await library.listReports()).toEqual([]);
    await ask('restore-reports', { reportIds: [reportId] });
    expect(await library.listReports()).toHaveLength(1);
    await ask('delete-reports', { reportIds: [reportId] });
    await ask('empty-bin', {});
    expect(await ask('restore-reports', { reportIds: [reportId] })).toMatchObject({
      ok: false,
      error: expect.stringMatching(/bin was emptied/),
    });
  });

  it('load-card: in the tab that asks, and in no other context', async () => {
    expect(await ask('load-card', {})).toMatchObject({ ok: true });
    expect(world.injected.at(-1)).toMatchObject({ tabId: 7 });
    expect(await send({ to: 'background', type: 'load-card', payload: {} }, { id: 'claimbook' })).toMatchObject({
      ok: false,
    });
  });

  it('open-library: at a report, whatever its id is', async () => {
    await ask('open-library', { reportId: 'a/b c' });
    expect(world.browser.tabs.create).toHaveBeenLastCalledWith({
      url: 'chrome-extension://claimbook/library.html#/report/a%2Fb%20c',
    });
  });

  it('with the library’s own words when the library fails', async () => {
    const { db } = await import('../../../lib/library/database');
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.reports.hook('creating', fail);
    expect(await ask('save', { article: article(), note: '' })).toMatchObject({
      ok: false,
      error: expect.stringMatching(/full.*nothing was changed/i),
    });
    db.reports.hook('creating').unsubscribe(fail);
  });
});

describe('what is not understood', () => {
  it.each([
    ['unknown', {}],
    ['toString', {}],
    ['__proto__', {}],
    ['save', { note: 'no article' }],
    ['save', null],
    ['annotate', { article: { text: 7 } }],
    ['delete-reports', { reportIds: 'all' }],
  ])('%s with %j is refused with a sentence', async (type, payload) => {
    expect(await ask(type, payload)).toMatchObject({ ok: false, error: expect.stringMatching(/reload the page/i) });
  });

  it('is not answered when it comes from another extension, or is not for the background', async () => {
    expect(send({ to: 'background', type: 'annotate', payload: {} }, { id: 'other' })).toBeUndefined();
    expect(send({ to: 'page', type: 'state', payload: {} })).toBeUndefined();
    expect(send('hello')).toBeUndefined();
  });
});
