/** Words a second of the engine, beside what else reads English text in a browser. */
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { annotate } from '../../lib/annotate';
import { createEngine } from '../../lib/language/engine';
import { measure } from './pairs';

export interface Row {
  what: string;
  wordsPerSecond: number;
  /** Its speed divided by ours: above 1 it is faster. */
  ratio: number;
}

/**
 * @param texts articles as the page script would hand them over.
 * @param files the model's, by name.
 */
export function measureAnnotate(texts: readonly string[], files: ReadonlyMap<string, Uint8Array>, turns = 15): Row[] {
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const engine = createEngine(files);
  // The least that it can do beyond tokens: no entities, no sentiment, no negation.
  const wink = winkNlp(model, ['sbd', 'pos']);
  const measured = measure(
    [
      { name: 'Claimbook: actors, statements, claims', run: () => texts.map((text) => annotate({ text }, engine)) },
      {
        name: 'wink-nlp: tokens, sentences, parts of speech',
        run: () => texts.map((text) => wink.readDoc(text).tokens().length()),
      },
      {
        name: 'compromise: people, places, organizations, numbers',
        run: () =>
          texts.map((text) => {
            const document = compromise(text);
            return [document.topics().out('array'), document.numbers().out('array')];
          }),
      },
      { name: 'a bare regex tokenizer (the limit)', run: () => texts.map((text) => text.match(/\w+|[^\w\s]/g)) },
    ],
    turns,
  );
  return measured.map(({ name, milliseconds, ratio }) => ({
    what: name,
    wordsPerSecond: (words / milliseconds) * 1000,
    ratio,
  }));
}

export interface Growth {
  what: string;
  /** Words of the shortest text. */
  words: number;
  /** By how much the time grows when the text becomes twice as long, once for each doubling. */
  growth: number[];
}

/** Texts that are hard in different ways, made as long as wanted. */
const longTexts: readonly { what: string; make: (texts: readonly string[], length: number) => string }[] = [
  { what: 'news, report after report', make: (texts, length) => repeat(texts.join('\n\n'), length) },
  {
    what: 'one sentence without end',
    make: (texts, length) => repeat(texts.join(' ').replace(/[.\n]+/g, ' '), length),
  },
  {
    what: 'nothing but numbers',
    make: (_, length) => repeat('12 people and 5,000 troops, between 3 and 5 of them ', length),
  },
  { what: 'nothing but names', make: (_, length) => repeat('Kim Jong Un and Mr. Lee of the U.N. ', length) },
  { what: 'nothing but quotations', make: (_, length) => repeat('Kim: "He said 5 men left," said Lee. ', length) },
];

const repeat = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Time over length: 2 is linear. @param length UTF-16 code units of the shortest text; three doublings follow */
export function measureGrowth(
  texts: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
  length = 50_000,
): Growth[] {
  const engine = createEngine(files);
  return longTexts.map(({ what, make }) => {
    const sizes = [1, 2, 4, 8].map((times) => make(texts, length * times));
    const measured = measure(
      sizes.map((text, index) => ({ name: String(index), run: () => annotate({ text }, engine) })),
      5,
      200,
    );
    const times = measured.map(({ milliseconds }) => milliseconds);
    return {
      what,
      words: sizes[0]?.match(/\S+/g)?.length ?? 0,
      growth: times.slice(1).map((time, index) => time / (times[index] ?? time)),
    };
  });
}
