/**
 * Made-up libraries of any size: stories of many reports over years, with actors, numbers that rise, repeat and disagree,
 * and what was read in them, so that no engine needs to run. Same seed, same library.
 */
import type { Annotation, Claim } from '../../lib/annotation';
import type { Article } from '../../lib/article/article';

/** A pseudo-random number generator (mulberry32): the next number from 0 to 1. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const pick = <T>(next: Random, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const between = (next: Random, low: number, high: number) => low + Math.floor(next() * (high - low + 1));

const syllables =
  'ba bor cal dan del dor el fen gar hal hol is jor kar kel lan lin mar mel mor nar nel or pel ras rin sal sen tam tel tor ul val ver wen yar zel'.split(
    ' ',
  );
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const name = (next: Random, parts: number) =>
  capital(Array.from({ length: parts }, () => pick(next, syllables)).join(''));

/** Words around the facts; the first are the commonest, as in any text. */
const filler =
  'said according officials government people week month country report statement ministry agency last first several former including local national group according area work support plan city police security public political economic international talks meeting minister spokesman decision situation members law court leaders crisis response emergency water roads schools hospital weather winter border army vote budget workers union company market prices energy trade aid relief rescue families houses damage region province valley river coast harbour bridge railway station factory mine forest island capital parliament opposition party election campaign protest strike inquiry charges trial appeal evidence witness documents contract deal offer bid shares profit loss debt bank loan interest currency exports imports customs tariff talks treaty summit envoy sanctions visit troops weapons drones missiles attack front defence training exercise'.split(
    ' ',
  );

/** Rarer words, made up: as many as a reader meets in years of news, the commoner the earlier. */
const vocabulary = (() => {
  const next = random(7);
  return Array.from({ length: 20_000 }, () => name(next, between(next, 2, 4)).toLowerCase());
})();

/** A word as texts have them: half are common ones, the rest follow Zipf's law. */
function word(next: Random): string {
  if (next() < 0.5) return pick(next, filler);
  return vocabulary[Math.floor(vocabulary.length ** next()) - 1] as string;
}

/** What a story counts: unit, the words after the number, and how it starts. */
const kinds = [
  { topic: 'flood', unit: 'people', verb: 'have died in the flood', start: 12 },
  { topic: 'fire', unit: 'people', verb: 'were injured in the fire', start: 30 },
  { topic: 'offensive', unit: 'soldier', verb: 'have been sent to the front', start: 4000 },
  { topic: 'closure', unit: 'job', verb: 'will be cut', start: 900 },
  { topic: 'outbreak', unit: 'case', verb: 'of the fever are confirmed', start: 80 },
  { topic: 'quake', unit: 'building', verb: 'have collapsed', start: 200 },
  { topic: 'exodus', unit: 'people', verb: 'have fled their homes', start: 5000 },
] as const;

export interface SyntheticReport {
  article: Article;
  annotation: Annotation;
  /** Number of the story it belongs to. */
  story: number;
}

interface Story {
  number: number;
  kind: (typeof kinds)[number];
  places: string[];
  people: string[];
  organizations: string[];
  words: string[];
  /** Days since 1970-01-01. */
  day: number;
  value: number;
}

function newStory(next: Random, number: number, day: number, places: readonly string[]): Story {
  const kind = pick(next, kinds);
  return {
    number,
    kind,
    places: [pick(next, places), name(next, 3), name(next, 3)],
    people: Array.from({ length: 4 }, () => `${name(next, 2)} ${name(next, 3)}`),
    organizations: Array.from(
      { length: 2 },
      () => `${name(next, 2)} ${pick(next, ['Agency', 'Union', 'Institute', 'Group'])}`,
    ),
    words: Array.from({ length: 25 }, () => word(next)),
    day,
    value: kind.start,
  };
}

/** Writes text while noting where things stand in it. */
function writer() {
  let text = '';
  const annotation: Annotation = { language: 'en', sentences: [], actors: [], attributions: [], claims: [] };
  const mention = (actor: string, kind: 'person' | 'place' | 'organization') => {
    const known = annotation.actors.find((one) => one.name === actor);
    const entry = known ?? { id: `a${annotation.actors.length + 1}`, name: actor, kind, roles: [], mentions: [] };
    if (!known) annotation.actors.push(entry);
    entry.mentions.push({ start: text.length, end: text.length + actor.length, kind });
    text += actor;
    return entry.id;
  };
  const claim = (value: number, unit: string, attribution: string | null) => {
    const words = `${value.toLocaleString('en-US')} ${unit === 'people' ? unit : `${unit}s`}`;
    const found: Claim = {
      id: `c${annotation.claims.length + 1}`,
      start: text.length,
      end: text.length + words.length,
      quantity: { low: value, high: value, modifier: 'exact', trend: null },
      unit: { text: words.slice(words.indexOf(' ') + 1), name: unit, kind: 'count' },
      about: null,
      role: null,
      time: null,
      attribution,
      certainty: 'certain',
      salience: annotation.claims.length < 5 ? 'major' : 'minor',
    };
    annotation.claims.push(found);
    text += words;
  };
  return {
    annotation,
    mention,
    claim,
    write: (words: string) => {
      text += words;
    },
    at: () => text.length,
    text: () => text,
  };
}

const outlets = Array.from({ length: 12 }, (_, i) => `outlet${i + 1}`);

function tell(next: Random, story: Story, serial: number): SyntheticReport {
  const out = writer();
  const { kind } = story;
  const sentence = (write: () => void) => {
    const start = out.at();
    write();
    out.write('.');
    out.annotation.sentences.push({ start, end: out.at() });
    out.write(next() < 0.3 ? '\n\n' : ' ');
  };
  story.value = Math.round(story.value * (1 + next() * 0.3)) + between(next, 0, 9);
  const said = (speaker: string, kindOf: 'person' | 'organization') => {
    const start = out.at();
    const id = out.mention(speaker, kindOf);
    const attribution = {
      id: `s${out.annotation.attributions.length + 1}`,
      source: { start, end: out.at(), actors: [id] },
      cue: { start: out.at() + 1, end: out.at() + 5 },
      content: { start: out.at() + 5, end: out.at() + 5 },
    };
    out.annotation.attributions.push(attribution);
    out.write(' said ');
    return attribution.id;
  };
  sentence(() => {
    const id = said(pick(next, story.people), 'person');
    out.claim(story.value, kind.unit, id);
    out.write(` ${kind.verb} in `);
    out.mention(story.places[0] ?? '', 'place');
  });
  for (let i = 0; i < 9; i++) {
    sentence(() => {
      const id = said(pick(next, next() < 0.5 ? story.people : story.organizations), 'person');
      out.write(
        `${Array.from({ length: between(next, 4, 12) }, () => (next() < 0.4 ? pick(next, story.words) : word(next))).join(' ')} in `,
      );
      out.mention(pick(next, story.places), 'place');
      out.write(' while ');
      out.claim(between(next, 2, 90) * 7, pick(next, ['people', 'house', 'truck', 'day']), id);
      out.write(` ${Array.from({ length: between(next, 2, 8) }, () => word(next)).join(' ')}`);
    });
  }
  const site = pick(next, outlets);
  const published = new Date(story.day * 86_400_000).toISOString().slice(0, 10);
  const url = `https://${site}.example/${published}/${story.number}-${serial}`;
  return {
    story: story.number,
    annotation: out.annotation,
    article: {
      url,
      canonicalUrl: url,
      title: `${capital(kind.topic)} in ${story.places[0]}: ${story.value.toLocaleString('en-US')} ${pick(next, story.words)} ${pick(next, story.words)}`,
      byline: `By ${name(next, 2)} ${name(next, 2)}`,
      siteName: site,
      publishedAt: published,
      modifiedAt: null,
      language: 'en',
      text: out.text().trimEnd(),
    },
  };
}

/** Reports in the order in which they appear: about twelve stories run at any time, each for weeks. */
export function* syntheticReports(count: number, seed = 1): Generator<SyntheticReport> {
  const next = random(seed);
  const places = Array.from({ length: 60 }, () => name(next, 2));
  const running: Story[] = [];
  let stories = 0;
  let day = 16_000;
  for (let serial = 0; serial < count; serial++) {
    if (next() < 0.35) day++;
    if (running.length < 12 || next() < 0.12) running.push(newStory(next, stories++, day, places));
    if (running.length > 12) running.splice(Math.floor(next() * 6), 1);
    const story = pick(next, running);
    story.day = day;
    yield tell(next, story, serial);
  }
}
