import { Cross2Icon } from '@radix-ui/react-icons';
import { type FormEvent, useId, useState } from 'react';
import { siteInWords } from '../../../components/access/access';
import { Button, IconButton } from '../../../components/ui/Button';
import { CheckChoices, RadioChoices } from '../../../components/ui/Choices';
import { Switch } from '../../../components/ui/Switch';
import { actorKindSchema } from '../../../lib/annotation';
import { densitySchema, paletteSchema, type Settings, siteOf } from '../../../lib/settings';
import { kindsInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { Section } from './Section';
import type { SettingsProps } from './SettingsView';

const densityWords = {
  claims: 'settings.densities.claims',
  'claims-and-actors': 'settings.densities.claimsAndActors',
  everything: 'settings.densities.everything',
} as const satisfies Record<Settings['density'], string>;

/** What is marked in pages, in which colours, and where not. */
export function MarkSettings({ settings, change }: SettingsProps) {
  return (
    <Section title={t('settings.marks')} line={t('settings.marksLine')}>
      <div className="setting">
        <span id="marks-on">{t('settings.marksOn')}</span>
        <Switch checked={settings.marksOn} onChange={(marksOn) => change({ marksOn })} aria-labelledby="marks-on" />
      </div>
      <RadioChoices
        legend={t('settings.density')}
        value={settings.density}
        onChange={(density) => change({ density })}
        choices={densitySchema.options.map((value) => ({ value, title: t(densityWords[value]) }))}
      />
      <CheckChoices
        legend={t('settings.kinds')}
        values={settings.kinds}
        onChange={(kinds) => change({ kinds })}
        disabled={settings.density === 'claims'}
        choices={actorKindSchema.options.map((value) => ({ value, title: kindsInWords(value) }))}
      />
      <RadioChoices
        legend={t('settings.palette')}
        inline
        value={settings.palette}
        onChange={(palette) => change({ palette })}
        choices={paletteSchema.options.map((value) => ({ value, title: t(`settings.palettes.${value}`) }))}
      />
      <Preview settings={settings} />
      <SitesOff settings={settings} change={change} />
      {settings.pagesOff.length > 0 && (
        <div className="setting">
          <span>{plural('settings.pagesOff', settings.pagesOff.length)}</span>
          <Button onClick={() => change({ pagesOff: [] })}>{t('settings.pagesOn')}</Button>
        </div>
      )}
    </Section>
  );
}

/** How marks look in a page, in the choices of the moment. English, as what the engine reads. */
function Preview({ settings: { palette, density, kinds, marksOn } }: Pick<SettingsProps, 'settings'>) {
  const names = density !== 'claims';
  const claim = marksOn ? 'claim' : undefined;
  const person = marksOn && names && kinds.includes('person') ? 'actor' : undefined;
  const place = marksOn && names && kinds.includes('place') ? 'actor' : undefined;
  const minor = marksOn && density === 'everything' ? 'minor' : undefined;
  return (
    <p className="mark-preview" data-palette={palette} lang="en" aria-label={t('settings.preview')} role="img">
      <span data-mark={claim}>At least 1,200 people</span> left <span data-mark={place}>Port Adair</span> on{' '}
      <span data-mark={minor}>two</span> ferries, said <span data-mark={person}>Elin Marsh</span>.
    </p>
  );
}

function SitesOff({ settings, change }: SettingsProps) {
  const field = useId();
  const [typed, setTyped] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const site = siteOf(/^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`);
    if (!site) return;
    change({ sitesOff: [...settings.sitesOff.filter((other) => other !== site), site] });
    setTyped('');
  };
  return (
    <form className="sites-off" onSubmit={add} noValidate>
      <label htmlFor={field} className="cb-label">
        {t('settings.sitesOff')}
      </label>
      {settings.sitesOff.length > 0 && (
        <ul className="cb-list setting-list" aria-label={t('settings.sitesOff')}>
          {settings.sitesOff.map((site) => (
            <li key={site}>
              <span>{siteInWords(site)}</span>
              <IconButton
                label={t('settings.siteOn', { site })}
                onClick={() => change({ sitesOff: settings.sitesOff.filter((other) => other !== site) })}
              >
                <Cross2Icon aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <span className="access-add">
        <input
          id={field}
          className="cb-input"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="herald.example"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={!typed.trim()}>
          {t('access.addButton')}
        </Button>
      </span>
    </form>
  );
}
