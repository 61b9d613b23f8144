import type { ComponentProps, ReactNode } from 'react';

type ButtonProps = ComponentProps<'button'> & { kind?: 'plain' | 'primary' | 'quiet' | 'danger' };

export function Button({ kind = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button type="button" data-kind={kind} className={['cb-button', className].filter(Boolean).join(' ')} {...rest} />
  );
}

/** A button that shows an icon only: its name is read out and shown as a tooltip. */
export function IconButton({
  label,
  children,
  ...rest
}: ComponentProps<'button'> & { label: string; children: ReactNode }) {
  return (
    <button type="button" className="cb-icon-button" aria-label={label} title={label} {...rest}>
      {children}
    </button>
  );
}
