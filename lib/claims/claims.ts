/** Claims: every quantity of the text with what it describes, who said it and how sure they were. */
import type { Actor, Attribution, Claim } from '../annotation';
import type { Document } from '../language/document';
import type { Cell } from './quantities/cells';
import { type Described, findAbout } from './quantities/describe/about';
import type { Quantity } from './quantities/quantity';
import { readQuantities } from './quantities/read';
import { findBases, findRoles } from './quantities/role';
import { isMajor } from './quantities/salience';
import { findTimes } from './quantities/time';
import { claimCertainty } from './statements/certainty';
import { claimAttribution } from './statements/claim-source';

/**
 * @param context.publishedAt ISO 8601; relative times are resolved against it.
 * @returns the claims in the order of the text, with ids "c1", "c2", ...; spans lie inside their sentences.
 */
export function findClaims(
  document: Document,
  _actors: Actor[],
  attributions: Attribution[],
  context: { publishedAt: string | null },
): Claim[] {
  const claims: Claim[] = [];
  const publishedAt = validDate(context.publishedAt);
  const publishedYear = publishedAt === null ? null : Number(publishedAt.slice(0, 4));
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  const sentences = readQuantities(document).map(({ cells, quantities }) => ({
    cells,
    quantities,
    roles: findRoles(cells, quantities),
  }));
  findBases(sentences);
  for (const { cells, quantities, roles } of sentences) {
    const abouts = findAbout(cells, quantities);
    const times = findTimes(document.text, cells, quantities, publishedAt);
    for (let index = 0; index < quantities.length; index++) {
      const quantity = quantities[index] as Quantity;
      const claim = claimOf(document.text, cells, quantity, `c${claims.length + 1}`);
      if (claim === null) continue;
      claim.role = roles[index] ?? null;
      claim.time = times[index] ?? null;
      claim.salience = isMajor(cells, quantity, quantities[index - 1], publishedYear) ? 'major' : 'minor';
      claim.about = aboutOf(document.text, cells, abouts[index]);
      claim.attribution = claimAttribution(document, claim, attributions);
      const attribution = claim.attribution === null ? null : (byId.get(claim.attribution) ?? null);
      claim.certainty = claimCertainty(document, claim, attribution, attributions);
      claims.push(claim);
    }
  }
  return claims;
}

/** The date if it is one; pages state all kinds of things. */
const validDate = (date: string | null): string | null =>
  date !== null && /^\d{4}-\d{2}-\d{2}/.test(date) && !Number.isNaN(Date.parse(date.slice(0, 10))) ? date : null;

function claimOf(text: string, cells: readonly Cell[], quantity: Quantity, id: string): Claim | null {
  const first = cells[quantity.first];
  const last = cells[quantity.end - 1];
  if (first === undefined || last === undefined) return null;
  const { unit, low, high, modifier, trend } = quantity;
  const unitFirst = cells[unit.first];
  const unitLast = cells[unit.end - 1];
  const hasText = unit.end > unit.first && unitFirst !== undefined && unitLast !== undefined;
  return {
    id,
    start: first.start,
    end: last.end,
    quantity: { low, high, modifier, trend: trend === null || trend.kind === 'origin' ? null : trend.trend },
    unit: { text: hasText ? text.slice(unitFirst.start, unitLast.end) : '', name: unit.name, kind: unit.kind },
    about: null,
    role: null,
    time: null,
    attribution: null,
    certainty: 'certain',
    salience: 'minor',
  };
}

/** The words that describe, function words left out; `start` and `end` enclose them. */
function aboutOf(text: string, cells: readonly Cell[], described: Described | undefined): Claim['about'] {
  const found = described?.cells ?? [];
  const first = cells[found[0] ?? -1];
  const last = cells[found[found.length - 1] ?? -1];
  if (first === undefined || last === undefined) return null;
  let words = '';
  let previous = -1;
  for (const index of found) {
    const cell = cells[index];
    if (cell === undefined) continue;
    words +=
      (words === '' || (index === previous + 1 && !cell.spaceBefore) ? '' : ' ') + text.slice(cell.start, cell.end);
    previous = index;
  }
  const about = { text: words, start: first.start, end: last.end };
  return described?.subject ? { ...about, subject: true } : about;
}
