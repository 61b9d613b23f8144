/** The Dexie database: its tables, its versions, and the one way in. */
import { Dexie, type Table, type Transaction } from 'dexie';
import { indexKeys, type Profile } from '../crossref/profile';
import { packProfile } from '../crossref/stored';
import type { Doing } from '../said';
import { type Changes, collect, rowsOf } from './blocks';
import { toLibraryError } from './errors';
import type {
  ActorRow,
  Binned,
  ClaimRow,
  CopyPrints,
  Correction,
  Draft,
  Job,
  Meta,
  Note,
  Posting,
  ProfileRow,
  Report,
  SavedSearch,
  Segment,
  Stale,
  Story,
  Version,
} from './rows';

export const databaseName = 'claimbook';

export interface LibraryDatabase extends Dexie {
  reports: Table<Report, string>;
  versions: Table<Version, [string, number]>;
  bin: Table<Binned, string>;
  drafts: Table<Draft, string>;
  stories: Table<Story, string>;
  notes: Table<Note, string>;
  corrections: Table<Correction, string>;
  searches: Table<SavedSearch, string>;
  // Derived from the newest versions: left out of backups, rebuilt at will.
  claims: Table<ClaimRow, string>;
  actors: Table<ActorRow, string>;
  profiles: Table<ProfileRow, number, Omit<ProfileRow, 'serial'>>;
  postings: Table<Posting, [string, number]>;
  copies: Table<CopyPrints, string>;
  segments: Table<Segment, number, Omit<Segment, 'id'>>;
  stale: Table<Stale, [string, string]>;
  // Of this machine.
  jobs: Table<Job, string>;
  meta: Table<Meta, string>;
}

/**
 * Every released schema, oldest first, each as the difference to the one before; a table or index is never changed in
 * place. An upgrade runs in one transaction with the change of the schema: it completes or leaves the old library.
 */
function declare(db: Dexie): void {
  db.version(1).stores({
    reports: 'id, &canonicalUrl, savedAt, publishedAt, siteName, *tags, *actorKeys',
    versions: '[reportId+version]',
    bin: 'id, &canonicalUrl, deletedAt',
    drafts: 'canonicalUrl',
    claims: 'id, reportId, unit, reportedAt, *sourceActors',
    actors: 'key, reports',
    profiles: '++serial, &reportId',
    postings: '[term+block]',
  });
  db.version(2)
    .stores({ stories: 'id', reports: 'id, &canonicalUrl, savedAt, publishedAt, siteName, storyId, *tags, *actorKeys' })
    .upgrade(async (transaction) => {
      const none = { storyId: null, storyByHand: false };
      await transaction
        .table('reports')
        .toCollection()
        .modify((report: Report) => void Object.assign(report, none));
      await transaction
        .table('bin')
        .toCollection()
        .modify((row: Binned) => void Object.assign(row.report, none));
    });
  db.version(3)
    .stores({
      notes: 'id, [kind+key], *tags, changedAt',
      corrections: 'id, kind, *keys, changedAt',
      searches: 'id',
      copies: 'reportId, *prints',
      segments: '++id',
      stale: '[what+reportId]',
      jobs: 'id, state',
      meta: 'key',
    })
    .upgrade(async (transaction) => {
      // What is new and derived is made later, report by report: an upgrade that reads every text would keep the person waiting.
      const ids = (await transaction.table('reports').toCollection().primaryKeys()) as string[];
      for (const what of ['search', 'reading'] as const)
        await transaction.table('stale').bulkAdd(ids.map((reportId): Stale => ({ what, reportId, mark: 0 })));
      await indexAnew(transaction);
    });
}

/** Profiles become strings, and the index of terms gets smaller blocks. */
async function indexAnew(transaction: Transaction): Promise<void> {
  const profiles: Table<ProfileRow, number> = transaction.table('profiles');
  const changes: Changes = new Map();
  await profiles.toCollection().modify((row) => {
    const profile = row.profile as unknown as Profile;
    collect(changes, indexKeys(profile), row.serial);
    row.profile = packProfile(profile);
    row.senses = null;
  });
  await transaction.table('postings').clear();
  await transaction.table('postings').bulkAdd(rowsOf(changes));
}

/** Tables whose rows come from the newest versions and can be rebuilt from them. */
export const derivedTables = ['claims', 'actors', 'profiles', 'postings', 'copies', 'segments', 'stale'] as const;
/** Tables that a backup must hold. */
export const keptTables = [
  'reports',
  'versions',
  'bin',
  'drafts',
  'stories',
  'notes',
  'corrections',
  'searches',
] as const;
/** Tables about this machine: no backup holds them. */
export const localTables = ['jobs', 'meta'] as const;

/**
 * The browser's IndexedDB, except that a library of a newer version stays shut: Dexie would open it anyway, asking for
 * whatever version is there, and add the tables it misses.
 */
const factory = {
  open(name: string, version?: number): IDBOpenDBRequest {
    if (!globalThis.indexedDB) throw new DOMException('No IndexedDB here.', 'InvalidStateError');
    if (version === undefined) throw new DOMException('This library is newer.', 'VersionError');
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (a: unknown, b: unknown) => indexedDB.cmp(a, b),
};

export function openDatabase(name = databaseName): LibraryDatabase {
  const db = new Dexie(name, {
    indexedDB: factory,
    IDBKeyRange: globalThis.IDBKeyRange,
    // Relaxed durability may answer before the bytes are on disk: a save acknowledged there would not survive a crash.
    chromeTransactionDurability: 'strict',
  });
  declare(db);
  return db as LibraryDatabase;
}

export const db = openDatabase();

/**
 * Runs a read or a write; whatever fails reaches the caller as a LibraryError. The promise of a write resolves only when
 * its transaction has completed: Dexie resolves `transaction()` on the transaction's `complete` event.
 * @param doing what is tried, as failures name it
 */
export async function attempt<T>(doing: Doing, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = toLibraryError(error, doing);
    // Dexie remembers that it could not open: the next attempt tries anew.
    if (failure.code === 'blocked' || failure.code === 'newer' || failure.code === 'damaged')
      db.close({ disableAutoOpen: false });
    throw failure;
  }
}
