import { CheckCircledIcon, ExclamationTriangleIcon, InfoCircledIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';

type Tone = 'info' | 'warn' | 'danger' | 'ok';
const icons = {
  info: InfoCircledIcon,
  warn: ExclamationTriangleIcon,
  danger: ExclamationTriangleIcon,
  ok: CheckCircledIcon,
};

/** A message in place. Failures interrupt a screen reader, the rest waits its turn. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className="cb-notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}

/** Nothing here yet: what would be here and how to get it. */
export function EmptyState({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="cb-empty">
      {icon}
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Grey lines in the shape of what is coming. @param widths of the lines, in percent */
export function Skeleton({ widths }: { widths: number[] }) {
  return (
    <div aria-hidden="true" style={{ display: 'grid', gap: 'var(--cb-space-2)' }}>
      {widths.map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity and never move
        <div key={line} className="cb-skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
