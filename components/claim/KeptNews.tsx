import type { KeptMark } from '../../lib/highlight/kept';
import { plural, t } from '../../lib/ui-text/text';

/** What has changed on the page since its report was saved: numbers that are others now, and what is not there any more. */
export function KeptNews({ kept }: { kept: readonly KeptMark[] }) {
  const changed = kept.filter(({ status }) => status === 'changed');
  const missing = kept.filter(({ status }) => status === 'missing');
  const unsearched = kept.filter(({ status }) => status === 'unsearched');
  if (changed.length + missing.length + unsearched.length === 0)
    return <p className="cb-small cb-muted">{t('kept.allThere')}</p>;
  const summary = [
    changed.length > 0 && plural('kept.changed', changed.length),
    missing.length > 0 && plural('kept.missing', missing.length),
    unsearched.length > 0 && plural('kept.unsearched', unsearched.length),
  ].filter((part) => part !== false);
  return (
    <details className="kept-news cb-small">
      <summary>{summary.join(' ')}</summary>
      <ul className="cb-list">
        {changed.map(({ was, now, at }) => (
          <li key={`changed-${at?.start}`}>{t('kept.wasNow', { was, now: now ?? '' })}</li>
        ))}
        {missing.map(({ was }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be gone twice, and the list never changes its order
          <li key={`missing-${index}`}>{t('kept.gone', { was })}</li>
        ))}
      </ul>
    </details>
  );
}
