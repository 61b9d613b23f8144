/** A stable key of an actor, so that the library knows the same one in different reports. */
import type { ActorKind } from '../annotation';
import { countryByName, placeByDemonym } from './countries';
import organizations from './lexicon/organizations.json';
import { fold, generations, particles, soundKey } from './names';

const aliases: ReadonlyMap<string, string> = new Map(
  organizations.aliases.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((alias) => [fold(alias), fold(name)] as const),
  ),
);

/**
 * @param actor its kind and its fullest name
 * @returns the same string for the same actor in different reports: spelling variants ("Sergei/Sergey Shoigu"), middle initials, legal forms, country
 *   aliases and demonyms fall together. Namesakes do too, and a person known by the last name alone has a key of that alone: let the person correct it.
 */
export function actorKey(actor: { kind: ActorKind; name: string }): string {
  const folded = fold(actor.name).replace(/^the /, '');
  if (actor.kind === 'place' || actor.kind === 'group') {
    const country = countryByName(folded) ?? placeByDemonym(folded);
    if (country) return `place:${fold(country)}`;
    return actor.kind === 'group' ? `group:${folded.replace(/(?<=[^s])s$/, '')}` : `place:${folded}`;
  }
  if (actor.kind === 'organization') {
    const plain = folded.replace(/ (?:inc|corp|corporation|co|company|ltd|limited|plc|llc|holdings?)$/, '');
    const office = /^(ministry|department) (?:of|for) (?:the )?(.+)$/.exec(plain);
    return `organization:${aliases.get(folded) ?? aliases.get(plain) ?? (office ? `${office[2]} ${office[1]}` : plain)}`;
  }
  const parts = folded.split(' ').filter((part) => part && !generations.has(part) && !particles.has(part));
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return `person:${soundKey(last)}`;
  // Names of three short parts are whole names ("Kim Jong Un"); elsewhere what stands in the middle comes and goes.
  const middle = parts.length === 3 && parts.every((part) => part.length <= 5) ? [parts[1] ?? ''] : [];
  return `person:${[first, ...middle, last].map(soundKey).join(' ')}`;
}
