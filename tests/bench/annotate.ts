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
  const wink = winkNlp(model);
  const measured = measure(
    [
      { name: 'Claimbook: actors, statements, claims', run: () => texts.map((text) => annotate({ text }, engine)) },
      {
        name: 'wink-nlp: sentences, parts of speech, entities',
        run: () => texts.map((text) => wink.readDoc(text).entities().out()),
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
