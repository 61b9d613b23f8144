/** Says for people why two claims are compared. */
import type { Relation } from './relation';
import type { Sense } from './sense';

const nameOf = (key: string) => key.slice(2).replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

function counted({ concept, weak, thing, claim }: Sense): string {
  const noun = claim.unit.kind === 'count' ? claim.unit.name : '';
  if (concept && !weak) return noun && noun !== concept && thing !== 'person' ? `${noun}: ${concept}` : concept;
  return claim.about?.text || noun || claim.unit.name || 'the same thing';
}

/** "both count soldier: dead in Lapland; the later one is said to be additional" */
export function why(later: Sense, earlier: Sense, relation: Relation): string {
  const places = [...later.at].filter((key) => earlier.at.has(key)).map(nameOf);
  const where = places.length ? ` in ${places.join(' and ')}` : '';
  const verb = later.dimension === 'people' || later.dimension === 'things' ? 'count' : 'measure';
  const more = relation === 'adds' ? '; the later one is said to be additional' : '';
  return `both ${verb} ${counted(later)}${where}${more}`;
}

/** For a part whose whole the earlier report gives. */
export function whyPart(whole: Sense): string {
  return `a part of what both reports give as ${counted(whole)}`;
}
