import { CheckCircledIcon } from '@radix-ui/react-icons';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../components/ui/Button';
import { Notice } from '../../components/ui/feedback';
import { MarkIcon } from '../../components/ui/icons';
import { askBackground } from '../../lib/messages';
import { t } from '../../lib/ui-text/text';
import { Sample } from './Sample';

const everySite = '*://*/*';

/** Shown once, after installing: what Claimbook does, tried on a sample, and the one choice to make. */
export function Welcome() {
  return (
    <main className="welcome">
      <header>
        <p className="welcome-name">
          <MarkIcon width="28" height="28" /> {t('product.name')}
        </p>
        <h1>{t('welcome.title')}</h1>
        <p className="welcome-lead">{t('welcome.lead')}</p>
      </header>
      <Sample />
      <Access />
      <div className="welcome-facts">
        <Keys />
        <section>
          <h2>{t('welcome.data')}</h2>
          <p>{t('welcome.dataLine')}</p>
          <Button onClick={() => void askBackground('open-library', {})}>{t('welcome.library')}</Button>
        </section>
        <section>
          <h2>{t('welcome.pin')}</h2>
          <p>{t('welcome.pinLine')}</p>
        </section>
      </div>
    </main>
  );
}

function Access() {
  const [every, setEvery] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const read = () => void browser.permissions.contains({ origins: [everySite] }).then(setEvery);
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  const allow = () =>
    void browser.permissions.request({ origins: [everySite] }).then((granted) => {
      setEvery(granted);
      setRefused(!granted);
    });
  const onlyOnClick = () => void browser.permissions.remove({ origins: [everySite] }).then(() => setEvery(false));
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{t('welcome.choose')}</h2>
      <p className="cb-muted">{t('welcome.chooseLine')}</p>
      <ul className="cb-list welcome-choices">
        <li>
          <button type="button" className="welcome-choice" aria-pressed={every} onClick={allow}>
            <strong>{t('welcome.every')}</strong>
            <span className="cb-muted">{t('welcome.everyLine')}</span>
            {every && <Now />}
          </button>
        </li>
        <li className="welcome-choice">
          <strong>{t('welcome.sites')}</strong>
          <span className="cb-muted">{t('welcome.sitesLine')}</span>
        </li>
        <li>
          <button type="button" className="welcome-choice" aria-pressed={!every} onClick={onlyOnClick}>
            <strong>{t('welcome.click')}</strong>
            <span className="cb-muted">{t('welcome.clickLine')}</span>
            {!every && <Now />}
          </button>
        </li>
      </ul>
      {refused && <Notice>{t('welcome.refused')}</Notice>}
      <p className="cb-hidden" role="status">
        {every && t('welcome.everyDone')}
      </p>
    </section>
  );
}

function Now() {
  return (
    <span className="welcome-now cb-small">
      <CheckCircledIcon aria-hidden="true" /> {t('welcome.isNow')}
    </span>
  );
}

function Keys() {
  const [commands, setCommands] = useState<{ name: string; words: string; key: string }[]>([]);
  useEffect(() => {
    void browser.commands
      ?.getAll()
      .then((all) =>
        setCommands(
          all.flatMap(({ name, description, shortcut }) =>
            name && shortcut ? [{ name, words: description || t('library.settings.openPopup'), key: shortcut }] : [],
          ),
        ),
      );
  }, []);
  if (commands.length === 0) return null;
  return (
    <section>
      <h2>{t('welcome.keysTitle')}</h2>
      <p>{t('welcome.keysLine')}</p>
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
    </section>
  );
}
