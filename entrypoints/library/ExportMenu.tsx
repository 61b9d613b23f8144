import { DownloadIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Menu } from '../../components/ui/Menu';
import { toast, toastFailure } from '../../components/ui/Toasts';
import { t } from '../../lib/ui-text/text';

/** Formats by what people use them for; names as in lib/export. */
const formats = [
  { name: 'markdown', words: 'library.export.markdown', line: 'library.export.markdownLine' },
  { name: 'csv', words: 'library.export.csv', line: 'library.export.csvLine' },
  { name: 'json', words: 'library.export.json', line: 'library.export.jsonLine' },
  { name: 'html', words: 'library.export.html', line: 'library.export.htmlLine' },
  { name: 'w3c', words: 'library.export.w3c', line: 'library.export.w3cLine' },
  { name: 'ris', words: 'library.export.ris', line: 'library.export.risLine' },
  { name: 'bibtex', words: 'library.export.bibtex', line: 'library.export.bibtexLine' },
  { name: 'csl-json', words: 'library.export.csl', line: 'library.export.cslLine' },
] as const;

interface ExportMenuProps {
  /** The reports to write; null: the whole library. */
  reportIds: string[] | null;
  /** Said on the button: "Export 3 reports". */
  label?: string;
}

export function ExportMenu({ reportIds, label }: ExportMenuProps) {
  const [busy, setBusy] = useState(false);
  const write = async (format: string) => {
    setBusy(true);
    try {
      // Loaded only now: most visits export nothing.
      const { exportLibrary } = await import('../../lib/export');
      const file = await exportLibrary({ format, reportIds });
      download(file);
      toast(t('library.export.done', { file: file.name }));
    } catch (error) {
      toastFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu
      label={busy ? t('library.export.busy') : (label ?? t('library.export.title'))}
      icon={<DownloadIcon aria-hidden="true" />}
      disabled={busy || reportIds?.length === 0}
      choices={formats.map(({ name, words, line }) => ({
        id: name,
        title: t(words),
        line: t(line),
        onChoose: () => void write(name),
      }))}
    />
  );
}

/** Hands the person a file, as a click on a link would. */
export function download({ name, blob }: { name: string; blob: Blob }): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after this turn; a minute is ample, and what is never revoked stays in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
