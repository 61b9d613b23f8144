/** Says for people why two claims are compared. */
import { sayConcept } from './lexicon';
import type { Relation } from './relation';
import type { Sense } from './sense';

const nameOf = (key: string) => key.slice(2).replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

/** Singular unit names as a person says them: "artillery shell" -> "artillery shells". */
function plural(noun: string): string {
  if (/people$|s$|personnel$|troops$/.test(noun)) return noun;
  if (/(?:ch|sh|x|z)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function counted({ concept, weak, dimension, claim, owner }: Sense): string {
  const { name, kind } = claim.unit;
  if (kind === 'count') {
    // As the article writes it, names with their capitals.
    const noun = claim.unit.text || plural(name);
    if (concept === null || weak) return noun || 'the same thing';
    return dimension === 'people' ? sayConcept(concept) : `${noun} ${sayConcept(concept)}`;
  }
  const whose = owner === null ? '' : ` of ${nameOf(owner)}`;
  if (concept !== null) return `${sayConcept(concept)}${whose}`;
  return claim.about ? `${claim.about.text} in ${plural(name) || 'numbers'}` : plural(name) || 'the same number';
}

/** "both count buildings destroyed in Lapland; the later number comes on top" */
export function why(later: Sense, earlier: Sense, relation: Relation): string {
  const places = [...later.at].filter((key) => key.includes(':') && earlier.at.has(key)).map(nameOf);
  const where = places.length ? ` in ${places.join(' and ')}` : '';
  const verb = later.claim.unit.kind === 'count' ? 'count' : 'give';
  const more = relation === 'adds' ? '; the later number comes on top' : '';
  return `both ${verb} ${counted(later)}${where}${more}`;
}

/** For a part whose whole both reports give. */
export const whyPart = (whole: Sense) => `a part of ${counted(whole)}, which both reports give`;
