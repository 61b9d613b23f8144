import { emptyOldBin } from '../../lib/library';
import { storageReady } from './storage';

/** At most once a browser start. A library that cannot be opened now says so where a person looks; here it is passed over. */
export async function clearOldBin(): Promise<void> {
  await storageReady();
  await emptyOldBin(Date.now()).catch(() => {});
}
