import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Welcome } from './Welcome';

document.documentElement.lang = browser.i18n.getUILanguage();
document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Welcome />
    </StrictMode>,
  );
