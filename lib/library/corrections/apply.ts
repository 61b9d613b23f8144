/**
 * The person's corrections, laid over what the engine read. The engine's own annotation stays as it is in the versions, so
 * that a correction outlives every newer engine and can be taken back. Plain Node: no database, no browser.
 */
import type { Actor, Annotation, Claim, Span } from '../../annotation';
import { actorKey } from '../../crossref/actor-key';
import { fold } from '../../crossref/terms';
import { anchor } from '../../highlight/quote';
import type { Correction, Selector } from '../rows';
import { type CorrectedText, hostOf, patternOf } from './keys';

type Kind<K extends Correction['kind']> = Extract<Correction, { kind: K }>;
type Mark = Kind<'mark'>;

/** Steps of the fuzzy search for one passage (512 columns each): texts are long, corrections few. */
const searchSteps = 200;

/** Where a passage stands in a text; null when it is not there, or there with another number. */
export function placeOf(text: string, selector: Selector): Span | null {
  // Most often nothing has moved.
  if (text.startsWith(selector.exact, selector.start)) {
    const { start, end, prefix, suffix } = selector;
    if (text.startsWith(suffix, end) && text.slice(Math.max(0, start - prefix.length), start) === prefix)
      return { start, end };
  }
  let steps = 0;
  const place = anchor(text, selector, () => ++steps > searchSteps);
  return place.status === 'found' || place.status === 'moved' ? { start: place.start, end: place.end } : null;
}

const overlap = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** @param corrections those that concern the article (see `keys.ts`), revoked ones may be among them */
export function correctAnnotation(
  article: CorrectedText,
  annotation: Annotation,
  corrections: readonly Correction[],
): Annotation {
  const valid = corrections
    .filter(({ revokedAt }) => revokedAt === null)
    // Later decisions are laid over earlier ones.
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  if (valid.length === 0) return annotation;
  const claims = correctClaims(article, annotation, valid);
  const actors = correctActors(article, annotation, valid);
  if (claims === annotation.claims && actors === annotation.actors) return annotation;
  return { ...annotation, claims, actors, attributions: followed(annotation, actors) };
}

/** Sources name actors by id: where an actor's mentions went to another one, its source goes with them. */
function followed({ actors: before, attributions }: Annotation, actors: readonly Actor[]): Annotation['attributions'] {
  if (actors === before) return attributions;
  const owners = new Map(actors.flatMap(({ id, mentions }) => mentions.map(({ start }) => [start, id] as const)));
  const old = new Map(before.map((actor) => [actor.id, actor]));
  const present = new Set(actors.map(({ id }) => id));
  return attributions.map((attribution) => {
    const { source } = attribution;
    if (!source) return attribution;
    const now = source.actors.flatMap((id) => {
      const mentions = old.get(id)?.mentions ?? [];
      const named = mentions.find((mention) => overlap(mention, source) > 0);
      // A pronoun stands for an actor that is named elsewhere.
      const mention = named ?? (present.has(id) ? undefined : mentions[0]);
      const owner = mention ? owners.get(mention.start) : present.has(id) ? id : undefined;
      return owner === undefined ? [] : [owner];
    });
    return { ...attribution, source: { ...source, actors: [...new Set(now)] } };
  });
}

/** The claim a passage speaks of: the one it covers most of. */
function claimAt(claims: readonly Claim[], span: Span): Claim | undefined {
  let best: Claim | undefined;
  let most = 0;
  for (const claim of claims) {
    const shared = overlap(claim, span);
    if (shared > most) [best, most] = [claim, shared];
  }
  return best;
}

function correctClaims(article: CorrectedText, annotation: Annotation, corrections: readonly Correction[]): Claim[] {
  const { text } = article;
  let { claims } = annotation;
  const host = hostOf(article.canonicalUrl);
  /** Claims that a correction means: at its passage, or by its pattern in the same outlet. */
  const meant = ({ selector, pattern, canonicalUrl }: Kind<'not-claim' | 'wrong-number'>): Set<Claim> => {
    const found = new Set<Claim>();
    const place = placeOf(text, selector);
    const here = place && claimAt(claims, place);
    if (here) found.add(here);
    if (pattern !== null && hostOf(canonicalUrl) === host)
      for (const claim of claims) if (patternOf(text, claim) === pattern) found.add(claim);
    return found;
  };
  for (const correction of corrections) {
    if (correction.kind === 'mark') {
      const marked = markedClaim(article, annotation, correction);
      if (marked)
        claims = [...claims.filter((claim) => overlap(claim, marked) <= 0), marked].sort((a, b) => a.start - b.start);
    } else if (correction.kind === 'not-claim') {
      const gone = meant(correction);
      if (gone.size > 0) claims = claims.filter((claim) => !gone.has(claim));
    } else if (correction.kind === 'wrong-number') {
      const wrong = meant(correction);
      const { quantity, unit } = correction;
      if (wrong.size > 0) claims = claims.map((claim) => (wrong.has(claim) ? { ...claim, quantity, unit } : claim));
    }
  }
  return claims;
}

/** Ids of claims that the person marked; the engine's own never start so. */
const markedId = (correction: Mark) => `m${correction.id}`;

function markedClaim({ text }: CorrectedText, annotation: Annotation, correction: Mark): Claim | null {
  const { as, quantity, unit, selector } = correction;
  const place = as === 'claim' && quantity && unit ? placeOf(text, selector) : null;
  if (!place || !quantity || !unit) return null;
  const statement = annotation.attributions.find(({ content }) => overlap(content, place) === place.end - place.start);
  // What else this source says here was read with its certainty; the writer's own words are stated as fact.
  const beside = statement && annotation.claims.find(({ attribution }) => attribution === statement.id);
  return {
    id: markedId(correction),
    ...place,
    quantity,
    unit,
    about: null,
    role: null,
    time: null,
    attribution: statement?.id ?? null,
    certainty: beside?.certainty ?? (statement ? 'unknown' : 'certain'),
    salience: 'major',
  };
}

function correctActors(article: CorrectedText, annotation: Annotation, corrections: readonly Correction[]): Actor[] {
  let { actors } = annotation;
  const here = ({ canonicalUrl }: { canonicalUrl: string | null }) =>
    canonicalUrl === null || canonicalUrl === article.canonicalUrl;
  for (const correction of corrections) {
    if (correction.kind === 'mark') actors = withMarkedActor(article.text, actors, correction);
    else if (correction.kind === 'not-actor' && here(correction))
      actors = actors.filter((actor) => actorKey(actor) !== correction.actor.key);
    else if (correction.kind === 'other-actor' && here(correction)) actors = split(article.text, actors, correction);
    else if (correction.kind === 'same-actor' && here(correction)) actors = joined(actors, correction);
  }
  return actors;
}

/** Names are marked wherever they stand as whole words and nothing is marked yet. */
function withMarkedActor(text: string, actors: Actor[], { as, actor, id }: Mark): Actor[] {
  if (as !== 'actor' || !actor?.name) return actors;
  const taken = actors.flatMap(({ mentions }) => mentions);
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  const mentions: Actor['mentions'] = [];
  for (let at = text.indexOf(actor.name); at >= 0; at = text.indexOf(actor.name, at + actor.name.length)) {
    const span = { start: at, end: at + actor.name.length };
    const whole = !isWord(span.start - 1) && !isWord(span.end);
    if (whole && taken.every((one) => overlap(one, span) <= 0)) mentions.push({ ...span, kind: actor.kind });
  }
  if (mentions.length === 0) return actors;
  const key = actorKey(actor);
  const known = actors.find((one) => actorKey(one) === key);
  if (!known) return [...actors, { id: `m${id}`, name: actor.name, kind: actor.kind, roles: [], mentions }];
  return actors.map((one) => (one === known ? withMentions(one, mentions) : one));
}

const withMentions = (actor: Actor, more: Actor['mentions']): Actor => ({
  ...actor,
  mentions: [...actor.mentions, ...more].sort((a, b) => a.start - b.start),
});

/** Mentions with the given words are somebody else's; `actors[0]` holds these words, `actors[1]` who it is. */
function split(text: string, actors: Actor[], { actors: [taken, right], id }: Kind<'other-actor'>): Actor[] {
  const words = fold(taken.name);
  const from = actors.find((actor) => actorKey(actor) === taken.key);
  const moved = from?.mentions.filter(({ start, end }) => fold(text.slice(start, end)) === words) ?? [];
  if (!from || moved.length === 0) return actors;
  const left = from.mentions.filter((mention) => !moved.includes(mention));
  const into = actors.find((actor) => actor !== from && actorKey(actor) === right.key);
  const others = actors.flatMap((actor) => {
    if (actor === from) return left.length > 0 ? [{ ...from, mentions: left }] : [];
    return [actor === into ? withMentions(into, moved) : actor];
  });
  return into ? others : [...others, { id: `m${id}`, name: right.name, kind: from.kind, roles: [], mentions: moved }];
}

/** `actors[0]` is `actors[1]`: they become one, under the second's name, and with it under its key. */
function joined(actors: Actor[], { actors: [one, kept] }: Kind<'same-actor'>): Actor[] {
  const from = actors.find((actor) => actorKey(actor) === one.key);
  if (!from || one.key === kept.key) return actors;
  const into = actors.find((actor) => actorKey(actor) === kept.key);
  const named = { ...(into ?? from), name: kept.name };
  const merged = into
    ? { ...withMentions(named, from.mentions), roles: [...new Set([...into.roles, ...from.roles])] }
    : named;
  return actors.flatMap((actor) => (actor === from ? (into ? [] : [merged]) : [actor === into ? merged : actor]));
}
