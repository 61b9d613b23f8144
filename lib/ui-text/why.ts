/** Why two claims are compared, in the person's language. */
import type { Counted } from '../crossref/counted';
import type { Because } from '../crossref/why';
import type { Relation } from '../library/schema';
import { list, t, uiLanguage } from './text';

/** A lexicon's name as a key: "in need" -> "inNeed". */
const keyOf = (concept: string) => concept.replace(/ (\p{L})/gu, (_, letter: string) => letter.toUpperCase());

const conceptInWords = (concept: string) => t(`why.concept.${keyOf(concept)}` as 'why.concept.dead');

/** "both count buildings destroyed in Lapland; the later number comes on top" */
export function whyInWords({ because, relation }: { because: Because; relation: Relation }): string {
  const { kind, noun, concept, joined, owner, places } = because;
  const said = concept === null ? null : conceptInWords(concept);
  const what =
    said === null ? (noun ?? t('why.same')) : joined && noun ? t('why.joined', { noun, concept: said }) : said;
  const whose = owner === null ? what : t('why.of', { what, whose: owner });
  if (kind === 'part') return t('why.part', { what: whose });
  const where = list(places);
  const why = where ? t(`why.${kind}In`, { what: whose, where }) : t(`why.${kind}`, { what: whose });
  return relation === 'adds' ? t('why.adds', { why }) : why;
}

/** What is counted, as a title: "Deaths in Syria", with what says more of it: "soldiers". */
export function countedInWords({ noun, concept, joined, owner, places, side }: Counted): {
  title: string;
  more: string | null;
} {
  const said = concept === null ? null : conceptInWords(concept);
  const what =
    said === null
      ? (noun ?? t('library.story.number'))
      : joined && noun
        ? t('why.joined', { noun, concept: said })
        : said;
  const whose = owner === null ? what : t('why.of', { what, whose: owner });
  const title = places.length ? t('why.whatIn', { what: whose, where: list(places) }) : whose;
  const more = [
    joined || said === null ? null : noun,
    side === null ? null : t(`why.side.${keyOf(side)}` as 'why.side.governmentSide'),
  ].filter((part) => part !== null);
  return {
    title: title.slice(0, 1).toLocaleUpperCase(uiLanguage()) + title.slice(1),
    more: more.length ? more.join(' · ') : null,
  };
}
