import { useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../../components/ui/Button';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog';
import { Notice } from '../../../components/ui/feedback';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { askToPersist, wipeLibrary } from '../../../lib/library';
import { t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { ImportButton } from '../ImportButton';
import { Section } from './Section';
import type { SettingsProps } from './SettingsView';
import { bytesInWords, useStorage } from './StorageLine';

/** How much is kept, how safe it is, how it comes out and in, and how it all goes. */
export function StorageSettings(_: SettingsProps) {
  const state = useStorage();
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const wipe = async () => {
    try {
      await wipeLibrary();
      await browser.storage.local.clear();
      localStorage.clear();
      toast(t('settings.wiped'));
    } catch (error) {
      toastFailure(error);
    }
  };
  const safe = persisted ?? state?.persisted ?? false;
  return (
    <Section title={t('settings.storage')} line={t('settings.storageLine')}>
      {state?.used != null && state.quota != null && (
        <div className="setting">
          <label htmlFor="storage-used">
            {t('settings.used', { used: bytesInWords(state.used), quota: bytesInWords(state.quota) })}
          </label>
          <meter id="storage-used" min={0} max={state.quota} high={state.quota * 0.9} value={state.used} />
        </div>
      )}
      <div className="setting">
        <span>{safe ? t('settings.persisted') : t('settings.notPersisted')}</span>
        {!safe && <Button onClick={() => void askToPersist().then(setPersisted)}>{t('settings.persist')}</Button>}
      </div>
      {persisted === false && <Notice tone="warn">{t('settings.persistRefused')}</Notice>}
      <div className="setting">
        <span>{t('settings.copy')}</span>
        <span className="cb-actions">
          <ImportButton />
          <ExportMenu reportIds={null} />
        </span>
      </div>
      <div className="setting">
        <span>{t('settings.wipeLine')}</span>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('settings.wipe')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('settings.wipeAsk')}
        line={t('settings.wipeAskLine')}
        confirm={t('settings.wipe')}
        onConfirm={() => void wipe()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
