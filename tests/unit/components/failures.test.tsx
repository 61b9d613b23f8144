// @vitest-environment jsdom
/** What goes wrong is told in the language of the interface, wherever it is shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Said, Sentence } from '../../../lib/said';
import { english, messagesOf } from './words';

const { Failure } = await import('../../../lib/failure');
const { libraryFull, toLibraryError } = await import('../../../lib/library/errors');
const { failureInWords, saidInWords } = await import('../../../lib/ui-text/failure');
const { languages, speak } = await import('../../../lib/ui-text/language');
const { toastFailure, Toasts } = await import('../../../components/ui/Toasts');

// In jsdom a module has no address on the disk.
const root = process.cwd();
const read = (locale: string) =>
  new Map(messagesOf(JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8'))));
const inEnglish = read('en');

afterEach(async () => {
  cleanup();
  await speak(null);
});

/** A failure of each sort that storage has, as Dexie hands it on. */
const named = (name: string, inner?: unknown) =>
  Object.assign(new Error('in the browser’s own words'), { name, inner });
const failures: [string, unknown][] = [
  ['a full disk', named('AbortError', named('QuotaExceededError'))],
  ['no room before a save', libraryFull('saveReport')],
  ['a newer library', named('VersionError')],
  ['a damaged library', named('OpenFailedError', named('UpgradeError'))],
  ['a browser that gives no storage', named('OpenFailedError', named('SecurityError'))],
  ['a write that failed', named('AbortError')],
];

const others = Object.keys(languages).filter((language) => language !== 'en');

describe.each(others)('in %s', (language) => {
  const messages = read(language);
  const speaking = () => speak(language, async () => messages);

  test.each(failures)('%s: what happened, what was kept, what to do', async (_, cause) => {
    const error = toLibraryError(cause, 'saveReport');
    await speaking();
    const said = failureInWords(error);
    expect(said).toContain(messages.get('failure_doing_saveReport'));
    expect(said).toContain(messages.get('failure_unchanged'));
    // The browser's own words may stand at the end, as a detail for a report; none of ours is English.
    for (const { key } of error.said) {
      const english = inEnglish.get(key.replaceAll('.', '_')) ?? '';
      expect([key, said.includes(english.replace(' {detail}', ''))]).toEqual([key, false]);
    }
    expect(said).not.toMatch(/\{\w+\}/);
  });

  test('every failure has words of this language', async () => {
    await speaking();
    const names = [...messages.keys()].filter((name) => name.startsWith('failure_') || name.startsWith('reader_'));
    // Of rows of tables there is but the table's name and a number.
    for (const name of names.filter((name) => !['failure_then', 'failure_rescue_row'].includes(name)))
      expect([name, messages.get(name)]).not.toEqual([name, inEnglish.get(name)]);
  });

  test('a toast says it', async () => {
    await speaking();
    render(<Toasts>{null}</Toasts>);
    toastFailure(new Failure('failure.page.silent'));
    expect(await screen.findAllByText(messages.get('failure_page_silent') ?? 'no message')).not.toEqual([]);
  });

  test('what nobody foresaw is said to be that', async () => {
    await speaking();
    const said = failureInWords(new TypeError('x is undefined'));
    expect(said).toBe(messages.get('failure_unexpected')?.replace('{detail}', 'x is undefined'));
  });

  test('a failure of another version, which this one has no words for, is told without a hole', async () => {
    await speaking();
    const said = saidInWords([{ key: 'failure.ofTomorrow' } as unknown as Sentence] satisfies Said);
    expect(said).toBe(messages.get('reader_failed'));
  });
});

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
    if (entry.isDirectory()) yield* sources(join(folder, entry.name));
    else if (/\.tsx?$/.test(entry.name)) yield relative(root, join(root, folder, entry.name));
}
const code = ['lib', 'components', 'entrypoints']
  .flatMap((folder) => [...sources(folder)])
  .filter((file) => !/^lib\/(language|actors|claims|crossref|article|highlight)\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

describe('in the source', () => {
  /** Errors that no person can cause, or that are caught where they are thrown. */
  const internal = new Set([
    'lib/ui-text/language.ts',
    'lib/export/item.ts',
    'lib/export/exchange.ts',
    'components/card/copy.ts',
    'lib/failure.ts',
  ]);
  test('whoever throws something to be shown names its message', () => {
    const worded = code.filter(
      ({ file, text }) => !internal.has(file) && /new (?:\w*Error|Failure)\(\s*(?:'[^']* |`|"[^"]* )/.test(text),
    );
    expect(worded.map(({ file }) => file)).toEqual([]);
  });

  test('no component shows an error’s own, English message', () => {
    const raw = code.filter(
      ({ file, text }) => file.endsWith('.tsx') && /\b(?:error|failure|e)\)?\.message\b|String\(error\)/.test(text),
    );
    expect(raw.map(({ file }) => file)).toEqual([]);
  });

  test('every message about a failure is used', () => {
    const all = code.map(({ text }) => text).join('\n');
    const keys = messagesOf(english, [])
      .map(([name]) => name.replaceAll('_', '.'))
      .filter((key) => key.startsWith('failure.') && !key.startsWith('failure.doing.'));
    for (const key of keys) expect([key, all.includes(`'${key}'`)]).toEqual([key, true]);
    const doings = messagesOf((english['failure'] as typeof english)['doing'] as typeof english);
    for (const [doing] of doings) expect([doing, all.includes(`'${doing}'`)]).toEqual([doing, true]);
  });
});
