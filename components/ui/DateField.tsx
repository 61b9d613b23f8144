import { type ComponentProps, useEffect, useState } from 'react';
import { datePattern, dateToType, typedDate } from '../../lib/ui-text/date-input';
import { t } from '../../lib/ui-text/text';

interface DateFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  /** ISO 8601 date; '' for none. */
  value: string;
  /** Which day a month or a year alone means. */
  edge: 'first' | 'last';
  /** Told when a date is complete, and '' when the field was emptied. */
  onChange: (iso: string) => void;
}

/** The last day of last year: no part of it can be taken for another. */
const example = () => `${new Date().getFullYear() - 1}-12-31`;

/** A day to type, in the language that was chosen for the interface. */
export function DateField({ value, edge, onChange, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState(() => dateToType(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(dateToType(value));
    setWrong(false);
  }, [value]);
  const take = () => {
    const iso = typed.trim() ? typedDate(typed, edge) : '';
    setWrong(iso === null);
    if (iso === null) return;
    setTyped(dateToType(iso));
    if (iso !== value) onChange(iso);
  };
  return (
    <>
      <input
        {...rest}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={datePattern()}
        aria-invalid={wrong || undefined}
        value={typed}
        onChange={(event) => {
          const now = event.target.value;
          setTyped(now);
          setWrong(false);
          if (!now.trim() && value) onChange('');
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      {wrong && (
        <span className="cb-small cb-wrong" role="alert">
          {t('dateField.wrong', { example: dateToType(example()) })}
        </span>
      )}
    </>
  );
}
