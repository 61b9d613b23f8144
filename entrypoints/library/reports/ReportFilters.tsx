import { useId } from 'react';
import { Button } from '../../../components/ui/Button';
import { listActors, listSites, listTags } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { t } from '../../../lib/ui-text/text';
import { setParams } from '../route';

/** More actors than a person scrolls through in a list box are found by search. */
const actorsListed = 200;

export function ReportFilters({ params }: { params: URLSearchParams }) {
  const sites = useLive(listSites, []).value ?? [];
  const tags = useLive(listTags, []).value ?? [];
  const actors = useLive(() => listActors().then((all) => all.slice(0, actorsListed)), []).value ?? [];
  const value = (name: string) => params.get(name) ?? '';
  const set = (name: string) => (next: string) => setParams({ [name]: next }, 'push');
  const any = ['outlet', 'tag', 'actor', 'from', 'to'].some((name) => params.has(name));
  return (
    <fieldset className="filters">
      <legend className="cb-hidden">{t('library.filters.legend')}</legend>
      <Choice
        label={t('library.filters.outlet')}
        any={t('library.filters.anyOutlet')}
        value={value('outlet')}
        onChange={set('outlet')}
        options={sites.map((site) => [site, site])}
      />
      <Choice
        label={t('library.filters.actor')}
        any={t('library.filters.anyActor')}
        value={value('actor')}
        onChange={set('actor')}
        options={actors.map(({ key, name, reports }) => [key, `${name} (${reports})`])}
      />
      {(tags.length > 0 || value('tag')) && (
        <Choice
          label={t('library.filters.tag')}
          any={t('library.filters.anyTag')}
          value={value('tag')}
          onChange={set('tag')}
          options={tags.map((tag) => [tag, tag])}
        />
      )}
      <DateField label={t('library.filters.from')} value={value('from')} onChange={set('from')} />
      <DateField label={t('library.filters.to')} value={value('to')} onChange={set('to')} />
      {any && (
        <Button kind="quiet" onClick={() => setParams({ outlet: '', tag: '', actor: '', from: '', to: '' }, 'push')}>
          {t('library.filters.clear')}
        </Button>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  /** The entry that filters nothing. */
  any: string;
  value: string;
  onChange: (value: string) => void;
  /** Value and words. */
  options: [string, string][];
}

export function Choice({ label, any, value, onChange, options }: ChoiceProps) {
  // A link can name what this library no longer holds: it stays visible, so that it can be taken away.
  const known = options.some(([option]) => option === value);
  return (
    <select
      className="cb-input filter"
      aria-label={label}
      data-set={value !== ''}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{any}</option>
      {value && !known && <option value={value}>{value}</option>}
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}

export function DateField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="filter-date">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="cb-input filter"
        type="date"
        data-set={value !== ''}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
