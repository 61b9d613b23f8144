/** What all of Claimbook's own pages have in common: language, direction and colours as chosen, and followed when they change. */
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readSettings, type Settings, watchSettings } from '../../lib/settings';
import { messageLanguage, speak, textDirection, uiLanguage } from '../../lib/ui-text/language';

/** Read by `public/theme.js` before the first paint of the next page. */
const themeKey = 'claimbook-theme';

/** @param system the scheme follows the system's */
export function showTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  try {
    localStorage.setItem(themeKey, theme);
  } catch {
    // Only the first paint of the next page depends on it.
  }
}

async function follow({ theme, language }: Settings): Promise<void> {
  showTheme(theme);
  await speak(language);
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = textDirection();
}

/** Renders a page into `#root`, and anew when the person chooses another language. @param content called for each rendering */
export async function showPage(content: () => ReactNode): Promise<void> {
  const element = document.getElementById('root');
  if (!element) return;
  // A page without its settings is better than no page.
  let settings = await readSettings().catch(() => null);
  if (settings) await follow(settings);
  const root = createRoot(element);
  const render = () =>
    root.render(
      <StrictMode>
        <DirectionProvider direction={textDirection(messageLanguage())}>{content()}</DirectionProvider>
      </StrictMode>,
    );
  render();
  watchSettings(async (changed) => {
    const before = settings;
    settings = changed;
    if (changed.language === before?.language) return showTheme(changed.theme);
    await follow(changed);
    render();
  });
}
