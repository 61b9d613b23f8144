import { toast, toastFailure } from '../../components/ui/Toasts';
import type { Report } from '../../lib/library';
import { askBackground } from '../../lib/messages';
import { plural, t } from '../../lib/ui-text/text';
import { leave, stay } from './reports/leaving';

/** Moves reports to the bin and offers to bring them back. @returns whether they are gone */
export async function deleteWithUndo(reports: Pick<Report, 'id' | 'title'>[]): Promise<boolean> {
  const reportIds = reports.map(({ id }) => id);
  const [only] = reports;
  leave(reportIds);
  try {
    await askBackground('delete-reports', { reportIds });
  } catch (error) {
    stay(reportIds);
    toastFailure(error);
    return false;
  }
  toast(
    reports.length === 1 && only
      ? t('library.deletedOne', { title: only.title })
      : plural('library.deleted', reports.length),
    () => {
      stay(reportIds);
      return askBackground('restore-reports', { reportIds });
    },
  );
  return true;
}
