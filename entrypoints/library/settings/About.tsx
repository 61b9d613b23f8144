import { browser } from 'wxt/browser';
import { t } from '../../../lib/ui-text/text';
import { Section } from './Section';

export function About() {
  return (
    <Section title={t('settings.about')} line={t('settings.aboutLine')}>
      <p className="setting-links">
        <span>{t('settings.version', { version: browser.runtime.getManifest().version })}</span>
        <a href={browser.runtime.getURL('/welcome.html')}>{t('settings.welcome')}</a>
        <a href={browser.runtime.getURL('/licences.txt' as '/')}>{t('settings.licences')}</a>
      </p>
    </Section>
  );
}
