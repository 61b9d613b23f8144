/** The one choice to make: where Claimbook may read. On the first-run page and in the settings; effective at once. */
import { Cross2Icon, PlusIcon } from '@radix-ui/react-icons';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { browser } from 'wxt/browser';
import { failureInWords } from '../../lib/ui-text/failure';
import { t } from '../../lib/ui-text/text';
import { Button, IconButton } from '../ui/Button';
import { Notice } from '../ui/feedback';
import { accessOf, everySite, patternFromInput, siteInWords } from './access';

type How = ReturnType<typeof accessOf>['how'];
const choices: How[] = ['every', 'sites', 'click'];

/** The origins that are granted, followed as they change. */
function useOrigins(): string[] | null {
  const [origins, setOrigins] = useState<string[] | null>(null);
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
  return origins;
}

export function AccessForm({ legend }: { legend: string }) {
  const name = useId();
  const origins = useOrigins();
  const [picking, setPicking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!origins) return null;
  const { how, sites } = accessOf(origins);
  const shown = how === 'click' && picking ? 'sites' : how;

  const fail = (error: unknown) => setTrouble(failureInWords(error));
  // Nothing may be awaited before the request: it counts as the person's act only inside the click.
  const ask = (origin: string) => {
    setTrouble(null);
    browser.permissions
      .request({ origins: [origin] })
      .then((granted) => setTrouble(granted ? null : t('access.refused')), fail);
  };
  const takeBack = (gone: string[]) => {
    setTrouble(null);
    if (gone.length > 0) void browser.permissions.remove({ origins: gone }).catch(fail);
  };
  const choose = (next: How) => {
    setPicking(next === 'sites');
    if (next === 'every') ask(everySite);
    else takeBack(next === 'click' ? origins : origins.filter((origin) => !sites.includes(origin)));
  };

  return (
    <div className="access">
      <fieldset className="access-choices">
        <legend className="cb-hidden">{legend}</legend>
        {choices.map((one) => (
          <label key={one} className="access-choice" data-chosen={shown === one || undefined}>
            <input type="radio" name={name} checked={shown === one} onChange={() => choose(one)} />
            <span>
              <strong>{t(`access.${one}`)}</strong>
              <span className="cb-muted cb-small">{t(`access.${one}Line`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {trouble && <Notice tone="warn">{trouble}</Notice>}
      {shown === 'sites' && <Sites sites={sites} onAdd={ask} onRemove={(site) => takeBack([site])} />}
      <p className="cb-hidden" role="status">
        {t(`access.now.${how}`)}
      </p>
    </div>
  );
}

interface SitesProps {
  sites: string[];
  onAdd: (origin: string) => void;
  onRemove: (origin: string) => void;
}

function Sites({ sites, onAdd, onRemove }: SitesProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useId();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const pattern = patternFromInput(typed);
    setWrong(pattern === null);
    if (!pattern) return;
    onAdd(pattern);
    setTyped('');
  };
  return (
    <div className="access-sites">
      {sites.length > 0 && (
        <ul className="cb-list" aria-label={t('access.list')}>
          {sites.map((origin) => (
            <li key={origin}>
              <span>{siteInWords(origin)}</span>
              <IconButton label={t('access.remove', { site: siteInWords(origin) })} onClick={() => onRemove(origin)}>
                <Cross2Icon aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add} noValidate>
        <label htmlFor={field} className="cb-label">
          {t('access.add')}
        </label>
        <span className="access-add">
          <input
            id={field}
            className="cb-input"
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="herald.example"
            value={typed}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${field}-wrong` : undefined}
            onChange={(event) => {
              setTyped(event.target.value);
              setWrong(false);
            }}
          />
          <Button type="submit" disabled={!typed.trim()}>
            <PlusIcon aria-hidden="true" /> {t('access.addButton')}
          </Button>
        </span>
        {wrong && (
          <p id={`${field}-wrong`} className="cb-error cb-small" role="alert">
            {t('access.wrong')}
          </p>
        )}
      </form>
      <p className="cb-muted cb-small">{t('access.sitesHint')}</p>
    </div>
  );
}
