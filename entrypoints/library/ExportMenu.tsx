import { DownloadIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../components/ui/Button';
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

/** What people paste: into a note, a sheet, a reference list. */
const copied = ['markdown', 'csv', 'bibtex'] as const;

interface ExportMenuProps {
  /** The reports to write; null: the whole library. */
  reportIds: string[] | null;
  /** Only these claims of them ("report/claim"). */
  claimIds?: string[];
  /** Said on the button: "Export 3 reports". */
  label?: string;
  kind?: 'plain' | 'quiet';
}

/** From so many reports on an export takes long enough to be watched, and stopped. */
const watched = 300;

export function ExportMenu({ reportIds, claimIds, label, kind = 'plain' }: ExportMenuProps) {
  const [busy, setBusy] = useState<{ done: number; total: number; stop: () => void } | null>(null);
  const write = async (format: string, to: 'file' | 'clipboard') => {
    const stopped = new AbortController();
    const stop = () => stopped.abort();
    setBusy({ done: 0, total: 0, stop });
    try {
      // Loaded only now: most visits export nothing.
      const { exportLibrary } = await import('../../lib/export');
      const file = await exportLibrary({
        format,
        reportIds,
        ...(claimIds ? { claimIds } : {}),
        signal: stopped.signal,
        progress: (done, total) => setBusy({ done, total, stop }),
      });
      await handOut(file, to);
    } catch (error) {
      if (stopped.signal.aborted) toast(t('library.export.stopped'));
      else toastFailure(error);
    } finally {
      setBusy(null);
    }
  };
  if (busy && busy.total >= watched)
    return (
      <span className="export-progress">
        <progress aria-label={t('library.export.busy')} max={busy.total} value={busy.done} />
        <Button kind={kind} onClick={busy.stop}>
          {t('ui.cancel')}
        </Button>
      </span>
    );
  return (
    <Menu
      label={busy ? t('library.export.busy') : (label ?? t('library.export.title'))}
      icon={<DownloadIcon aria-hidden="true" />}
      disabled={busy !== null || reportIds?.length === 0}
      kind={kind}
      choices={[
        ...formats.map(({ name, words, line }) => ({
          id: name,
          title: t(words),
          line: t(line),
          onChoose: () => void write(name, 'file'),
        })),
        // The whole library is no thing to paste.
        ...(reportIds === null
          ? []
          : formats
              .filter(({ name }) => copied.some((one) => one === name))
              .map(({ name, words }) => ({
                id: `copy-${name}`,
                group: t('library.export.clipboard'),
                title: t('library.export.copyAs', { format: t(words) }),
                onChoose: () => void write(name, 'clipboard'),
              }))),
      ]}
    />
  );
}

/** Gives the person what was written, and says so. */
export async function handOut(file: { name: string; blob: Blob }, to: 'file' | 'clipboard'): Promise<void> {
  if (to === 'file') {
    download(file);
    toast(t('library.export.done', { file: file.name }));
  } else {
    await navigator.clipboard.writeText(await file.blob.text());
    toast(t('library.export.copied'));
  }
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
