import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { countReports, saveReport, wipeLibrary } from '../../../lib/library';
import { keepLive } from '../../../lib/library/kept-live';
import { article, reading } from './samples';

beforeEach(() => wipeLibrary());

const save = (name: string) => saveReport(article({ canonicalUrl: `https://herald.example/${name}` }), reading());

test('what was read is there at once for the next view, and follows the library while one looks', async () => {
  const kept = keepLive(countReports);
  const leave = kept.subscribe(() => {});
  await vi.waitFor(() => expect(kept.now().value).toBe(0));
  await save('one');
  await vi.waitFor(() => expect(kept.now().value).toBe(1));
  leave();
  expect(kept.now().value).toBe(1);
  kept.subscribe(() => {});
  expect(kept.now().value).toBe(1);
});

test('what changed while nobody looked is never shown as it was', async () => {
  const kept = keepLive(countReports);
  const leave = kept.subscribe(() => {});
  await vi.waitFor(() => expect(kept.now().value).toBe(0));
  leave();
  await save('one');
  await vi.waitFor(() => expect(kept.now().value).toBeUndefined());
  kept.subscribe(() => {});
  await vi.waitFor(() => expect(kept.now().value).toBe(1));
});
