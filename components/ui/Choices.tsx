import { useId } from 'react';

interface Choice<T extends string> {
  value: T;
  title: string;
  line?: string;
}

interface RadioChoicesProps<T extends string> {
  legend: string;
  value: T;
  choices: Choice<T>[];
  onChange: (value: T) => void;
  /** Side by side instead of one below the other. */
  inline?: boolean;
}

/** One of a few. */
export function RadioChoices<T extends string>({ legend, value, choices, onChange, inline }: RadioChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className="cb-choices" data-inline={inline || undefined}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="cb-choice" data-value={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>
            {choice.title}
            {choice.line && <span className="cb-muted cb-small"> {choice.line}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckChoicesProps<T extends string> {
  legend: string;
  values: readonly T[];
  choices: Choice<T>[];
  onChange: (values: T[]) => void;
  disabled?: boolean;
}

/** Any of a few, kept in the order of `choices`. */
export function CheckChoices<T extends string>({ legend, values, choices, onChange, disabled }: CheckChoicesProps<T>) {
  return (
    <fieldset className="cb-choices" data-inline="true" disabled={disabled}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="cb-choice">
          <input
            type="checkbox"
            checked={values.includes(choice.value)}
            onChange={({ target }) =>
              onChange(
                choices
                  .map((one) => one.value)
                  .filter((one) => (one === choice.value ? target.checked : values.includes(one))),
              )
            }
          />
          <span>{choice.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
