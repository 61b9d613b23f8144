// @vitest-environment jsdom

import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { article, reading } from '../library/samples';
import { fakeBrowser } from './words';

const show = vi.fn((_: unknown) => ({ done: true }));
let annotation: ReturnType<typeof reading>['annotation'];
let news: (message: unknown) => void;
let cutOff: () => void;
const connect = vi.fn((_: number, __: { name: string }) => ({
  onMessage: { addListener: (listener: typeof news) => (news = listener) },
  onDisconnect: { addListener: (listener: () => void) => (cutOff = listener) },
  disconnect: () => {},
}));

const event = { addListener: () => {}, removeListener: () => {} };
const state = () => ({
  status: 'article',
  article: article(),
  annotation,
  saved: null,
  notice: null,
  kept: null,
  passages: [],
  marksOn: true,
});

beforeEach(() => {
  vi.clearAllMocks();
  Element.prototype.scrollIntoView = () => {};
  ({ annotation } = reading());
  const [claim] = annotation.claims;
  if (!claim) throw new Error('The sample has no claim.');
  annotation = {
    ...annotation,
    claims: [
      claim,
      { ...claim, id: 'second', start: claim.start + 1, end: claim.end + 1 },
      { ...claim, id: 'small', start: claim.start + 2, end: claim.end + 2, salience: 'minor' },
    ],
  };
  Object.assign(fakeBrowser, {
    tabs: {
      query: async () => [{ id: 7, url: article().url }],
      get: async (id: number) => ({ id, url: article().url }),
      connect,
      sendMessage: async (_: number, { type, payload }: { type: string; payload: unknown }) => ({
        ok: true,
        value: type === 'show' ? show(payload) : state(),
      }),
      onUpdated: event,
      onActivated: event,
    },
    permissions: { contains: async () => false, onAdded: event },
    storage: { local: { get: async () => ({}), set: async () => {}, onChanged: event }, onChanged: event },
  });
  fakeBrowser.runtime['sendMessage'] = async ({ type }: { type: string }) => ({
    ok: true,
    value: type === 'context' ? { related: [], earlier: {} } : { done: true },
  });
});
afterEach(cleanup);

async function open() {
  // The settings look for the browser's storage when they are loaded.
  const { Panel } = await import('../../../entrypoints/sidepanel/Panel');
  render(<Panel tabId={null} />);
  const list = await screen.findByRole('list', { name: 'Numbers claimed' });
  await waitFor(() => expect(connect).toHaveBeenCalled());
  return { user: userEvent.setup(), list };
}
const rows = (list: HTMLElement) => within(list).getAllByRole('button', { name: /the mayor/ });

describe('the panel', () => {
  test('asks the page to show a number without opening its card', async () => {
    const { user, list } = await open();
    const [first] = rows(list);
    if (first) await user.click(first);
    const [claim] = annotation.claims;
    expect(show).toHaveBeenCalledExactlyOnceWith({ start: claim?.start, end: claim?.end, card: false });
  });

  test('shows all there is to the mark that the page says is current, and no longer when it is not', async () => {
    const { list } = await open();
    expect(connect).toHaveBeenCalledWith(7, { name: 'claimbook-panel', frameId: 0 });
    const second = annotation.claims[1];
    act(() => news({ news: 'current', span: { start: second?.start, end: second?.end } }));
    await waitFor(() => expect(rows(list)[1]?.getAttribute('aria-current')).toBe('true'));
    expect(rows(list)[0]?.getAttribute('aria-current')).toBeNull();
    await within(list).findByRole('button', { name: /Copy quote/ });
    act(() => cutOff());
    await waitFor(() => expect(rows(list)[1]?.getAttribute('aria-current')).toBeNull());
  });

  test('stays on the list that was chosen when the page answers anew', async () => {
    const { user } = await open();
    const [claim] = annotation.claims;
    act(() => news({ news: 'current', span: { start: claim?.start, end: claim?.end } }));
    await screen.findByRole('button', { name: /Copy quote/ });
    await user.click(screen.getByRole('tab', { name: /^Who/ }));
    annotation = { ...structuredClone(annotation), claims: structuredClone(annotation.claims).slice(0, 1) };
    act(() => news({ news: 'changed' }));
    await screen.findByRole('tab', { name: /^Numbers 1/ });
    expect(screen.getByRole('tab', { name: /^Who/ }).getAttribute('aria-selected')).toBe('true');
  });

  test('arrow keys walk the list, small numbers come when they are asked for', async () => {
    const { user, list } = await open();
    expect(rows(list)).toHaveLength(2);
    rows(list)[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(rows(list)[1]);
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(rows(list)[0]);
    await user.click(screen.getByRole('switch', { name: 'Show 1 small number, too' }));
    expect(rows(list)).toHaveLength(3);
  });

  test('says once, politely, what was found', async () => {
    await open();
    expect(screen.getAllByText(/^Found 2 numbers/)).toHaveLength(1);
  });
});
