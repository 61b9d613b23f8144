/** Says why two claims are compared: in parts, for an interface to put into its own language, and in English. */
import { sayConcept } from './lexicon';
import type { Relation } from './relation';
import type { Sense } from './sense';

/** Why two claims are compared, in parts. */
export interface Because {
  /** "count": things and people; "give": sums and measures; "part": a part of what both reports give. */
  kind: 'count' | 'give' | 'part';
  /** What is counted or measured, as the article at hand writes it: "artillery shells"; null when it has no word for it. */
  noun: string | null;
  /** What happened to it, or what the sum is: a concept of the lexicon, "dead"; null when nothing says. */
  concept: string | null;
  /** Does the concept name what is counted by itself ("deaths"), or say more of the noun ("buildings destroyed")? */
  joined: boolean;
  /** Whose number it is; null when nobody's in particular. */
  owner: string | null;
  /** Where, as both say. */
  places: string[];
}

export const nameOf = (key: string) => key.slice(2).replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

/** Singular unit names as a person says them: "artillery shell" -> "artillery shells". */
export function plural(noun: string): string {
  if (!noun || /people$|s$|ed$|dead$|personnel$/.test(noun)) return noun;
  if (/(?:ch|sh|x|z)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function counted({ concept, weak, dimension, claim, owner }: Sense): Omit<Because, 'kind' | 'places'> {
  const { name, kind, text } = claim.unit;
  if (kind === 'count') {
    const said = weak ? null : concept;
    const joined = said !== null && dimension !== 'people';
    return { noun: text || plural(name) || null, concept: said, joined, owner: null };
  }
  const whose = owner === null ? null : nameOf(owner);
  if (concept !== null) return { noun: null, concept, joined: false, owner: whose };
  const unit = plural(name);
  return {
    noun: claim.about ? `${claim.about.text}${unit && ` (${unit})`}` : unit || null,
    concept,
    joined: false,
    owner: null,
  };
}

export function because(later: Sense, earlier: Sense): Because {
  const places = [...later.at].filter((key) => key.includes(':') && earlier.at.has(key)).map(nameOf);
  return { kind: later.claim.unit.kind === 'count' ? 'count' : 'give', ...counted(later), places };
}

/** For a part whose whole both reports give. */
export const becausePart = (whole: Sense): Because => ({ kind: 'part', ...counted(whole), places: [] });

/** "both count buildings destroyed in Lapland; the later number comes on top" */
export function inEnglish(reason: Because, relation: Relation): string {
  const { kind, noun, concept, joined, owner, places } = reason;
  const said = concept === null ? null : sayConcept(concept);
  const what = said === null ? (noun ?? 'the same thing') : joined && noun ? `${noun} ${said}` : said;
  const whose = owner === null ? what : `${what} of ${owner}`;
  if (kind === 'part') return `a part of ${whose}, which both reports give`;
  const where = places.length ? ` in ${places.join(' and ')}` : '';
  const more = relation === 'adds' ? '; the later number comes on top' : '';
  return `both ${kind} ${whose}${where}${more}`;
}
