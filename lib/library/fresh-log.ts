/**
 * Keeps a crash of the browser from costing the library.
 *
 * Chromium stores all databases of an extension in one LevelDB, with `reuse_logs`. A browser that dies in the middle of a write leaves half a record
 * at the end of the log. The next start rightly passes over it, but then goes on writing behind it, and the start after that finds
 * a record with a wrong checksum in the middle of the log: Chromium calls the database corrupt and deletes all of it (LevelDB issue 1287, open since
 * 2025; `IDBVersionChangeEvent.dataLoss` is then "total"). No durability option prevents it, but a log that was begun after the start holds no half records. LevelDB begins
 * one when the table it keeps in memory, 4 MB at most, is full: so it is filled once with zeros, which are then let go.
 */

const name = 'claimbook-ballast';
const store = 'zeros';
/** Bytes of a value: above 64 KiB Chromium would store it as a file beside the log. */
const size = 60_000;
/** 4.5 MB, of which the browser writes twice as much: more than the table in memory holds, whatever stood in it before. */
const values = 75;

const ended = (request: IDBOpenDBRequest) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Makes the browser begin a new log for what it stores; takes some 40 ms, most of them outside this thread. To be called once after each start of the browser,
 * before anything else is written there; Firefox stores by SQLite and has no need of it.
 * @throws DOMException where there is no storage
 */
export async function startFreshLog(): Promise<void> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  const database = await ended(request);
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  const zeros = new Uint8Array(size);
  // Few keys: what is written over and over leaves next to nothing behind.
  for (let value = 0; value < values; value++) transaction.objectStore(store).put(zeros, value % 4);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
  await ended(indexedDB.deleteDatabase(name));
}
