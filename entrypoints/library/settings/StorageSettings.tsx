import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../../components/ui/Button';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog';
import { Notice } from '../../../components/ui/feedback';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { askToPersist, wipeLibrary } from '../../../lib/library';
import { oldVersions } from '../../../lib/library/compact';
import { forgetMark } from '../../../lib/lost-library';
import { askBackground } from '../../../lib/messages';
import { plural, t } from '../../../lib/ui-text/text';
import { Jobs, Reread } from './Jobs';
import { Section } from './Section';
import { bytesInWords, useStorage } from './StorageLine';

/** How much is kept, how safe it is, and how it all goes. */
export function StorageSettings() {
  const state = useStorage();
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const wipe = async () => {
    try {
      await forgetMark();
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
      {state?.level && state.level !== 'fine' && <Notice tone="warn">{t('settings.low')}</Notice>}
      <OldVersions />
      <Jobs />
      <Reread />
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

/** What texts said before is worth keeping, until the disk says otherwise. */
function OldVersions() {
  const [old, setOld] = useState({ versions: 0, bytes: 0 });
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    oldVersions().then(setOld, () => {});
  }, []);
  if (old.versions === 0) return null;
  const remove = () => {
    setOld({ versions: 0, bytes: 0 });
    askBackground('compact-versions', { keep: 1 }).catch(toastFailure);
  };
  return (
    <div className="setting">
      <span>{plural('settings.versions.kept', old.versions, { size: bytesInWords(old.bytes) })}</span>
      <Button onClick={() => setAsking(true)}>{t('settings.versions.remove')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('settings.versions.ask')}
        line={t('settings.versions.askLine')}
        confirm={t('settings.versions.remove')}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
