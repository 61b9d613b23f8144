/** Reports written with their claims and places marked in the text. */
import type { Actor, Annotation, Claim } from '../../../lib/annotation';

export type Given = Partial<Omit<Claim, 'quantity' | 'unit'>> & {
  low?: number | null;
  high?: number | null;
  unit?: string;
  kind?: Claim['unit']['kind'];
  modifier?: Claim['quantity']['modifier'];
};

/** Reads "[40 people]" as a claim with the given entries, in order, and "{Chile}" as a place, "{o:Norrline}" as an organization. */
export function report(marked: string, ...claims: Given[]) {
  const annotation: Annotation = { language: 'en', sentences: [], actors: [], attributions: [], claims: [] };
  let text = '';
  let open = 0;
  const actors = new Map<string, Actor>();
  for (const [piece] of marked.matchAll(/\{[^}]*\}|[[\]]|[^[\]{}]+/g)) {
    if (piece === '[') open = text.length;
    else if (piece === ']') {
      const {
        low = null,
        high = low,
        unit = 'people',
        kind = 'count',
        modifier = 'exact',
        ...rest
      } = claims[annotation.claims.length] ?? {};
      annotation.claims.push({
        id: `c${annotation.claims.length + 1}`,
        start: open,
        end: text.length,
        quantity: { low, high, modifier, trend: null },
        unit: { text: unit, name: unit, kind },
        about: null,
        role: null,
        time: null,
        attribution: null,
        certainty: 'certain',
        salience: 'major',
        ...rest,
      });
    } else if (piece.startsWith('{')) {
      const organization = piece.startsWith('{o:');
      const name = piece.slice(organization ? 3 : 1, -1);
      const actor = actors.get(name) ?? {
        id: `a${actors.size}`,
        name,
        kind: organization ? 'organization' : 'place',
        roles: [],
        mentions: [],
      };
      actors.set(name, actor);
      actor.mentions.push({ start: text.length, end: text.length + name.length, kind: actor.kind });
      text += name;
    } else text += piece;
  }
  for (const match of text.matchAll(/[^.\n]+\.?/g))
    annotation.sentences.push({ start: match.index, end: match.index + match[0].length });
  annotation.actors.push(...actors.values());
  return { text, annotation };
}
