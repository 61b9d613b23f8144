/** Searches the person kept, by name. */
import { attempt, db } from './database';
import { momentAfter } from './moment';
import type { SavedSearch } from './rows';

/** By name. */
export function listSavedSearches(view: SavedSearch['view']): Promise<SavedSearch[]> {
  return attempt('read', async () => {
    const all = await db.searches.toArray();
    return all.filter((search) => search.view === view).sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** Keeps a search; one of the same name in the same list is replaced. @returns its id */
export function saveSearch(search: Pick<SavedSearch, 'name' | 'view' | 'query' | 'filter'>): Promise<string> {
  return attempt('keepSearch', () =>
    db.transaction('rw', db.searches, async () => {
      const old = (await db.searches.toArray()).find(({ name, view }) => name === search.name && view === search.view);
      const now = momentAfter(old?.changedAt);
      const id = old?.id ?? crypto.randomUUID();
      await db.searches.put({ ...search, id, createdAt: old?.createdAt ?? now, changedAt: now });
      return id;
    }),
  );
}

export function forgetSearch(id: string): Promise<void> {
  return attempt('forgetSearch', () => db.searches.delete(id));
}

/** Undo of `forgetSearch`. */
export function restoreSearch(search: SavedSearch): Promise<void> {
  return attempt('keepSearch', async () => void (await db.searches.put(search)));
}
