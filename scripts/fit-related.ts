/**
 * Fits the weights of "same story" (lib/crossref/related.ts): a logistic regression over the likenesses of pairs of reports.
 *
 *   tsx scripts/fit-related.ts [STORY.json...]
 *
 * Learns from the stories of tests/synthetic/stories, those of the demo site, and any files given, each `{ "reports": [{ id, title, text, publishedAt }],
 * "related": { [id]: [earlier ids] } }`; pairs of one file that are not listed are unrelated. Prints the weights, and the F1 of each
 * story when it is left out.
 */
import { readFileSync } from 'node:fs';
import { stories as demoStories } from '../demo/stories';
import { annotate } from '../lib/annotate';
import { indexKeys, type Profile, profileOf } from '../lib/crossref/profile';
import { rarity } from '../lib/crossref/rarity';
import { type Likeness, likeness } from '../lib/crossref/related';
import { ownStories } from '../tests/synthetic/stories/stories';
import { loadEngine } from './engine';

interface Report {
  id: string;
  title: string;
  text: string;
  publishedAt: string | null;
}
interface Story {
  name: string;
  reports: Report[];
  related: Set<string>;
}

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

const stories: Story[] = ownStories.map(({ name, reports, stranger }) => ({
  name,
  reports,
  related: new Set(
    reports.flatMap(({ id }) =>
      reports.flatMap((other) =>
        id < other.id && id !== stranger && other.id !== stranger ? [pairOf(id, other.id)] : [],
      ),
    ),
  ),
}));
// The demo site's: each told by several outlets.
for (const story of new Set(demoStories.map((one) => one.story))) {
  const reports = demoStories
    .filter((one) => one.story === story)
    .map(({ path, title, deck, blocks, published }) => ({
      id: path,
      title,
      publishedAt: published,
      text: [deck, ...blocks.map(({ text }) => text)].join('\n\n'),
    }));
  const related = new Set(reports.flatMap(({ id }) => reports.map((other) => pairOf(id, other.id))));
  stories.push({ name: `demo: ${story}`, reports, related });
}
const own = stories.length;
for (const file of process.argv.slice(2)) {
  const { reports, related } = JSON.parse(readFileSync(file, 'utf8')) as {
    reports: Report[];
    related: Record<string, string[]>;
  };
  const pairs = Object.entries(related).flatMap(([id, earlier]) => earlier.map((other) => pairOf(id, other)));
  stories.push({ name: file.replace(/^.*\//, ''), reports, related: new Set(pairs) });
}

const engine = loadEngine();
const profiles = new Map<string, Profile>();
const counts = new Map<string, number>();
for (const { reports } of stories)
  for (const report of reports) {
    const profile = profileOf(report, annotate(report, engine));
    profiles.set(report.id, profile);
    for (const key of indexKeys(profile)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
const rarityOf = (key: string) => rarity(key, counts.get(key) ?? 0, profiles.size);

interface Example {
  story: string;
  like: Likeness;
  same: boolean;
  pair: string;
}
const examples: Example[] = [];
const isOurs = (story: Story) => stories.indexOf(story) < own;
const all = stories.flatMap((story) => story.reports.map((report) => ({ story, report })));
for (const [index, a] of all.entries())
  for (const b of all.slice(index + 1)) {
    // Two files may tell of the same events: nobody has said. Ours do not.
    if (a.story !== b.story && !isOurs(a.story) && !isOurs(b.story)) continue;
    examples.push({
      story: a.story === b.story ? a.story.name : '',
      like: likeness(profiles.get(a.report.id) as Profile, profiles.get(b.report.id) as Profile, rarityOf),
      same: a.story.related.has(pairOf(a.report.id, b.report.id)),
      pair: pairOf(a.report.id, b.report.id),
    });
  }

type Weights = Likeness & { bias: number };
const names = Object.keys(examples[0]?.like ?? {}) as (keyof Likeness)[];
const scoreOf = (weights: Weights, like: Likeness) =>
  1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * like[name], weights.bias)));

/** L2 against large weights: there are few stories. */
const decay = 0.02;

function learn(some: readonly Example[]): Weights {
  const weights = Object.fromEntries([...names, 'bias'].map((name) => [name, 0])) as unknown as Weights;
  const total = some.length;
  for (let step = 0; step < 20_000; step++) {
    const rate = 2 / (1 + step / 4000);
    const gradient = Object.fromEntries([...names, 'bias'].map((name) => [name, 0])) as unknown as Weights;
    for (const { like, same } of some) {
      const error = (same ? 1 : 0) - scoreOf(weights, like);
      for (const name of names) gradient[name] += error * like[name];
      gradient.bias += error;
    }
    for (const name of names) weights[name] += (rate * (gradient[name] - decay * weights[name])) / total;
    weights.bias += (rate * gradient.bias) / total;
  }
  return weights;
}

function f1(weights: Weights, some: readonly Example[]) {
  let [both, found, gold] = [0, 0, 0];
  for (const { like, same } of some) {
    const told = scoreOf(weights, like) >= 0.5;
    if (told) found++;
    if (same) gold++;
    if (told && same) both++;
  }
  return found + gold ? (200 * both) / (found + gold) : 100;
}

const round = (value: number) => Math.round(value * 100) / 100;
/** Pairs within a story are what is hard. */
const within = examples.filter(({ story }) => story);
for (const { name } of stories) {
  const rest = examples.filter(({ story }) => story !== name);
  const here = within.filter(({ story }) => story === name);
  if (!here.length) continue;
  const weights = learn(rest);
  const wrong = here.filter(({ like, same }) => scoreOf(weights, like) >= 0.5 !== same);
  console.log(
    `${name}: F1 ${round(f1(weights, here))} left out${wrong.map(({ pair, like }) => `\n   wrong: ${pair} ${JSON.stringify(Object.fromEntries(names.map((one) => [one, round(like[one])])))}`).join('')}`,
  );
}
const weights = learn(examples);
console.log(`all: F1 ${round(f1(weights, within))}`);
console.log(Object.fromEntries([...names, 'bias'].map((name) => [name, round(weights[name as keyof Weights])])));
