/** The icons in use, from Radix' set, sized with the text. All are decoration: the name stands beside them or on the button. */
import { GlobeIcon, HomeIcon, PersonIcon, StackIcon } from '@radix-ui/react-icons';
import type { ActorKind } from '../../lib/annotation';

const kinds = { person: PersonIcon, organization: HomeIcon, place: GlobeIcon, group: StackIcon };

export function KindIcon({ kind }: { kind: ActorKind }) {
  const Icon = kinds[kind];
  return <Icon className="cb-icon" aria-hidden="true" />;
}
