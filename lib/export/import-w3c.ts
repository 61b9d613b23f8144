/**
 * Reading W3C Web Annotations (JSON-LD, w3.org/TR/annotation-model): a collection, a page, a list or one annotation; and the JSON
 * that Hypothesis gives, which is nearly that. What Claimbook wrote for claims it reads itself is left out: only the person's own
 * words come back.
 */
import type { Brought } from '../library/annotations';
import { ImportError } from './import';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const string = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Under its name, its compact one, or as a list with one entry: JSON-LD allows all of them. */
const entry = (object: Json, ...names: string[]): unknown => {
  for (const name of names) if (Object.hasOwn(object, name)) return object[name];
  return undefined;
};

/** Longer quotes and notes come from no person. */
const longest = 20_000;
const most = 100_000;
/** Collections in pages in lists: deeper is no annotation. */
const deepest = 6;

function* annotationsIn(value: unknown, depth = 0): Generator<Json> {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const one of value) yield* annotationsIn(one, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  if (entry(value, 'target', 'oa:hasTarget') !== undefined) {
    yield value;
    return;
  }
  for (const name of ['first', 'items', 'as:items', '@graph', 'rows', 'annotations'])
    if (Object.hasOwn(value, name)) yield* annotationsIn(value[name], depth + 1);
}

/** FNV-1a, twice: annotations without an id of their own get one from what they say. */
function hashOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function quoteIn(target: Json): Brought['quote'] {
  for (const selector of list(entry(target, 'selector', 'oa:hasSelector'))) {
    if (!isObject(selector)) continue;
    const exact = string(entry(selector, 'exact', 'oa:exact'));
    if (exact)
      return {
        exact: exact.slice(0, longest),
        prefix: string(entry(selector, 'prefix', 'oa:prefix')).slice(-32),
        suffix: string(entry(selector, 'suffix', 'oa:suffix')).slice(0, 32),
      };
    const refined = entry(selector, 'refinedBy');
    const inner = isObject(refined) ? quoteIn({ selector: refined }) : null;
    if (inner) return inner;
  }
  return null;
}

function read(annotation: Json): Brought[] {
  const notes: string[] = [];
  const tags: string[] = [];
  for (const body of list(entry(annotation, 'body', 'bodyValue', 'oa:hasBody'))) {
    if (typeof body === 'string') notes.push(body);
    if (!isObject(body)) continue;
    const purposes = list(body['purpose']);
    // What the engine read stands in the saved report as well.
    if (purposes.includes('classifying')) return [];
    const value = string(entry(body, 'value', 'chars', 'cnt:chars'));
    if (purposes.includes('tagging')) tags.push(value);
    else if (value) notes.push(value);
  }
  // Hypothesis' own names.
  notes.push(string(annotation['text']));
  tags.push(...list(annotation['tags']).map(string));
  const note = notes.filter(Boolean).join('\n\n').slice(0, longest);
  const created = string(entry(annotation, 'modified', 'created', 'updated'));
  const createdAt = Number.isNaN(Date.parse(created)) ? null : new Date(created).toISOString();
  return list(entry(annotation, 'target', 'oa:hasTarget')).flatMap((target): Brought[] => {
    const source = isObject(target)
      ? string(entry(target, 'source', 'oa:hasSource')) ||
        string(entry(target, 'id', '@id')) ||
        string(annotation['uri'])
      : string(target);
    if (!/^https?:\/\//.test(source)) return [];
    const quote = isObject(target) ? quoteIn(target) : null;
    const tagged = tags.map((tag) => tag.slice(0, 200)).filter(Boolean);
    if (!quote && !note && tagged.length === 0) return [];
    const own = string(entry(annotation, 'id', '@id'));
    const id = `w3c:${hashOf(JSON.stringify([own, source, quote?.exact ?? null, own ? '' : note]))}`;
    return [{ id, source, quote, note, tags: tagged, createdAt }];
  });
}

/** Does this JSON look like annotations, and not like a backup of Claimbook? */
export const isAnnotations = (data: unknown): boolean => !annotationsIn(data).next().done;

/** @throws ImportError for what holds no annotation of web pages */
export function readAnnotations(data: unknown): Brought[] {
  const brought: Brought[] = [];
  for (const annotation of annotationsIn(data)) {
    brought.push(...read(annotation));
    if (brought.length > most)
      throw new ImportError([
        { key: 'failure.import.tooMany', values: { most: String(most) } },
        'failure.import.nothing',
      ]);
  }
  if (brought.length === 0) throw new ImportError(['failure.import.noNotes', 'failure.import.nothing']);
  return brought;
}
