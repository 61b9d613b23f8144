/** Words a second of the engine, beside what else reads English text in a browser. */
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { stories } from '../../demo/stories';
import { annotate } from '../../lib/annotate';
import { loadEngine } from '../../scripts/engine';
import { measure } from './pairs';

/** The demo's reports as the page script would hand them over. */
const texts = stories.map(({ title, deck, blocks }) => [title, deck, ...blocks.map(({ text }) => text)].join('\n\n'));

const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);

export interface Row {
  what: string;
  wordsPerSecond: number;
  /** Its speed divided by ours: above 1 it is faster. */
  ratio: number;
}

export function measureAnnotate(turns = 15): Row[] {
  const engine = loadEngine();
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
