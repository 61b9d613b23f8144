/** An actor in the making: its mentions, the names seen for it, and what it is called in the end. */
import type { ActorKind } from '../annotation';
import type { NameMention } from './mentions';

export interface ActorDraft {
  mentions: (NameMention & { text: string })[];
  kind: ActorKind;
  name: string;
  /** Common name of the country or region, for places that are one. */
  country: string | null;
}

export interface Entry extends ActorDraft {
  /** Folded names seen for it. */
  keys: Set<string>;
  /** Parts of the fullest person's name, folded; empty for others. */
  parts: string[];
  votes: Map<ActorKind, number>;
  /** Token index of the latest mention. */
  latest: number;
}

export function newEntry(kind: ActorKind): Entry {
  return { mentions: [], kind, name: '', country: null, keys: new Set(), parts: [], votes: new Map(), latest: -1 };
}

const kindOrder: readonly ActorKind[] = ['person', 'organization', 'place', 'group'];

/** Sets the kind by majority and the name to the fullest proper form. */
export function settle(entry: Entry): void {
  let best = 0;
  for (const kind of kindOrder) {
    if (kind === 'group' && entry.country) continue;
    const votes = entry.votes.get(kind) ?? 0;
    if (votes > best) {
      best = votes;
      entry.kind = kind;
    }
  }
  if (entry.country) entry.kind = best > 0 && entry.kind !== 'group' ? entry.kind : 'place';
  const proper = entry.mentions.filter((mention) => mention.kind !== 'group');
  const pool = proper.length ? proper : entry.mentions;
  let name = '';
  for (const { text } of pool) {
    const full = text.replace(/^[Tt]he /, '');
    if (weight(full) > weight(name)) name = full;
  }
  if (/^[\p{Lu}\s'-]{5,}$/u.test(name) && (entry.kind === 'place' || entry.kind === 'person')) {
    name = name.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
  }
  entry.name = name;
}

/** Fuller forms weigh more; among equals the one that is not in capitals. */
const weight = (text: string): number => {
  const capitals = /^[^\p{Ll}]+$/u.test(text);
  return text.length * 2 - (capitals ? text.length : 0);
};
