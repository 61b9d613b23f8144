/** Why two claims are compared, in the person's language. */
import type { Because } from '../crossref/why';
import type { Relation } from '../library/schema';
import { list, t } from './text';

/** A lexicon's name as a key: "in need" -> "inNeed". */
const keyOf = (concept: string) => concept.replace(/ (\p{L})/gu, (_, letter: string) => letter.toUpperCase());

/** "both count buildings destroyed in Lapland; the later number comes on top" */
export function whyInWords({ because, relation }: { because: Because; relation: Relation }): string {
  const { kind, noun, concept, joined, owner, places } = because;
  const said = concept === null ? null : t(`why.concept.${keyOf(concept)}` as 'why.concept.dead');
  const what =
    said === null ? (noun ?? t('why.same')) : joined && noun ? t('why.joined', { noun, concept: said }) : said;
  const whose = owner === null ? what : t('why.of', { what, whose: owner });
  if (kind === 'part') return t('why.part', { what: whose });
  const where = list(places);
  const why = where ? t(`why.${kind}In`, { what: whose, where }) : t(`why.${kind}`, { what: whose });
  return relation === 'adds' ? t('why.adds', { why }) : why;
}
