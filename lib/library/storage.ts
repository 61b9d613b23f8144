/** How safe the library's storage is, and how full. Workers have no `persist`. */
import type { Doing } from '../said';
import { libraryFull } from './errors';

export interface StorageState {
  /** Bytes, as the browser estimates; null where it does not say. */
  used: number | null;
  quota: number | null;
  /** True when the browser promised not to evict the library when the disk fills up. */
  persisted: boolean;
  /** "low": time to make room; "full": nothing more is saved. "fine" as well where the browser does not say. */
  level: 'fine' | 'low' | 'full';
}

/** Bytes left at which a person is told, and at which saving stops before the browser makes it fail half way. */
const low = 100_000_000;
const full = 5_000_000;

function levelOf({ usage, quota }: StorageEstimate): StorageState['level'] {
  if (usage === undefined || quota === undefined) return 'fine';
  return quota - usage < full ? 'full' : quota - usage < low ? 'low' : 'fine';
}

const estimated = async (): Promise<StorageEstimate> =>
  (await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)) ?? {};

/**
 * Asked before something is written. @param doing what is about to be written
 * @throws LibraryError "quota" when there is no room
 */
export async function assertRoom(doing: Doing): Promise<StorageState['level']> {
  const level = levelOf(await estimated());
  if (level === 'full') throw libraryFull(doing);
  return level;
}

export async function storageState(): Promise<StorageState> {
  const storage = globalThis.navigator?.storage;
  const estimate = await estimated();
  const persisted = await storage?.persisted?.().catch(() => false);
  return {
    used: estimate.usage ?? null,
    quota: estimate.quota ?? null,
    persisted: persisted ?? false,
    level: levelOf(estimate),
  };
}

/** Asks the browser to keep the library when the disk fills up. @returns whether it promised. */
export async function askToPersist(): Promise<boolean> {
  const storage = globalThis.navigator?.storage;
  if (await storage?.persisted?.().catch(() => false)) return true;
  return (await storage?.persist?.().catch(() => false)) ?? false;
}
