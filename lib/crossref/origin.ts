/** Who a number comes from: told twice by one source, or copied, it is told once. */
import { isCopiedSentence } from './copies';

/** What is known of where one telling of a number comes from. */
export interface Telling {
  /** Report it stands in. */
  report: string;
  /** Outlet; null when unknown. */
  outlet: string | null;
  sentence: string;
  /** The source as written; null when the writer asserts it or the source is unnamed. */
  source: string | null;
  /** Stable keys of the actors who said it. */
  sourceActors: readonly string[];
}

/** Why two tellings are one. */
export type Sameness = 'copy' | 'source' | 'outlet';

export interface Origin {
  /** Tellings with the same number have the same origin; the first telling's is 0. */
  group: number;
  /** Why it joins its group; null for the first of a group. */
  same: Sameness | null;
  /** The source or outlet that both go back to, as written; null for copies. */
  who: string | null;
}

/** "officials" said it in every paper: sources without a name are nobody in particular. */
const unspecific =
  /^(?:the |an? |some |several |two |three |many |local |senior |other |unnamed |anonymous )*(?:officials?|sources?|witness(?:es)?|residents?|people|persons?|authorit(?:y|ies)|experts?|analysts?|reports?|media|police|he|she|they|it|who|spokes(?:man|woman|person)|lawmakers?|economists?|scientists?|activists?|rescuers?)$/u;

const plainSource = (source: string) =>
  source
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function sameness(a: Telling, b: Telling): { same: Sameness; who: string | null } | null {
  if (a.report === b.report) return { same: 'outlet', who: a.outlet };
  if (isCopiedSentence(a.sentence, b.sentence)) return { same: 'copy', who: null };
  const actor = a.sourceActors.find((key) => b.sourceActors.includes(key));
  if (actor !== undefined) return { same: 'source', who: a.source ?? b.source };
  if (a.source !== null && b.source !== null) {
    const [plainA, plainB] = [plainSource(a.source), plainSource(b.source)];
    if (plainA === plainB && !unspecific.test(plainA)) return { same: 'source', who: a.source };
  }
  if (a.outlet !== null && a.outlet === b.outlet) return { same: 'outlet', who: a.outlet };
  return null;
}

/**
 * Groups tellings of one number by where they come from, in the order given: a telling joins the first group in which one of
 * its members is its copy, cites the same source, or stands in the same outlet. Work grows with the square of the tellings,
 * of which there are few: the reports shown beside an article.
 */
export function originsOf(tellings: readonly Telling[]): Origin[] {
  const origins: Origin[] = [];
  let groups = 0;
  for (const [index, telling] of tellings.entries()) {
    let found: Origin | undefined;
    for (let before = 0; before < index && !found; before++) {
      const like = sameness(tellings[before] as Telling, telling);
      if (like) found = { group: (origins[before] as Origin).group, ...like };
    }
    origins.push(found ?? { group: groups++, same: null, who: null });
  }
  return origins;
}
