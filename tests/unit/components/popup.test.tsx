// @vitest-environment jsdom

import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { article, reading } from '../library/samples';
import { fakeBrowser } from './words';

const { Failure, saidOf } = await import('../../../lib/failure');

type Answer = (payload: never) => unknown;
const asked: { to: string; type: string; payload: unknown }[] = [];
let page: Record<string, Answer> | null;
let background: Record<string, Answer>;
let request: ReturnType<typeof vi.fn>;
let address: string | undefined;

async function answer(
  handlers: Record<string, Answer> | null,
  message: { to: string; type: string; payload: unknown },
) {
  asked.push(message);
  const handler = handlers?.[message.type];
  if (!handler) throw new Error('Could not establish connection. Receiving end does not exist.');
  try {
    return { ok: true, value: await handler(message.payload as never) };
  } catch (error) {
    return { ok: false, error: (error as Error).message, said: saidOf(error) };
  }
}

const event = { addListener: () => {}, removeListener: () => {} };

beforeEach(() => {
  asked.length = 0;
  address = article().url;
  page = {
    state: () => ({
      status: 'article',
      article: article(),
      annotation: reading().annotation,
      saved: null,
      notice: null,
      marksOn: true,
      kept: null,
      passages: [],
    }),
  };
  background = {
    context: () => ({ related: [], earlier: {} }),
    'keep-draft': () => ({ done: true }),
    'read-tab': () => ({ done: true }),
    'open-library': () => ({ done: true }),
    'edit-report': () => ({ done: true }),
    save: () => ({ reportId: 'r1', savedAt: new Date().toISOString(), version: 1, status: 'new', storage: 'fine' }),
  };
  request = vi.fn(async () => true);
  const kept: Record<string, unknown> = {};
  Object.assign(fakeBrowser, {
    tabs: {
      query: async () => [{ id: 7, url: address }],
      get: async (id: number) => ({ id, url: address }),
      sendMessage: (_: number, message: never) => answer(page, message),
      onUpdated: event,
    },
    permissions: { contains: async () => false, request },
    storage: {
      local: {
        get: async (key: string) => (key in kept ? { [key]: kept[key] } : {}),
        set: async (entries: object) => void Object.assign(kept, entries),
        onChanged: event,
      },
      onChanged: event,
    },
  });
  fakeBrowser.runtime['sendMessage'] = (message: never) => answer(background, message);
});
afterEach(cleanup);

async function open() {
  const { Popup } = await import('../../../entrypoints/popup/Popup');
  render(<Popup tabId={null} />);
  return userEvent.setup();
}
const types = () => asked.map(({ type }) => type);

describe('a page that Claimbook may not read yet', () => {
  beforeEach(() => {
    page = null;
  });

  test('offers the three choices; reading the site asks for that site, in the click', async () => {
    const user = await open();
    await screen.findByRole('button', { name: /^Read this page/ });
    screen.getByRole('button', { name: /^Read every site/ });
    await user.click(screen.getByRole('button', { name: /^Read herald\.example/ }));
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://*.herald.example/*'] });
    await waitFor(() => expect(types()).toContain('read-tab'));
  });

  test('"this page" asks for nothing', async () => {
    const user = await open();
    await user.click(await screen.findByRole('button', { name: /^Read this page/ }));
    expect(request).not.toHaveBeenCalled();
    expect(types()).toContain('read-tab');
  });

  test('a refusal reads nothing and says what is still possible', async () => {
    request.mockResolvedValue(false);
    const user = await open();
    await user.click(await screen.findByRole('button', { name: /^Read every site/ }));
    await screen.findByText(/Nothing was allowed/);
    expect(types()).not.toContain('read-tab');
  });
});

test('a page of the browser is named as such, with no choice that could not work', async () => {
  address = 'chrome://settings/';
  await open();
  await screen.findByText(/Browsers keep extensions out/);
  expect(screen.queryByRole('button', { name: /^Read/ })).toBeNull();
});

test('what is no article can be read all the same', async () => {
  const state = page?.['state'];
  page = { state: () => ({ status: 'not-article', reason: 'list' }), 'read-anyway': state as Answer };
  const user = await open();
  await screen.findByText('This is a list of articles.');
  await user.click(screen.getByRole('button', { name: 'Read it anyway' }));
  await screen.findByRole('heading', { name: article().title });
});

describe('an article', () => {
  test('shows its numbers, who said them, and leads to them in the page', async () => {
    const show = vi.fn(() => ({ done: true }));
    page = { ...page, show };
    const user = await open();
    await user.click(await screen.findByRole('button', { name: /40 people.*the mayor/ }));
    const [claim] = reading().annotation.claims;
    expect(show).toHaveBeenCalledWith({ start: claim?.start, end: claim?.end });
  });

  test('says what earlier reports claimed about the same thing', async () => {
    const [claim] = reading().annotation.claims;
    const report = {
      id: 'r0',
      canonicalUrl: 'https://wire.example/1',
      url: 'https://wire.example/1',
      title: 'Levee',
      siteName: 'Wire',
      publishedAt: '2025-05-01',
      savedAt: '2025-05-01T10:00:00Z',
    };
    background['context'] = () => ({
      related: [{ report, score: 0.9 }],
      earlier: {
        [claim?.id ?? '']: [
          {
            report,
            claim: { ...claim, quantity: { low: 12, high: 12, modifier: 'exact', trend: null } },
            relation: 'higher',
            why: '',
            because: { kind: 'count', noun: 'people', concept: null, joined: false, owner: null, places: [] },
            sentence: '',
            source: null,
            origin: { group: 1, same: null, who: null },
          },
        ],
      },
    });
    await open();
    await screen.findByText(/higher than 12 people in Wire/);
    screen.getByRole('heading', { name: /Earlier reports on this story 1/ });
  });

  test('every key stroke of a note is kept, and the note is saved with the report', async () => {
    const user = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'ask');
    expect(
      asked.filter(({ type }) => type === 'keep-draft').map(({ payload }) => (payload as { note: string }).note),
    ).toEqual(['a', 'as', 'ask']);
    await user.click(screen.getByRole('button', { name: 'Save report' }));
    expect(asked.find(({ type }) => type === 'save')?.payload).toMatchObject({ note: 'ask' });
  });

  test('is called saved only when the answer has come', async () => {
    let finish = (_: unknown) => {};
    background['save'] = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Save report' }));
    expect(screen.queryByText(/^Saved/)).toBeNull();
    finish({ reportId: 'r1', savedAt: new Date().toISOString(), version: 1, status: 'new', storage: 'fine' });
    await screen.findByText(/^Saved/);
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  });

  test('a save that leaves little room says what to do', async () => {
    background['save'] = () => ({
      reportId: 'r1',
      savedAt: new Date().toISOString(),
      version: 1,
      status: 'new',
      storage: 'low',
    });
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Save report' }));
    await screen.findByText(/Little room is left/);
  });

  test('a save that failed says why and keeps the note', async () => {
    background['save'] = () => {
      throw new Failure(['failure.doing.saveReport', 'failure.unchanged']);
    };
    const user = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'ask');
    await user.click(screen.getByRole('button', { name: 'Save report' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Could not save this report. Nothing was changed.');
    expect((screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement).value).toBe('ask');
    screen.getByRole('button', { name: 'Save report' });
  });

  test.each([
    ['nothing changed', true, null],
    ['a changed text', false, 'Update'],
  ])('saved before, with %s', async (_, sameText, button) => {
    const saved = { reportId: 'r1', savedAt: '2025-05-03T10:00:00Z', version: 1, sameText, note: '' };
    page = {
      state: () => ({
        status: 'article',
        article: article(),
        annotation: reading().annotation,
        saved,
        notice: null,
        marksOn: true,
        kept: null,
        passages: [],
      }),
    };
    await open();
    await screen.findByText(/^Saved 3 May 2025/);
    expect(screen.queryByRole('button', { name: /^(Save|Update)/ })?.textContent ?? null).toBe(button);
  });

  test('a note that was cleared is cleared in the library', async () => {
    const saved = { reportId: 'r1', savedAt: '2025-05-03T10:00:00Z', version: 1, sameText: true, note: 'old' };
    page = {
      state: () => ({
        status: 'article',
        article: article(),
        annotation: reading().annotation,
        saved,
        notice: null,
        marksOn: true,
        kept: null,
        passages: [],
      }),
    };
    const user = await open();
    await user.clear(await screen.findByRole('textbox', { name: 'Note' }));
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(asked.find(({ type }) => type === 'edit-report')?.payload).toEqual({ reportId: 'r1', note: '' });
  });

  test('marks go off for the site by the first control, and on again', async () => {
    const user = await open();
    const toggle = await screen.findByRole('switch', { name: 'Marks on this page' });
    await user.click(screen.getByRole('button', { name: 'Not on this site' }));
    await waitFor(() => expect(toggle.getAttribute('aria-checked')).toBe('false'));
    await user.click(screen.getByRole('button', { name: 'On again on this site' }));
    await waitFor(() => expect(toggle.getAttribute('aria-checked')).toBe('true'));
  });
});
