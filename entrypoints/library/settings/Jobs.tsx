import { useEffect, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { Notice } from '../../../components/ui/feedback';
import { toastFailure } from '../../../components/ui/Toasts';
import { cancelJob, listJobs } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { saidInWords } from '../../../lib/ui-text/failure';
import { count, plural, t } from '../../../lib/ui-text/text';

/** Long work that goes on, with its progress; it can be stopped, and survives a crash. Nothing while there is none. */
export function Jobs() {
  const { value: jobs = [] } = useLive(listJobs, []);
  const shown = jobs.filter(({ state }) => state === 'waiting' || state === 'running' || state === 'failed');
  if (shown.length === 0) return null;
  return (
    <ul className="cb-list jobs" aria-label={t('settings.jobs.title')}>
      {shown.map(({ id, kind, state, done, total, message, said }) => (
        <li key={id} className="setting">
          <label htmlFor={`job-${id}`}>
            {t(`settings.jobs.kinds.${kind}`)}
            <span className="cb-muted cb-small">
              {' · '}
              {state === 'failed'
                ? t('settings.jobs.failed', { reason: said ? saidInWords(said) : (message ?? '') })
                : state === 'waiting' || total === 0
                  ? t('settings.jobs.waiting')
                  : t('settings.jobs.progress', { done: count(done), total: count(total) })}
            </span>
          </label>
          {state !== 'failed' && (
            <span className="cb-actions">
              <progress id={`job-${id}`} max={total || 1} value={total ? done : undefined} />
              <Button onClick={() => void cancelJob(id).catch(toastFailure)}>{t('settings.jobs.cancel')}</Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Reports that an older engine read can be read again; corrections stay laid over. */
export function Reread() {
  const [outdated, setOutdated] = useState(0);
  const { value: jobs } = useLive(listJobs, []);
  const going = jobs?.some(({ kind, state }) => kind === 'reread' && (state === 'waiting' || state === 'running'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a reading has ended
  useEffect(() => {
    askBackground('outdated-reports', {}).then(
      ({ reports }) => setOutdated(reports),
      () => {},
    );
  }, [going]);
  if (outdated === 0 || going) return null;
  return (
    <Notice>
      <p>{plural('settings.reread.outdated', outdated)}</p>
      <p className="cb-muted">{t('settings.reread.line')}</p>
      <p>
        <Button onClick={() => void askBackground('reread-reports', {}).catch(toastFailure)}>
          {t('settings.reread.start')}
        </Button>
      </p>
    </Notice>
  );
}
