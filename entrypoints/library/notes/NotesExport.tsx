import { DownloadIcon } from '@radix-ui/react-icons';
import { Menu } from '../../../components/ui/Menu';
import { toastFailure } from '../../../components/ui/Toasts';
import type { WrittenNote } from '../../../lib/library/notes/all-notes';
import { t } from '../../../lib/ui-text/text';
import { handOut } from '../ExportMenu';

const formats = [
  { name: 'markdown', words: 'library.export.markdown', line: 'library.notes.markdownLine' },
  { name: 'csv', words: 'library.export.csv', line: 'library.notes.csvLine' },
] as const;

/** Hands out notes by themselves. What belongs to reports leaves with them as well. */
export function NotesExport({ notes, kind }: { notes: readonly WrittenNote[]; kind: 'plain' | 'quiet' }) {
  const write = async (format: 'markdown' | 'csv', to: 'file' | 'clipboard') => {
    try {
      const { writeNotes } = await import('../../../lib/export');
      await handOut(writeNotes(notes, format, new Date()), to);
    } catch (error) {
      toastFailure(error);
    }
  };
  return (
    <Menu
      label={t('library.notes.export')}
      icon={<DownloadIcon aria-hidden="true" />}
      disabled={notes.length === 0}
      kind={kind}
      choices={[
        ...formats.map(({ name, words, line }) => ({
          id: name,
          title: t(words),
          line: t(line),
          onChoose: () => void write(name, 'file'),
        })),
        ...formats.map(({ name, words }) => ({
          id: `copy-${name}`,
          group: t('library.export.clipboard'),
          title: t('library.export.copyAs', { format: t(words) }),
          onChoose: () => void write(name, 'clipboard'),
        })),
      ]}
    />
  );
}
