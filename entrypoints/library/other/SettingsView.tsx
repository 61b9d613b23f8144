import { Cross2Icon } from '@radix-ui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button, IconButton } from '../../../components/ui/Button';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog';
import { Notice } from '../../../components/ui/feedback';
import { Switch } from '../../../components/ui/Switch';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { askToPersist, wipeLibrary } from '../../../lib/library';
import {
  changeSettings,
  type Density,
  densitySchema,
  readSettings,
  type Settings,
  watchSettings,
} from '../../../lib/settings';
import { plural, t } from '../../../lib/ui-text/text';
import { ExportMenu } from '../ExportMenu';
import { ImportButton } from '../ImportButton';
import { bytesInWords, useStorage } from './StorageLine';

const everySite = '*://*/*';

export function SettingsView() {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    readSettings().then(setSettings, toastFailure);
    return watchSettings(setSettings);
  }, []);
  const change = (some: Partial<Settings>) => changeSettings(some).then(setSettings, toastFailure);
  return (
    <div className="settings">
      <div className="view-head">
        <h1>{t('library.settings.title')}</h1>
      </div>
      <Access />
      {settings && <Marks settings={settings} change={change} />}
      <Keys />
      <Storage />
    </div>
  );
}

function Section({ title, line, children }: { title: string; line?: string; children: ReactNode }) {
  return (
    <section className="settings-section">
      <h2>{title}</h2>
      {line && <p className="cb-muted">{line}</p>}
      {children}
    </section>
  );
}

function Access() {
  const [origins, setOrigins] = useState<string[]>([]);
  useEffect(() => {
    const read = () => void browser.permissions.getAll().then(({ origins: all }) => setOrigins(all ?? []));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  const every = origins.some((origin) => origin === everySite || origin === '<all_urls>');
  const set = (origin: string, on: boolean) =>
    void (
      on ? browser.permissions.request({ origins: [origin] }) : browser.permissions.remove({ origins: [origin] })
    ).catch(toastFailure);
  const sites = origins.filter((origin) => origin !== everySite && origin !== '<all_urls>');
  return (
    <Section title={t('library.settings.access')} line={t('library.settings.accessLine')}>
      <div className="setting">
        <span id="every-site">{t('popup.access.every')}</span>
        <Switch checked={every} onChange={(on) => set(everySite, on)} aria-labelledby="every-site" />
      </div>
      {sites.length > 0 && (
        <ul className="cb-list setting-list" aria-label={t('library.settings.accessSites')}>
          {sites.map((origin) => (
            <li key={origin}>
              <span>{siteInWords(origin)}</span>
              <IconButton
                label={t('library.settings.accessRemove', { site: siteInWords(origin) })}
                onClick={() => set(origin, false)}
              >
                <Cross2Icon aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {!every && sites.length === 0 && <p className="cb-muted cb-small">{t('library.settings.accessNone')}</p>}
    </Section>
  );
}

const siteInWords = (origin: string) => origin.replace(/^[^:]*:\/\/(?:\*\.)?/, '').replace(/\/\*$/, '');

const densityWords = {
  claims: 'library.settings.densities.claims',
  'claims-and-actors': 'library.settings.densities.claimsAndActors',
  everything: 'library.settings.densities.everything',
} as const satisfies Record<Density, string>;

function Marks({ settings, change }: { settings: Settings; change: (some: Partial<Settings>) => void }) {
  return (
    <Section title={t('library.settings.marks')}>
      <div className="setting">
        <span id="marks-on">{t('library.settings.marksOn')}</span>
        <Switch checked={settings.marksOn} onChange={(marksOn) => change({ marksOn })} aria-labelledby="marks-on" />
      </div>
      <fieldset className="setting-choices">
        <legend>{t('library.settings.density')}</legend>
        {densitySchema.options.map((density) => (
          <label key={density} className="check">
            <input
              type="radio"
              name="density"
              checked={settings.density === density}
              onChange={() => change({ density })}
            />
            {t(densityWords[density])}
          </label>
        ))}
      </fieldset>
      {settings.sitesOff.length > 0 && (
        <>
          <h3>{t('library.settings.sitesOff')}</h3>
          <ul className="cb-list setting-list">
            {settings.sitesOff.map((site) => (
              <li key={site}>
                <span>{site}</span>
                <IconButton
                  label={t('library.settings.siteOn', { site })}
                  onClick={() => change({ sitesOff: settings.sitesOff.filter((other) => other !== site) })}
                >
                  <Cross2Icon aria-hidden="true" />
                </IconButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {settings.pagesOff.length > 0 && (
        <div className="setting">
          <span>{plural('library.settings.pagesOff', settings.pagesOff.length)}</span>
          <Button onClick={() => change({ pagesOff: [] })}>{t('library.settings.pagesOn')}</Button>
        </div>
      )}
    </Section>
  );
}

function Keys() {
  const [commands, setCommands] = useState<{ name: string; words: string; key: string }[]>([]);
  useEffect(() => {
    void browser.commands?.getAll().then((all) =>
      setCommands(
        all.flatMap(({ name, description, shortcut }) =>
          name && (description || name === '_execute_action')
            ? [
                {
                  name,
                  words: description || t('library.settings.openPopup'),
                  key: shortcut || t('library.settings.noKey'),
                },
              ]
            : [],
        ),
      ),
    );
  }, []);
  // Chrome and Firefox each have a page of their own for this; neither can be linked to from a page.
  const open = () => {
    const { commands: api } = browser as { commands?: { openShortcutSettings?: () => Promise<void> } };
    void (
      api?.openShortcutSettings
        ? api.openShortcutSettings()
        : browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
    ).catch(toastFailure);
  };
  if (commands.length === 0) return null;
  return (
    <Section title={t('library.settings.keys')}>
      <dl className="keys">
        {commands.map(({ name, words, key }) => (
          <div key={name}>
            <dt>{words}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <Button onClick={open}>{t('library.settings.changeKeys')}</Button>
      </div>
    </Section>
  );
}

function Storage() {
  const state = useStorage();
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const wipe = async () => {
    try {
      await wipeLibrary();
      await browser.storage.local.clear();
      toast(t('library.settings.wiped'));
    } catch (error) {
      toastFailure(error);
    }
  };
  const safe = persisted ?? state?.persisted ?? false;
  return (
    <Section title={t('library.settings.storage')} line={t('library.settings.storageLine')}>
      {state?.used != null && state.quota != null && (
        <div className="setting">
          <label htmlFor="storage-used">
            {t('library.settings.used', { used: bytesInWords(state.used), quota: bytesInWords(state.quota) })}
          </label>
          <meter id="storage-used" min={0} max={state.quota} high={state.quota * 0.9} value={state.used} />
        </div>
      )}
      <div className="setting">
        <span>{safe ? t('library.settings.persisted') : t('library.settings.notPersisted')}</span>
        {!safe && (
          <Button onClick={() => void askToPersist().then(setPersisted)}>{t('library.settings.persist')}</Button>
        )}
      </div>
      {persisted === false && <Notice tone="warn">{t('library.settings.persistRefused')}</Notice>}
      <div className="setting">
        <span>{t('library.settings.backup')}</span>
        <span className="cb-actions">
          <ImportButton />
          <ExportMenu reportIds={null} />
        </span>
      </div>
      <div className="setting">
        <span>{t('library.settings.wipeLine')}</span>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('library.settings.wipe')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('library.settings.wipeAsk')}
        line={t('library.settings.wipeAskLine')}
        confirm={t('library.settings.wipe')}
        onConfirm={() => void wipe()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
