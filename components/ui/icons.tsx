/** Icons by meaning; most are Radix'. All are decoration: their name stands beside them or on the button. */
import { PersonIcon, SewingPinIcon } from '@radix-ui/react-icons';
import type { ComponentProps } from 'react';
import type { ActorKind } from '../../lib/annotation';

type IconProps = ComponentProps<'svg'>;

/** Radix has no house of many windows and no group of people: these two are drawn on its 15-unit grid. */
const BuildingIcon = (props: IconProps) => (
  <svg aria-hidden="true" viewBox="0 0 15 15" fill="none" stroke="currentColor" strokeLinejoin="round" {...props}>
    <path d="M2.5 13.5v-11h6v11m0-7h4v7M1 13.5h13M4.5 5h2m-2 2.5h2m-2 2.5h2m3.5-1h1m-1 2h1" strokeLinecap="round" />
  </svg>
);

const PeopleIcon = (props: IconProps) => (
  <svg aria-hidden="true" viewBox="0 0 15 15" fill="none" stroke="currentColor" strokeLinecap="round" {...props}>
    <circle cx="5.5" cy="4.5" r="2.25" />
    <path d="M1.5 12.5c0-2.5 1.6-4 4-4s4 1.5 4 4m0-10.2a2.25 2.25 0 0 1 0 4.4m1.4 2.1c1.6.5 2.6 1.8 2.6 3.7" />
  </svg>
);

/** "The same number": Radix has no sign of equality. */
export const EqualsIcon = (props: IconProps) => (
  <svg aria-hidden="true" viewBox="0 0 15 15" width="15" height="15" fill="none" stroke="currentColor" {...props}>
    <path d="M3 5.5h9m-9 4h9" strokeLinecap="round" />
  </svg>
);

const kinds = { person: PersonIcon, organization: BuildingIcon, place: SewingPinIcon, group: PeopleIcon };

export function KindIcon({ kind }: { kind: ActorKind }) {
  const Icon = kinds[kind];
  return <Icon className="cb-icon" aria-hidden="true" />;
}

/** The product's mark: opened quotation marks over a marked line. */
export const MarkIcon = (props: IconProps) => (
  <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true" {...props}>
    <rect width="32" height="32" rx="7" fill="#17596a" />
    <path
      transform="translate(16 12.6) scale(1.2) translate(-16 -12.6)"
      d="M14.2 6.6c-3.9 1-6.4 3.9-6.4 7.7 0 2.4 1.4 4 3.4 4 1.8 0 3.1-1.3 3.1-3s-1.2-2.9-2.8-2.9H11c.4-1.6 1.8-3 4-3.9zm10 0c-3.9 1-6.4 3.9-6.4 7.7 0 2.4 1.4 4 3.4 4 1.8 0 3.1-1.3 3.1-3s-1.2-2.9-2.8-2.9H21c.4-1.6 1.8-3 4-3.9z"
      fill="#fff"
    />
    <rect x="5.5" y="22.5" width="21" height="4.8" rx="2.4" fill="#f3b83f" />
  </svg>
);
