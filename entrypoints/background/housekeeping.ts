import { emptyOldBin } from '../../lib/library';

/** At most once a browser start. A library that cannot be opened now says so where a person looks; here it is passed over. */
export async function clearOldBin(): Promise<void> {
  await emptyOldBin(Date.now()).catch(() => {});
}
