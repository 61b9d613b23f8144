import { beforeEach, describe, expect, it, vi } from 'vitest';

const { fakeBrowser } = await import('../components/words');

const created: { id: string; title: string; contexts: string[] }[] = [];
let tabs: { id: number; url?: string; windowId: number }[];
const sidePanel = { open: vi.fn(async () => {}) };
const sent: unknown[] = [];

Object.assign(fakeBrowser, {
  contextMenus: {
    removeAll: async () => void created.splice(0),
    create: (item: (typeof created)[number]) => created.push(item),
  },
  sidePanel,
  action: { setPopup: vi.fn(async () => {}) },
  scripting: { insertCSS: vi.fn(async () => {}), executeScript: vi.fn(async () => {}) },
  tabs: {
    query: async () => tabs,
    create: vi.fn(async () => {}),
    update: vi.fn(async () => {}),
    sendMessage: async (_: number, message: unknown) => {
      sent.push(message);
      return { ok: true, value: { done: true } };
    },
  },
  windows: { update: vi.fn(async () => {}) },
});
fakeBrowser.runtime['getURL'] = (path: string) => `chrome-extension://claimbook${path}`;

const { makeMenus, onMenuClick } = await import('../../../entrypoints/background/menus');
const { setButton } = await import('../../../entrypoints/background/panel');
const { openLibraryTab } = await import('../../../entrypoints/background/library-tab');
const api = fakeBrowser as unknown as {
  tabs: Record<'create' | 'update', ReturnType<typeof vi.fn>>;
  windows: { update: ReturnType<typeof vi.fn> };
  action: { setPopup: ReturnType<typeof vi.fn> };
  scripting: { executeScript: ReturnType<typeof vi.fn> };
};

beforeEach(() => {
  vi.clearAllMocks();
  sent.length = 0;
  tabs = [{ id: 1, windowId: 1 }];
});

describe('the context menu', () => {
  it('offers marks on a selection and the panel everywhere, once however often it is made', async () => {
    await makeMenus();
    await makeMenus();
    expect(created.map(({ id, contexts }) => [id, contexts])).toEqual([
      ['mark-number', ['selection']],
      ['mark-name', ['selection']],
      ['keep-passage', ['selection']],
      ['open-panel', ['page', 'selection', 'action']],
    ]);
    for (const { title } of created) expect(title).toMatch(/\w/);
  });

  it('opens the panel within the click, before anything is awaited', () => {
    void onMenuClick({ menuItemId: 'open-panel' }, { id: 1, windowId: 4 });
    expect(sidePanel.open).toHaveBeenCalledExactlyOnceWith({ windowId: 4 });
  });

  it.each([
    ['mark-number', 'claim'],
    ['mark-name', 'actor'],
    ['keep-passage', 'note'],
  ])('%s brings the reader into the page and asks it to mark what is selected', async (menuItemId, as) => {
    await onMenuClick({ menuItemId }, { id: 1, windowId: 4 });
    expect(api.scripting.executeScript).toHaveBeenCalledOnce();
    expect(sent).toEqual([{ to: 'page', type: 'mark-selection', payload: { as } }]);
  });
});

describe('the library', () => {
  it('opens in a tab of its own when none shows it', async () => {
    await openLibraryTab('r 1');
    expect(api.tabs.create).toHaveBeenCalledWith({ url: 'chrome-extension://claimbook/library.html#/report/r%201' });
  });

  it('is brought to the front where it is open, and stays where the person left it', async () => {
    tabs = [{ id: 3, windowId: 2, url: 'chrome-extension://claimbook/library.html#/claims?q=troops' }];
    await openLibraryTab();
    expect(api.tabs.update).toHaveBeenCalledWith(3, { active: true });
    expect(api.windows.update).toHaveBeenCalledWith(2, { focused: true });
    await openLibraryTab('r1');
    expect(api.tabs.update).toHaveBeenLastCalledWith(3, {
      active: true,
      url: 'chrome-extension://claimbook/library.html#/report/r1',
    });
    expect(api.tabs.create).not.toHaveBeenCalled();
  });
});

it('the toolbar button opens the popup, or nothing by itself where the panel is wanted', async () => {
  await setButton({ button: 'popup' });
  await setButton({ button: 'panel' });
  expect(api.action.setPopup.mock.calls).toEqual([
    [{ popup: 'chrome-extension://claimbook/popup.html' }],
    [{ popup: '' }],
  ]);
});
