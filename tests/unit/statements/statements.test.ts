import { describe, expect, it } from 'vitest';
import type { Attribution, Span } from '../../../lib/annotation';
import { findAttributions } from '../../../lib/claims/statements/statements';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();
const read = (text: string): Attribution[] => findAttributions(readDocument(text, 'en', engine), [], engine);

interface Marked {
  text: string;
  source: Span | null;
  cue: Span;
  content: Span;
}

/** Reads a text with one statement marked: [source], {cue}, <content>. */
function unmark(marked: string): Marked {
  const brackets: Record<string, [name: 'source' | 'cue' | 'content', opens: boolean]> = {
    '[': ['source', true],
    ']': ['source', false],
    '{': ['cue', true],
    '}': ['cue', false],
    '<': ['content', true],
    '>': ['content', false],
  };
  let text = '';
  const spans: Partial<Record<'source' | 'cue' | 'content', Span>> = {};
  for (const character of marked) {
    const bracket = brackets[character];
    if (!bracket) text += character;
    else if (bracket[1]) spans[bracket[0]] = { start: text.length, end: text.length };
    else spans[bracket[0]] = { start: spans[bracket[0]]?.start ?? 0, end: text.length };
  }
  const { source = null, cue, content } = spans;
  if (!cue || !content) throw new Error(`cue or content is not marked in ${marked}`);
  return { text, source, cue, content };
}

const overlap = (a: Span, b: Span): number => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (a.end - a.start + b.end - b.start - shared);
};

describe('statements that are found', () => {
  const table: Record<string, string[]> = {
    'direct speech': [
      '<"We will rebuild the bridge before winter,"> {said} [Nadia Okafor, the mayor of Brenn].',
      '<"The pumps have failed,"> [engineer Paul Hask] {told} reporters on Tuesday.',
      '[Ms. Duval] {said}: <"Nobody was warned.">',
    ],
    'indirect speech': [
      '[The interior ministry] {said} on Friday that <fourteen people had been arrested>.',
      '<The ferry had been inspected in March>, [the operator] {said}.',
      '[The report] {shows} that <most of the wells are dry>.',
    ],
    'according to': [
      '{According to} [the port authority], <nine ships were turned away>.',
      '<The tunnel will open in May>, {according to} [two officials who were briefed on the plan].',
    ],
    'a source of its own kind': [
      '<The minister plans to resign>, [people familiar with the matter] {said}.',
      '[A poll by Norvik University] {found} that <six in ten voters want a new election>.',
    ],
    'no named source': [
      '{It was reported} that <the talks had collapsed>.'.replace('{It was reported}', 'It {was reported}'),
    ],
    'a noun as cue': ["Last night the court rejected [Torrin's] {claim} that <the vote was rigged>."],
    'carried on from the sentence before': [
      'The general spoke for an hour. [He] {added} that <two more brigades would follow>.',
      '[The bank] reported a loss and {said} that <it would close nine branches>.',
    ],
  };
  for (const [kind, sentences] of Object.entries(table))
    for (const marked of sentences)
      it(`${kind}: ${marked}`, () => {
        const { text, source, cue, content } = unmark(marked);
        const found = read(text).find((statement) => overlap(statement.cue, cue) > 0);
        expect(found, 'a statement with this cue').toBeDefined();
        if (!found) return;
        expect(found.source && text.slice(found.source.start, found.source.end)).toBe(
          source && text.slice(source.start, source.end),
        );
        expect(overlap(found.content, content)).toBeGreaterThan(0.75);
      });

  it('joins the pieces of a quotation over two paragraphs', () => {
    const text =
      '"The harbour is safe," said Ruth Almqvist, who runs the port. "We checked every wall."\n\n"We will check again in June," she added.';
    const [first, second] = read(text);
    expect(first && text.slice(first.content.start, first.content.end)).toContain('We checked every wall.');
    expect(second?.source && text.slice(second.source.start, second.source.end)).toBe('she');
  });

  it('finds a statement inside a statement', () => {
    const text = 'The senator told reporters that the agency had warned that the dam would fail.';
    const sources = read(text).map(({ source }) => source && text.slice(source.start, source.end));
    expect(sources).toEqual(['The senator', 'the agency']);
  });

  it('leaves the dateline out', () => {
    const text = 'BRENN, Norvik — The river has fallen by a metre, the water board said on Monday.';
    const [statement] = read(text);
    expect(statement && text.slice(statement.content.start, statement.content.end)).toBe(
      'The river has fallen by a metre',
    );
  });

  it('gives ids in order and leaves the actors to others', () => {
    const found = read('The mayor said the bridge is safe. The engineer denied that the bridge is safe.');
    expect(found.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(found.every(({ source }) => source?.actors.length === 0)).toBe(true);
  });
});

describe('what is no statement', () => {
  for (const text of [
    'A spokesman for the ministry declined to comment.',
    'The company did not respond to a request for comment.',
    'The colonel ordered his men to withdraw.',
    'The river rose by two metres overnight.',
    'The official asked not to be named.',
  ])
    it(text, () => expect(read(text)).toEqual([]));
});

describe('cue beside cue', () => {
  it('still finds who said what, quotation after quotation', () => {
    const text = '"The dam broke," said Ann Lee. '.repeat(80);
    const found = read(text);
    expect(found).toHaveLength(80);
    for (const { source, content } of found) {
      expect(source && text.slice(source.start, source.end)).toBe('Ann Lee');
      expect(text.slice(content.start, content.end)).toContain('The dam broke');
    }
  });
});
