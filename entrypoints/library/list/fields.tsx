/** Fields of the filters above a list. Each says by its look that it narrows the list. */
import { useId } from 'react';
import { DateField } from '../../../components/ui/DateField';
import { t } from '../../../lib/ui-text/text';
import { setParams } from '../route';
import type { FilterParam } from './filter';

interface ChoiceProps {
  param: FilterParam;
  params: URLSearchParams;
  label: string;
  /** The entry that filters nothing. */
  any: string;
  /** Value and words. */
  options: [string, string][];
}

export function Choice({ param, params, label, any, options }: ChoiceProps) {
  const value = params.get(param) ?? '';
  // A link can name what this library no longer holds: it stays visible, so that it can be taken away.
  const known = options.some(([option]) => option === value);
  if (options.length === 0 && !value) return null;
  return (
    <select
      className="cb-input filter"
      aria-label={label}
      data-set={value !== ''}
      value={value}
      onChange={(event) => setParams({ [param]: event.target.value }, 'push')}
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

export function DateRange({ params }: { params: URLSearchParams }) {
  return (
    <>
      <Field param="from" type="date" label={t('library.filters.from')} params={params} />
      <Field param="to" type="date" label={t('library.filters.to')} params={params} />
    </>
  );
}

/** Numbers from ... to ...: a claim is found when its range reaches into this one. */
export function ValueRange({ params }: { params: URLSearchParams }) {
  return (
    <>
      <Field param="min" type="number" label={t('library.filters.min')} params={params} />
      <Field param="max" type="number" label={t('library.filters.max')} params={params} />
    </>
  );
}

export function Field({
  param,
  type,
  label,
  params,
}: {
  param: FilterParam;
  type: 'date' | 'number' | 'text';
  label: string;
  params: URLSearchParams;
}) {
  const id = useId();
  const value = params.get(param) ?? '';
  return (
    <span className="filter-field" data-type={type}>
      <label htmlFor={id}>{label}</label>
      {type === 'date' ? (
        <DateField
          id={id}
          className="cb-input filter"
          data-set={value !== ''}
          edge={param === 'to' ? 'last' : 'first'}
          value={value}
          onChange={(date) => setParams({ [param]: date }, 'push')}
        />
      ) : (
        <input
          id={id}
          className="cb-input filter"
          type={type}
          {...(type === 'number' ? { step: 'any', inputMode: 'decimal' as const } : {})}
          data-set={value !== ''}
          value={value}
          onChange={(event) => setParams({ [param]: event.target.value }, 'replace')}
        />
      )}
    </span>
  );
}
