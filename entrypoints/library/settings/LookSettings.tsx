import { RadioChoices } from '../../../components/ui/Choices';
import { buttonSchema, themeSchema } from '../../../lib/settings';
import { languages } from '../../../lib/ui-text/language';
import { t } from '../../../lib/ui-text/text';
import { Section } from './Section';
import type { SettingsProps } from './SettingsView';

/** Colours and language of Claimbook's own pages, and what its button opens. */
export function LookSettings({ settings, change }: SettingsProps) {
  return (
    <Section title={t('settings.look')}>
      <RadioChoices
        legend={t('settings.theme')}
        inline
        value={settings.theme}
        onChange={(theme) => change({ theme })}
        choices={themeSchema.options.map((value) => ({ value, title: t(`settings.themes.${value}`) }))}
      />
      <div className="cb-field setting-field">
        <label className="cb-label" htmlFor="language">
          {t('settings.language')}
        </label>
        <select
          id="language"
          className="cb-input"
          value={settings.language ?? ''}
          onChange={({ target }) => change({ language: target.value || null })}
        >
          <option value="">{t('settings.languageOfBrowser')}</option>
          {Object.entries(languages).map(([language, name]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </select>
        <p className="cb-muted cb-small">{t('settings.languageLine')}</p>
      </div>
      <RadioChoices
        legend={t('settings.button')}
        inline
        value={settings.button}
        onChange={(button) => change({ button })}
        choices={buttonSchema.options.map((value) => ({ value, title: t(`settings.buttons.${value}`) }))}
      />
    </Section>
  );
}
