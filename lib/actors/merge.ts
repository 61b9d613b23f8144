/**
 * Merges the mentions of a document into actors. Names are taken in the order of the text; each joins the actor it names, or founds one.
 * Persons are matched by their parts (last names, given names, initials), organizations by acronyms and shortened names, places by
 * country and demonym; a name written the same way is the same actor whatever its kind.
 */
import type { ActorKind } from '../annotation';
import type { Document, Token } from '../language/document';
import { genericWords, isAcronymOf, small, words } from './acronyms';
import { countryByName, placeByDemonym } from './countries';
import { type ActorDraft, type Entry, newEntry, settle } from './entries';
import organizations from './lexicon/organizations.json';
import type { NameMention } from './mentions';
import { fold, soundKey } from './names';
import { findPerson } from './persons';

const knownAliases: ReadonlyMap<string, string> = new Map(
  organizations.aliases.flatMap(({ name, aliases }) => aliases.map((alias) => [fold(alias), fold(name)] as const)),
);
/** "ministry of defence" and "defence ministry" are one name, and so are "Edmunds" and "Edmunds.com"; a leading article is none of it. */
function organizationKey(folded: string, text: string): string {
  const plain = folded.replace(/^the /, '').replace(/\.(?:com|org|net)$/i.test(text) ? /(?:com|org|net)$/ : '', '');
  const office = /^(ministry|department|university|bank) (?:of|for) (?:the )?(.+)$/.exec(plain);
  return office ? `${office[2]} ${office[1]}` : plain;
}

/** Words between a body's name and its acronym. */
const introductions =
  /^(?:\(|\( or|,? or|,? (?:also |better |formerly |commonly )?(?:known|called|abbreviated) (?:as|by its (?:initials|acronym))|,? (?:known|called))$/;
const longestIntroduction = 7;

const isPersonLike = (entry: Entry): boolean => entry.kind === 'person';

/** The name as it stands in the text; of a name in pieces, the whole. */
function textOf(document: Document, mention: NameMention): string {
  const span = mention.whole ?? mention;
  const first = document.tokens[span.first] as Token;
  const last = document.tokens[span.last - 1] as Token;
  return document.text.slice(first.start, last.end).replace(/\s+/g, ' ');
}

function personParts(document: Document, mention: NameMention): string[] {
  return document.tokens
    .slice(mention.first, mention.last)
    .map((token) => fold(token.text))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

export function mergeMentions(document: Document, mentions: readonly NameMention[]): ActorDraft[] {
  const entries: Entry[] = [];
  const byKey = new Map<string, Entry>();
  const persons: Entry[] = [];
  const personsByPart = new Map<string, Entry[]>();
  const organizationsByFirstWord = new Map<string, Entry[]>();
  const acronyms = new Map<string, Entry>();

  const join = (entry: Entry, mention: NameMention, text: string, key: string): void => {
    entry.mentions.push({ ...mention, text });
    entry.latest = mention.first;
    entry.keys.add(key);
    entry.votes.set(mention.kind, (entry.votes.get(mention.kind) ?? 0) + 1);
    if (!byKey.has(key)) byKey.set(key, entry);
  };
  const found = (kind: ActorKind): Entry => {
    const entry = newEntry(kind);
    entries.push(entry);
    return entry;
  };
  const indexPerson = (entry: Entry, parts: readonly string[]): void => {
    for (const part of parts) {
      const sound = soundKey(part);
      const list = personsByPart.get(sound);
      if (!list) personsByPart.set(sound, [entry]);
      else if (list.at(-1) !== entry && !list.includes(entry)) list.push(entry);
    }
  };

  /** The organization that an acronym right behind it introduces: "(NTSB)", ", or ELN,", ", known as KPK,". */
  const introduced = (mention: NameMention, previous: Entry | undefined): Entry | undefined => {
    const before = previous?.mentions.at(-1);
    if (!before) return undefined;
    const end = before.whole?.last ?? before.last;
    const between = mention.first - end;
    if (before.sentence !== mention.sentence || between < 1 || between > longestIntroduction) return undefined;
    const joint = document.tokens
      .slice(end, mention.first)
      .map(({ lower }) => lower)
      .join(' ');
    return introductions.test(joint) ? previous : undefined;
  };

  let previous: Entry | undefined;
  for (const mention of mentions) {
    if (mention.nested) continue;
    const text = textOf(document, mention);
    const folded = fold(text).replace(/^the /, '');
    if (folded === '') continue;
    let entry: Entry | undefined;
    if (mention.kind === 'person') {
      const parts = personParts(document, mention);
      entry = byKey.get(folded);
      if (entry && parts.length === 1 && isPersonLike(entry) && entry.parts.length === 1) {
        // A last name seen before its full name ever was: stays.
      } else if (!entry || (parts.length === 1 && isPersonLike(entry))) {
        entry = findPerson(personsByPart, parts) ?? entry;
      }
      entry ??= found('person');
      if (entry.parts.length < parts.length) entry.parts = parts;
      indexPerson(entry, parts);
      if (!persons.includes(entry) && persons.length < 2000) persons.push(entry);
      join(entry, mention, text, folded);
    } else if (mention.kind === 'group') {
      const country = placeByDemonym(folded) ?? countryByName(folded);
      const key = country ? `country ${country}` : `group ${folded.replace(/(?<=[^s])s$/, '')}`;
      entry = byKey.get(key) ?? found(country ? 'place' : 'group');
      entry.country = country ?? null;
      join(entry, mention, text, key);
    } else {
      const country = countryByName(folded);
      if (country && mention.kind === 'place') {
        const key = `country ${country}`;
        entry = byKey.get(key) ?? found('place');
        entry.country = country;
        join(entry, mention, text, key);
      } else {
        const key = organizationKey(folded, text);
        const alias = knownAliases.get(key);
        entry = byKey.get(key) ?? (alias ? byKey.get(alias) : undefined) ?? byKey.get(folded);
        if (!entry && country) entry = byKey.get(`country ${country}`);
        if (!entry && mention.kind === 'organization') {
          const twin = introduced(mention, previous);
          if (
            twin &&
            twin.kind === 'organization' &&
            (isAcronymOf(text, twin.mentions.at(-1)?.text ?? '') || /^[A-Z][\w.-]*[A-Z][\w.]*$/.test(text))
          )
            entry = twin;
          entry ??= acronyms.get(folded.replace(/ /g, ''));
          entry ??= findOrganization(organizationsByFirstWord, byKey, acronyms, text, folded);
        }
        entry ??= found(mention.kind);
        join(entry, mention, text, key);
        if (alias && !byKey.has(alias)) byKey.set(alias, entry);
        if (mention.kind === 'organization') {
          const parts = words(folded);
          const head = parts[0] ?? '';
          const list = organizationsByFirstWord.get(head);
          if (!list) organizationsByFirstWord.set(head, [entry]);
          else if (!list.includes(entry)) list.push(entry);
          if (parts.length > 1) {
            for (const initials of [parts.filter((part) => !small.has(part)), parts]) {
              const letters = initials.map((part) => part[0] ?? '').join('');
              if (letters.length > 1 && !acronyms.has(letters)) acronyms.set(letters, entry);
            }
          }
        }
      }
    }
    previous = entry;
  }
  for (const mention of mentions) {
    if (!mention.nested) continue;
    const text = textOf(document, mention);
    const country = placeByDemonym(fold(text));
    const entry = country ? byKey.get(`country ${country}`) : undefined;
    if (!entry || !country) continue;
    const at = entry.mentions.findIndex(({ first }) => first > mention.first);
    entry.mentions.splice(at < 0 ? entry.mentions.length : at, 0, { ...mention, text });
  }
  for (const entry of entries) settle(entry);
  return entries;
}

/** An organization named before of which this is a shorter or longer form: "First Citizens" of "First Citizens BancShares", "KCNA". */
function findOrganization(
  byFirstWord: ReadonlyMap<string, Entry[]>,
  byKey: ReadonlyMap<string, Entry>,
  acronyms: ReadonlyMap<string, Entry>,
  text: string,
  folded: string,
): Entry | undefined {
  const parts = words(folded);
  if (parts.length > 1) {
    for (const initials of [parts.filter((part) => !small.has(part)), parts]) {
      const letters = initials.map((part) => part[0] ?? '').join('');
      const entry = byKey.get(letters);
      if (entry?.kind === 'organization' && entry.mentions.some((mention) => isAcronymOf(mention.text, text)))
        return entry;
    }
  } else {
    const entry = acronyms.get(folded.replace(/s$/, ''));
    if (entry?.mentions.some((mention) => isAcronymOf(text.replace(/s$/, ''), mention.text))) return entry;
  }
  for (const entry of (byFirstWord.get(parts[0] ?? '') ?? []).slice(0, 20)) {
    for (const key of entry.keys) {
      const other = words(key);
      const [long, short] = other.length >= parts.length ? [other, parts] : [parts, other];
      if (!short.every((part, at) => part === long[at])) continue;
      const rest = long.slice(short.length);
      if (rest.every((part) => genericWords.has(part)) && !short.every((part) => genericWords.has(part))) return entry;
    }
  }
  return undefined;
}
