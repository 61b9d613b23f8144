/** Corrections made on a report's page: kept by the background, each with its undo. */
import { toast, toastFailure } from '../../../components/ui/Toasts';
import type { Change } from '../../../lib/library/corrections/schema';
import { askBackground } from '../../../lib/messages';

/** @param said what was done, for the toast. @returns whether it was kept */
export async function correctWithUndo(reportId: string, change: Change, said: string): Promise<boolean> {
  try {
    const { id } = await askBackground('correct', { place: { reportId }, change });
    toast(said, () => askBackground('revoke-correction', { id, revoked: true }));
    return true;
  } catch (error) {
    toastFailure(error);
    return false;
  }
}
