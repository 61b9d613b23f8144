import { ChevronRightIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { browser } from 'wxt/browser';
import { askBackground } from '../../lib/messages';
import { siteOf } from '../../lib/settings';
import { failureInWords } from '../../lib/ui-text/failure';
import { t } from '../../lib/ui-text/text';
import { everySite, sitePattern } from '../access/access';
import { Notice } from '../ui/feedback';

interface AccessChoicesProps {
  tabId: number;
  /** Null when the browser does not even tell the address yet. */
  url: string | null;
  onRead: () => void;
}

/** Claimbook may not read this page yet: the person says how far it may. */
export function AccessChoices({ tabId, url, onRead }: AccessChoicesProps) {
  const [trouble, setTrouble] = useState<{ tone: 'info' | 'danger'; text: string } | null>(null);
  const site = url && siteOf(url);
  const pattern = url && sitePattern(url);

  const read = async () => {
    try {
      await askBackground('read-tab', { tabId });
      onRead();
    } catch (error) {
      setTrouble({ tone: 'danger', text: failureInWords(error) });
    }
  };
  // Nothing may be awaited before the request: it counts as the person's act only inside the click.
  const allow = (origin: string) => {
    browser.permissions.request({ origins: [origin] }).then(
      (granted) => (granted ? read() : setTrouble({ tone: 'info', text: t('popup.access.refused') })),
      (error: unknown) => setTrouble({ tone: 'danger', text: failureInWords(error) }),
    );
  };

  return (
    <main className="page-state">
      <h1 className="page-title">{t('popup.access.title')}</h1>
      <ul className="choices cb-list">
        <Choice title={t('popup.access.page')} line={t('popup.access.pageLine')} onChoose={read} />
        {site && pattern && (
          <Choice
            title={t('popup.access.site', { site })}
            line={t('popup.access.siteLine')}
            onChoose={() => allow(pattern)}
          />
        )}
        <Choice title={t('popup.access.every')} line={t('popup.access.everyLine')} onChoose={() => allow(everySite)} />
      </ul>
      {trouble && <Notice tone={trouble.tone}>{trouble.text}</Notice>}
      <p className="cb-muted cb-small">{t('popup.access.promise')}</p>
    </main>
  );
}

function Choice({ title, line, onChoose }: { title: string; line: string; onChoose: () => void }) {
  return (
    <li>
      <button type="button" className="choice" onClick={onChoose}>
        <span>
          <strong>{title}</strong>
          <span className="cb-muted cb-small">{line}</span>
        </span>
        <ChevronRightIcon aria-hidden="true" />
      </button>
    </li>
  );
}
