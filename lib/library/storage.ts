/** How safe the library's storage is, and how full. For pages: workers have no `persist`. */

export interface StorageState {
  /** Bytes, as the browser estimates; null where it does not say. */
  used: number | null;
  quota: number | null;
  /** True when the browser promised not to evict the library when the disk fills up. */
  persisted: boolean;
}

export async function storageState(): Promise<StorageState> {
  const storage = globalThis.navigator?.storage;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const persisted = await storage?.persisted?.().catch(() => false);
  return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null, persisted: persisted ?? false };
}

/** Asks the browser to keep the library when the disk fills up. @returns whether it promised. */
export async function askToPersist(): Promise<boolean> {
  const storage = globalThis.navigator?.storage;
  if (await storage?.persisted?.().catch(() => false)) return true;
  return (await storage?.persist?.().catch(() => false)) ?? false;
}
