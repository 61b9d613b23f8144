import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { article, reading } from '../library/samples';

type Listener = (change: { id: number; state?: { current: string }; error?: { current: string } }) => void;

const fake = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  const state = {
    allowed: true,
    schedule: 'never',
    ends: 'complete' as 'complete' | 'interrupted',
    written: [] as { filename: string; text: Promise<string> }[],
    addresses: new Map<string, Blob>(),
    documents: 0,
  };
  const browser = {
    permissions: {
      contains: async ({ permissions }: { permissions: string[] }) => state.allowed && permissions[0] === 'downloads',
    },
    downloads: {
      onChanged: {
        addListener: (one: Listener) => listeners.add(one),
        removeListener: (one: Listener) => listeners.delete(one),
      },
      download: async ({ url, filename }: { url: string; filename: string }) => {
        const blob = state.addresses.get(url);
        if (!blob) throw new Error('Invalid URL');
        state.written.push({ filename, text: blob.text() });
        const id = state.written.length;
        // The end may come before or after the id is known.
        const end = {
          id,
          state: { current: state.ends },
          ...(state.ends === 'interrupted' ? { error: { current: 'FILE_NO_SPACE' } } : {}),
        };
        queueMicrotask(() => {
          for (const listener of listeners) listener(end);
        });
        return id;
      },
    },
    offscreen: {
      createDocument: async () => void state.documents++,
      closeDocument: async () => {
        if (state.documents === 0) throw new Error('No current offscreen document.');
        state.documents--;
      },
    },
    runtime: { id: 'claimbook', sendMessage: vi.fn() },
  };
  return { browser, state, listeners };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));
vi.mock('../../../lib/settings', () => ({ readSettings: async () => ({ backup: fake.state.schedule }) }));

const { backUp, backUpWhenDue } = await import('../../../entrypoints/background/backup');
const { lastBackup, isDue } = await import('../../../lib/library/backup');
const { saveReport, wipeLibrary } = await import('../../../lib/library');
const { planImport } = await import('../../../lib/export');

const day = 86_400_000;

beforeEach(async () => {
  await wipeLibrary();
  Object.assign(fake.state, { allowed: true, schedule: 'never', ends: 'complete', written: [], documents: 0 });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${fake.state.addresses.size}`;
    fake.state.addresses.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void fake.state.addresses.delete(url));
});
afterEach(() => vi.restoreAllMocks());

describe('a backup', () => {
  it('is a file that can be imported, named by its day, in a folder of its own', async () => {
    await saveReport(article(), reading(), 'a note');
    const name = await backUp();
    const [file] = fake.state.written;
    expect(file?.filename).toBe(`Claimbook/${name}`);
    expect(name).toMatch(/^claimbook backup \d{4}-\d\d-\d\d\.json$/);
    const text = await (file?.text ?? '');
    await wipeLibrary();
    expect(await planImport(text)).toMatchObject({ added: 1 });
  });

  it('leaves nothing behind in memory, and listens no longer', async () => {
    await backUp();
    expect([fake.state.addresses.size, fake.listeners.size]).toEqual([0, 0]);
  });

  it('asked for twice at once is written once', async () => {
    expect(new Set(await Promise.all([backUp(), backUp()])).size).toBe(1);
    expect(fake.state.written).toHaveLength(1);
  });

  it('without the permission writes nothing and says where to allow it', async () => {
    fake.state.allowed = false;
    await expect(backUp()).rejects.toThrow(/Allow downloads in the settings/);
    expect(fake.state.written).toEqual([]);
    expect((await lastBackup()).error).toMatch(/Allow downloads/);
    expect((await lastBackup()).said).toEqual([{ key: 'failure.backup.refused' }]);
  });

  it('that the browser broke off is no backup', async () => {
    await saveReport(article(), reading());
    await backUp();
    const before = await lastBackup();
    fake.state.ends = 'interrupted';
    await expect(backUp()).rejects.toThrow(/FILE_NO_SPACE/);
    expect(await lastBackup()).toMatchObject({ at: before.at, error: expect.stringMatching(/FILE_NO_SPACE/) });
    fake.state.ends = 'complete';
    await backUp();
    expect((await lastBackup()).error).toBeNull();
  });

  it('in a worker that makes no addresses is made by the offscreen page, which goes away afterwards', async () => {
    vi.stubGlobal('URL', { canParse: URL.canParse });
    fake.browser.runtime.sendMessage.mockImplementation(async () => {
      fake.state.addresses.set('blob:offscreen', new Blob(['{}']));
      return { ok: true, name: 'claimbook backup 2026-05-03.json', url: 'blob:offscreen' };
    });
    expect(await backUp()).toBe('claimbook backup 2026-05-03.json');
    expect([fake.state.written.length, fake.state.documents]).toEqual([1, 0]);
    fake.browser.runtime.sendMessage.mockResolvedValue({ ok: false, said: [{ key: 'failure.doing.read' }] });
    await expect(backUp()).rejects.toThrow('Could not read the library.');
    expect(fake.state.documents).toBe(0);
    vi.unstubAllGlobals();
  });
});

describe('the schedule', () => {
  it('writes when the time has come, and not before', async () => {
    await saveReport(article(), reading());
    fake.state.schedule = 'week';
    await backUpWhenDue();
    expect(fake.state.written).toHaveLength(1);
    await backUpWhenDue(Date.now() + 6 * day);
    expect(fake.state.written).toHaveLength(1);
    await backUpWhenDue(Date.now() + 8 * day);
    expect(fake.state.written).toHaveLength(2);
  });

  it('writes nothing where the person chose none, has saved nothing, or has taken the permission back', async () => {
    fake.state.schedule = 'day';
    await backUpWhenDue();
    await saveReport(article(), reading());
    fake.state.allowed = false;
    await backUpWhenDue();
    fake.state.allowed = true;
    fake.state.schedule = 'never';
    await backUpWhenDue();
    expect(fake.state.written).toEqual([]);
  });

  it('holds when the clock was set back', () => {
    expect(isDue('month', { at: '2035-01-01T00:00:00.000Z' }, Date.parse('2026-01-01'))).toBe(true);
    expect(isDue('month', { at: '2026-01-01T00:00:00.000Z' }, Date.parse('2026-01-20'))).toBe(false);
  });
});
