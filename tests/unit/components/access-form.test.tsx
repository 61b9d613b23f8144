// @vitest-environment jsdom

import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from './words';

const { accessOf, patternFromInput } = await import('../../../components/access/access');
const { AccessForm } = await import('../../../components/access/AccessForm');

let granted: string[];
const listeners = new Set<() => void>();
const event = {
  addListener: (listener: () => void) => void listeners.add(listener),
  removeListener: (listener: () => void) => void listeners.delete(listener),
};
const set = (origins: string[]) => {
  granted = origins;
  for (const listener of listeners) listener();
};
const request = vi.fn(async ({ origins }: { origins: string[] }) => {
  set([...granted, ...origins]);
  return true;
});
const remove = vi.fn(async ({ origins }: { origins: string[] }) => {
  set(granted.filter((origin) => !origins.includes(origin)));
  return true;
});

beforeEach(() => {
  vi.clearAllMocks();
  granted = [];
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins: granted }),
      onAdded: event,
      onRemoved: event,
      request,
      remove,
    },
  });
});
afterEach(cleanup);

const open = async () => {
  render(<AccessForm legend="Where" />);
  await screen.findByRole('radio', { name: /Only when I click/ });
  return userEvent.setup();
};
const chosen = () => screen.getAllByRole('radio').findIndex((radio) => (radio as HTMLInputElement).checked);

describe('where Claimbook may read', () => {
  test('is nowhere by itself at first, and every site only after the browser has agreed', async () => {
    const user = await open();
    expect(chosen()).toBe(2);
    request.mockResolvedValueOnce(false);
    await user.click(screen.getByRole('radio', { name: /On every site/ }));
    await screen.findByText(/did not agree/);
    expect(chosen()).toBe(2);
    await user.click(screen.getByRole('radio', { name: /On every site/ }));
    await waitFor(() => expect(chosen()).toBe(0));
    expect(request).toHaveBeenLastCalledWith({ origins: ['*://*/*'] });
  });

  test('takes a site as it is typed, lists it, and gives it back', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: /On sites I pick/ }));
    const field = screen.getByRole('textbox', { name: 'Add a site' });
    await user.type(field, 'no site{Enter}');
    await screen.findByRole('alert');
    expect(request).not.toHaveBeenCalled();
    await user.clear(field);
    await user.type(field, 'https://www.herald.example/world{Enter}');
    await screen.findByText('herald.example');
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://*.herald.example/*'] });
    await user.click(screen.getByRole('button', { name: 'Stop reading herald.example' }));
    await waitFor(() => expect(granted).toEqual([]));
  });

  test('"only when I click" takes everything back', async () => {
    granted = ['*://*.a.example/*', '*://*.b.example/*'];
    const user = await open();
    expect(chosen()).toBe(1);
    await user.click(screen.getByRole('radio', { name: /Only when I click/ }));
    await waitFor(() => expect(chosen()).toBe(2));
    expect(granted).toEqual([]);
  });
});

test.each([
  ['herald.example', '*://*.herald.example/*'],
  ['  www.herald.example ', '*://*.herald.example/*'],
  ['http://localhost:8080/x', '*://localhost/*'],
  ['herald', null],
  ['herald example', null],
  ['*.example', null],
  ['chrome://settings', null],
  ['', null],
])('%j means %j', (typed, pattern) => {
  expect(patternFromInput(typed)).toBe(pattern);
});

test.each([
  [['<all_urls>'], 'every'],
  [['*://*/*', '*://*.a.example/*'], 'every'],
  [['*://*.a.example/*'], 'sites'],
  [[], 'click'],
] as const)('granted %j is %s', (origins, how) => {
  expect(accessOf(origins).how).toBe(how);
});
