import type { ReactNode } from 'react';
import type { ActorKind } from '../../lib/annotation';
import { count as inDigits } from '../../lib/ui-text/text';
import { KindIcon } from './icons';

/** A short fact in a box: "additional", "not confirmed". */
export function Badge({
  tone,
  title,
  children,
}: {
  tone?: 'warn' | 'ok' | 'danger';
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className="cb-badge" data-tone={tone} title={title}>
      {children}
    </span>
  );
}

interface ActorChipProps {
  name: string;
  kind: ActorKind;
  /** Mentions in a report, or reports in the library. */
  count?: number;
  /** Read out after the name, shown as a tooltip: "person, 8 mentions". */
  more: string;
  onClick?: () => void;
  href?: string;
}

export function ActorChip({ name, kind, count, more, onClick, href }: ActorChipProps) {
  const inside = (
    <>
      <KindIcon kind={kind} />
      <span>{name}</span>
      {count !== undefined && (
        <span className="cb-chip-count" aria-hidden="true">
          {inDigits(count)}
        </span>
      )}
      <span className="cb-hidden">, {more}</span>
    </>
  );
  if (href)
    return (
      <a className="cb-chip" data-kind={kind} href={href} title={more}>
        {inside}
      </a>
    );
  if (onClick)
    return (
      <button type="button" className="cb-chip" data-kind={kind} onClick={onClick} title={more}>
        {inside}
      </button>
    );
  return (
    <span className="cb-chip" data-kind={kind} title={more}>
      {inside}
    </span>
  );
}
