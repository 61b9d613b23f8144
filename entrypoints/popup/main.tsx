import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { fitWindow } from './fit-window';
import { Popup } from './Popup';

document.documentElement.lang = browser.i18n.getUILanguage();
document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';

fitWindow();

// Opened in a tab of its own (`popup.html?tab=ID`), it shows the tab named there.
const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Popup tabId={Number.isInteger(named) ? named : null} />
    </StrictMode>,
  );
