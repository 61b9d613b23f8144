import { useEffect, useRef, useState } from 'react';
import { AccessForm } from '../../../components/access/AccessForm';
import { KeyList, openShortcutPage } from '../../../components/keys/KeyList';
import { Button } from '../../../components/ui/Button';
import { toastFailure } from '../../../components/ui/Toasts';
import { changeSettings, readSettings, type Settings, watchSettings } from '../../../lib/settings';
import { t } from '../../../lib/ui-text/text';
import { About } from './About';
import { BackupSettings } from './BackupSettings';
import { LookSettings } from './LookSettings';
import { MarkSettings } from './MarkSettings';
import { Section } from './Section';
import { StorageSettings } from './StorageSettings';

export interface SettingsProps {
  settings: Settings;
  change: (some: Partial<Settings>) => void;
}

function useSettings() {
  const [settings, setSettings] = useState<Settings | null>(null);
  /** Changes on their way to the disk: what is read back meanwhile is older than what is shown. */
  const writing = useRef(0);
  useEffect(() => {
    readSettings().then(setSettings, toastFailure);
    return watchSettings((changed) => {
      if (writing.current === 0) setSettings(changed);
    });
  }, []);
  const change = (some: Partial<Settings>) => {
    // Shown before it is written: the next click must start from this one.
    setSettings((now) => now && { ...now, ...some });
    writing.current++;
    changeSettings(some)
      .catch((error: unknown) => {
        toastFailure(error);
        void readSettings().then(setSettings);
      })
      .finally(() => {
        writing.current--;
      });
  };
  return { settings, change };
}

export function SettingsView() {
  const { settings, change } = useSettings();
  return (
    <div className="settings">
      <div className="view-head">
        <h1>{t('settings.title')}</h1>
      </div>
      <Section title={t('settings.access')} line={t('settings.accessLine')}>
        <AccessForm legend={t('settings.access')} />
      </Section>
      {settings && <MarkSettings settings={settings} change={change} />}
      {settings && <LookSettings settings={settings} change={change} />}
      <Section title={t('settings.keys')} line={t('settings.keysLine')}>
        <KeyList all />
        <div>
          <Button onClick={() => void openShortcutPage().catch(toastFailure)}>{t('settings.changeKeys')}</Button>
        </div>
      </Section>
      {settings && <BackupSettings settings={settings} change={change} />}
      <StorageSettings />
      <About />
    </div>
  );
}
