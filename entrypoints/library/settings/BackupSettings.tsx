import { useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../../components/ui/Button';
import { RadioChoices } from '../../../components/ui/Choices';
import { Notice } from '../../../components/ui/feedback';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { lastBackup } from '../../../lib/library/backup';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { type BackupSchedule, backupSchema } from '../../../lib/settings';
import { momentInWords } from '../../../lib/ui-text/dates';
import { saidInWords } from '../../../lib/ui-text/failure';
import { t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { ImportButton } from '../import/ImportButton';
import { Section } from './Section';
import type { SettingsProps } from './SettingsView';

/** What writing files by itself needs. Nothing may be awaited before: browsers count it as the person's act only inside the click. */
function askToWrite(): Promise<boolean> {
  const { optional_permissions: permissions = [] } = browser.runtime.getManifest();
  return browser.permissions.request({ permissions: permissions as ['downloads'] });
}

/** Copies of everything: when the last one was made, on which schedule, and by hand. */
export function BackupSettings({ settings, change }: SettingsProps) {
  const { value: last } = useLive(lastBackup, []);
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);

  const schedule = (backup: BackupSchedule) => {
    setRefused(false);
    if (backup === 'never') return change({ backup });
    askToWrite().then((granted) => (granted ? change({ backup }) : setRefused(true)), toastFailure);
  };
  const backUp = () => {
    setRefused(false);
    setBusy(true);
    askToWrite()
      .then(async (granted) => {
        if (!granted) return setRefused(true);
        const { name } = await askBackground('back-up-now', {});
        toast(t('settings.backup.done', { file: name }));
      })
      .catch(toastFailure)
      .finally(() => setBusy(false));
  };
  const moment = last?.at && momentInWords(last.at);
  return (
    <Section title={t('settings.backup.title')} line={t('settings.backup.line')}>
      <div className="setting">
        <span>
          {!moment
            ? t('settings.backup.never')
            : last?.name
              ? t('settings.backup.lastFile', { moment, file: last.name })
              : t('settings.backup.last', { moment })}
        </span>
        <Button onClick={backUp} disabled={busy}>
          {busy ? t('settings.backup.busy') : t('settings.backup.now')}
        </Button>
      </div>
      {last?.error && (
        <Notice tone="danger">
          {t('settings.backup.failed', { reason: last.said ? saidInWords(last.said) : last.error })}
        </Notice>
      )}
      <RadioChoices
        legend={t('settings.backup.schedule')}
        inline
        value={settings.backup}
        onChange={schedule}
        choices={backupSchema.options.map((value) => ({ value, title: t(`settings.backup.schedules.${value}`) }))}
      />
      <p className="cb-muted cb-small">{t('settings.backup.scheduleLine')}</p>
      {refused && <Notice tone="warn">{t('settings.backup.refused')}</Notice>}
      <div className="setting">
        <span>{t('settings.copy')}</span>
        <span className="cb-actions">
          <ImportButton />
          <ExportMenu reportIds={null} />
        </span>
      </div>
    </Section>
  );
}
