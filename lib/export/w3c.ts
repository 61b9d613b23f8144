/**
 * A W3C Web Annotation collection (JSON-LD, w3.org/TR/annotation-model): each claim an annotation on the article with a
 * text quote and a text position, each note a comment on it.
 */
import {
  dateOf,
  type Format,
  oneLine,
  quoteOf,
  type ReadItem,
  readItem,
  sourceNames,
  webAddress,
  wellFormed,
} from './item';

/** Characters of context on either side of a quote, as much as finds a repeated number again. */
const contextLength = 32;

/** Offsets in the model count code points, ours UTF-16 units. @returns a function for ascending offsets of one text. */
function codePoints(text: string): (offset: number) => number {
  let [unit, point] = [0, 0];
  return (offset) => {
    if (offset < unit) [unit, point] = [0, 0];
    while (unit < offset) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point++;
    }
    return point;
  };
}

const iri = (...parts: string[]) => `urn:claimbook:${parts.map(encodeURIComponent).join(':')}`;

function annotationsOf(item: ReadItem): object[] {
  const { report, version, claims } = item;
  const source = webAddress(report.url) ?? iri('report', report.id);
  const { text } = version;
  const toPoints = codePoints(text);
  const created = version.savedAt;
  const generator = { id: 'urn:claimbook', type: 'Software', name: 'Claimbook' };
  const notes = report.note
    ? [
        {
          id: iri('note', report.id),
          type: 'Annotation',
          motivation: 'commenting',
          created: report.changedAt,
          body: [
            { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: report.note },
            ...report.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
          ],
          target: { source },
        },
      ]
    : [];
  return [
    ...notes,
    ...claims.map((row) => {
      const { claim } = row;
      const names = sourceNames(item, row);
      const facts = [
        claim.unit.name,
        claim.role,
        claim.certainty,
        row.source && `source: ${oneLine(row.source)}${names.length ? ` (${names.join(', ')})` : ''}`,
      ].filter(Boolean);
      return {
        id: iri('claim', report.id, claim.id),
        type: 'Annotation',
        motivation: 'describing',
        created,
        generator,
        body: [
          {
            type: 'TextualBody',
            purpose: 'describing',
            format: 'text/plain',
            language: 'en',
            value: `${oneLine(quoteOf(item, row))}: ${facts.join(', ')}`,
          },
          { type: 'TextualBody', purpose: 'tagging', value: claim.unit.name || 'number' },
          { type: 'TextualBody', purpose: 'classifying', format: 'application/json', value: JSON.stringify(claim) },
        ],
        target: {
          source,
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: text.slice(claim.start, claim.end),
              prefix: wellFormed(text.slice(Math.max(0, claim.start - contextLength), claim.start)),
              suffix: wellFormed(text.slice(claim.end, claim.end + contextLength)),
            },
            { type: 'TextPositionSelector', start: toPoints(claim.start), end: toPoints(claim.end) },
          ],
          ...(dateOf(report.publishedAt) ? { state: { type: 'TimeState', sourceDate: created } } : {}),
        },
      };
    }),
  ];
}

export const w3c: Format = {
  name: 'w3c',
  extension: 'jsonld',
  mimeType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  *write(items) {
    const annotations = items.flatMap((item) => annotationsOf(readItem(item)));
    const collection = iri('collection');
    yield `${JSON.stringify(
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: collection,
        type: 'AnnotationCollection',
        label: 'Claims kept with Claimbook',
        total: annotations.length,
        first: {
          id: iri('collection', '1'),
          type: 'AnnotationPage',
          partOf: { id: collection, total: annotations.length },
          startIndex: 0,
          items: annotations,
        },
      },
      null,
      1,
    )}\n`;
  },
};
