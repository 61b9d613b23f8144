import { LockClosedIcon } from '@radix-ui/react-icons';
import { useEffect, useState } from 'react';
import { countReports, type StorageState, storageState } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { numberFormat, t } from '../../../lib/ui-text/text';

/** "1.2 MB", by the person's rules. */
export function bytesInWords(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), units.length - 1);
  return numberFormat({
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}

export function useStorage(): StorageState | null {
  const [state, setState] = useState<StorageState | null>(null);
  const { value: count } = useLive(countReports, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when reports came or went
  useEffect(() => void storageState().then(setState), [count]);
  return state;
}

export function StorageLine() {
  const state = useStorage();
  return (
    <p className="storage-line cb-small cb-muted">
      <LockClosedIcon aria-hidden="true" />
      <span>
        {t('library.private')}
        {state?.used != null && <span> {t('library.used', { size: bytesInWords(state.used) })}</span>}
      </span>
    </p>
  );
}
