/**
 * Trains the statement models on texts with attributions (PolNeAR's shape, see statements/data.ts) and writes their file.
 *
 *   npx tsx scripts/train/statements.ts --data TRAIN.jsonl.gz [--dev DEV.jsonl.gz] [--out public/model/statements.bin]
 *     [--folds 3] [--seed 1] [--limit N]
 *
 * The same data, seed and part-of-speech weights give the same bytes. `--dev` only measures. The last judgement on cues
 * and the thresholds are learnt by cross-validation on the training texts, whose figures are printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pairCount } from '../../lib/claims/statements/candidates';
import type { SpanModels } from '../../lib/claims/statements/decode';
import { decodeStatementModel, encodeStatementModel } from '../../lib/claims/statements/model';
import { findCandidates, readStatements } from '../../lib/claims/statements/statements';
import { verdictScores } from '../../lib/claims/statements/verdict';
import type { Weights } from '../../lib/claims/statements/weights';
import { createEngine, type Engine, modelFiles } from '../../lib/language/engine';
import { readDocument } from '../../lib/language/read';
import { wordClasses } from './statements/classes';
import { chooseHeads, type Prepared, prepare, scoreArray, stemRates, trainCues } from './statements/cues';
import { loadExamples } from './statements/data';
import { mean, quantised } from './statements/learn';
import { type Counts, count, type Found, f1, figures, noCounts } from './statements/measure';
import { boundaryFilters, trainContents, trainSources } from './statements/spans';
import { type Judged, trainVerdict } from './statements/verdict';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    dev: { type: 'string' },
    out: { type: 'string', default: 'public/model/statements.bin' },
    folds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: 'Infinity' },
  },
});
if (!options.data) throw new Error('--data FILE is missing');
const seed = Number(options.seed);
const folds = Number(options.folds);
/** Tables have 2 to the power of so many places. */
const bits = { cue: 19, span: 17, verdict: 14 };
/** Cues that score less are not judged: the verdict is learnt from a few more than it is asked about. */
const candidate = { learnt: -1.6, asked: -1.2 };

/** The product's engine, with an empty model in the place of the one that is made here. */
function readingEngine(): Engine {
  const nothing: Weights = { table: new Int8Array(1), scale: 0 };
  const none = new Uint8Array(pairCount);
  const empty = encodeStatementModel(
    {
      cue: nothing,
      sourceStart: nothing,
      sourceEnd: nothing,
      contentStart: nothing,
      contentEnd: nothing,
      verdict: nothing,
    },
    { byKey: new Map() },
    { sourceStart: none, sourceEnd: none, contentStart: none, contentEnd: none },
    { candidate: 0, verdict: 0 },
  );
  const file = (name: string) => new Uint8Array(readFileSync(new URL(`../../public/model/${name}`, import.meta.url)));
  return createEngine(new Map(modelFiles.map((name) => [name, name === 'statements.bin' ? empty : file(name)])));
}
const engine = readingEngine();
const read = (text: string) => readDocument(text, 'en', engine);
const classes = wordClasses(20_000, seed);
const say = (message: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${message}`);

/** Each model is the mean of so many, trained in different orders: steadier than one, and no larger. */
const seeds = [0, 1, 2];

interface Models extends SpanModels {
  cue: Weights;
}

function train(texts: readonly Prepared[]): Models {
  const examples = texts.map(({ example }) => example);
  const rates = stemRates(examples);
  const cue = quantised(
    mean(seeds.map((more) => trainCues(texts, rates, { bits: bits.cue, epochs: 2, rate: 0.05, seed: seed + more }))),
  );
  for (const text of texts) {
    const scores = scoreArray(text, cue);
    chooseHeads(text.example, (token) => scores[token] ?? -30);
  }
  const filters = boundaryFilters(examples);
  const spans = seeds.map((more) => ({ bits: bits.span, epochs: 2, rate: 0.08, seed: seed + more, filters }));
  const sources = spans.map((training) => trainSources(examples, training));
  const contents = spans.map((training) => trainContents(examples, training));
  return {
    filters,
    cue,
    sourceStart: quantised(mean(sources.map(({ sourceStart }) => sourceStart))),
    sourceEnd: quantised(mean(sources.map(({ sourceEnd }) => sourceEnd))),
    contentStart: quantised(mean(contents.map(({ contentStart }) => contentStart))),
    contentEnd: quantised(mean(contents.map(({ contentEnd }) => contentEnd))),
  };
}

function judge(text: Prepared, models: Models): Judged {
  const scores = scoreArray(text, models.cue);
  return {
    example: text.example,
    scores,
    candidates: findCandidates(text.example.view, scores, models, candidate.learnt),
  };
}

/** The threshold with the best sum of the cue's F1 and the whole statement's. */
function bestThreshold(texts: readonly Judged[], verdict: Weights): { threshold: number; counts: Counts } {
  const judged = texts.map((text) => ({
    text,
    verdicts: verdictScores(text.example.view, text.candidates, text.scores, verdict),
  }));
  let best = { threshold: 0, counts: noCounts(), value: -1 };
  for (let threshold = -1.5; threshold <= 0.5; threshold += 0.1) {
    const counts = noCounts();
    for (const { text, verdicts } of judged) {
      const found: Found[] = [];
      text.candidates.forEach(({ token, source, content }, index) => {
        if ((verdicts[index] ?? -30) >= threshold && content) found.push({ cue: [token, token + 1], source, content });
      });
      count(counts, text.example.gold, found);
    }
    const value = f1(counts.cue, counts) + f1(counts.all, counts);
    if (value > best.value) best = { threshold: Number(threshold.toFixed(2)), counts, value };
  }
  return best;
}

const texts = loadExamples(options.data, read, classes).slice(0, Number(options.limit)).map(prepare);
say(`${texts.length} texts, ${texts.reduce((sum, { example }) => sum + example.gold.length, 0)} statements`);
const judged: Judged[] = [];
for (let fold = 0; fold < folds; fold++) {
  const models = train(texts.filter((_, index) => index % folds !== fold));
  for (const text of texts.filter((_, index) => index % folds === fold)) judged.push(judge(text, models));
  say(`fold ${fold + 1} of ${folds}`);
}
const verdict = quantised(trainVerdict(judged, bits.verdict, 4, 0.02, seed));
// The threshold is chosen on texts whose judgements the verdict was not fitted to.
const half = (rest: number) => judged.filter((_, index) => index % 2 === rest);
const crossed = [0, 1].map((rest) =>
  bestThreshold(half(rest), trainVerdict(half(1 - rest), bits.verdict, 4, 0.02, seed)),
);
for (const { threshold, counts } of crossed) say(`cross-validated, threshold ${threshold}: ${figures(counts)}`);
// The lower of the two: around the best threshold the measure is flat, and a reader misses a statement more than he minds one too many.
const threshold = Math.min(...crossed.map(({ threshold: one }) => one));

const models = train(texts);
const bytes = encodeStatementModel({ ...models, verdict }, classes, models.filters, {
  candidate: candidate.asked,
  verdict: Number(threshold.toFixed(2)),
});
writeFileSync(options.out, bytes);
say(`${options.out}: ${bytes.length} bytes`);

if (options.dev) {
  const model = decodeStatementModel(options.out, bytes);
  const counts = noCounts();
  for (const example of loadExamples(options.dev, read, classes))
    count(counts, example.gold, readStatements(example.view, model));
  say(`development texts: ${figures(counts)}`);
}
