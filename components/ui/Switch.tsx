import type { ComponentProps } from 'react';

type SwitchProps = Omit<ComponentProps<'button'>, 'onChange'> & {
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** On or off at once. Name it by `aria-labelledby` or `aria-label`. */
export function Switch({ checked, onChange, ...rest }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      className="cb-switch"
      onClick={() => onChange(!checked)}
      {...rest}
    />
  );
}
