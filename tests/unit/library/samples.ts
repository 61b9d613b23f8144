/** Articles and readings made up for tests; every test says what differs. */
import type { Annotation, Claim } from '../../../lib/annotation';
import type { Article } from '../../../lib/article/article';
import type { Reading } from '../../../lib/library/new-report';

export function article(change: Partial<Article> = {}): Article {
  return {
    url: 'https://herald.example/levee?utm_source=x',
    canonicalUrl: 'https://herald.example/levee',
    title: 'Levee at Ostrava gives way',
    byline: 'By Ines Dorn',
    siteName: 'The Herald',
    publishedAt: '2025-05-02',
    modifiedAt: null,
    language: 'en',
    text: 'At least 40 people were evacuated, the mayor said.\n\nThe river Odra rose by 2 metres overnight.',
    ...change,
  };
}

/** Finds `quote` in the text; throws where it is not, so that a changed fixture cannot test nothing. */
export function spanOf(text: string, quote: string) {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" is not in the text.`);
  return { start, end: start + quote.length };
}

export function claim(text: string, quote: string, change: Partial<Claim> = {}): Claim {
  return {
    id: 'c1',
    ...spanOf(text, quote),
    quantity: { low: 40, high: 40, modifier: 'at_least', trend: null },
    unit: { text: 'people', name: 'people', kind: 'count' },
    about: null,
    role: null,
    time: null,
    attribution: null,
    certainty: 'certain',
    salience: 'major',
    ...change,
  };
}

/** What an engine might read in `article()`: one claim with a source, one actor. */
export function reading(text = article().text, engineVersion = 'test-1'): Reading {
  const sentences = [...text.matchAll(/[^\n.]+\.?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const annotation: Annotation = { language: 'en', sentences, actors: [], attributions: [], claims: [] };
  if (text.includes('the mayor said'))
    annotation.attributions.push({
      id: 's1',
      source: { ...spanOf(text, 'the mayor'), actors: [] },
      cue: spanOf(text, 'said'),
      content: { start: 0, end: text.indexOf(', the mayor') },
    });
  const people = /(?:At least )?(\d+) people/.exec(text);
  if (people)
    annotation.claims.push(
      claim(text, people[0], {
        attribution: annotation.attributions.length ? 's1' : null,
        quantity: { low: Number(people[1]), high: Number(people[1]), modifier: 'at_least', trend: null },
      }),
    );
  if (text.includes('Odra'))
    annotation.actors.push({
      id: 'a1',
      name: 'Odra',
      kind: 'place',
      roles: ['river'],
      mentions: [{ ...spanOf(text, 'Odra'), kind: 'place' }],
    });
  return { annotation, engineVersion };
}
