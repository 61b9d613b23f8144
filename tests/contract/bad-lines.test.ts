import { describe, expect, it } from 'vitest';
import { reports } from './reports';
import { rows, run } from './run';

const [good] = reports.map((report) => JSON.stringify(report));
const page = JSON.stringify({ id: 'p', url: 'https://herald.example/', html: '<p>Hello</p>' });

describe.each([
  { command: 'annotate', good, args: [] as string[] },
  { command: 'crossref', good, args: [] },
  { command: 'export', good, args: ['--format', 'csv'] },
  { command: 'read-page', good: page, args: [] },
])('$command', ({ command, good, args }) => {
  const lacking = command === 'read-page' ? '{"id":"x"}' : '{"id":"x","title":"no text"}';
  const cases: [string, string][] = [
    ['no JSON', '{"id": "x", '],
    ['something missing', lacking],
  ];
  // All commands read their lines by one function: the rest is asked of one of them.
  if (command === 'annotate')
    cases.push(
      ['no object', '[1]'],
      ['null', 'null'],
      ['no id', '{"text":"a"}'],
      ['an id that is no string', '{"id":7,"text":"a"}'],
    );
  it.each(cases)('ends at a line with %s, naming it', async (_, bad) => {
    const outcome = await run(command, `${good}\n${bad}\n${good}\n`, ...args);
    expect(outcome.status).toBe(2);
    expect(outcome.err).toMatch(/^line 2: [^\n]+\n$/);
    // What came before the bad line may be out already; nothing is written for it and after it.
    if (command === 'export') expect(outcome.out).toBe('');
    else expect(rows(outcome).length).toBeLessThanOrEqual(1);
  });

  it('passes over blank lines, and counts them', async () => {
    const outcome = await run(command, `\n${good}\n\n{\n`, ...args);
    expect(outcome).toMatchObject({ status: 2, err: expect.stringMatching(/^line 4: /) });
  });

  it('has nothing to say about nothing', async () => {
    const outcome = await run(command, '', ...args);
    expect(outcome).toMatchObject({ status: 0, err: '' });
  });
});

describe('export', () => {
  it.each([['--format', 'docx'], ['--format'], []])('refuses %j %j and names the formats', async (...args) => {
    const outcome = await run('export', `${good}\n`, ...args.filter((arg) => arg !== undefined));
    expect(outcome).toMatchObject({ status: 2, out: '' });
    expect(outcome.err).toMatch(/^[^\n]+\n$/);
    for (const name of ['json', 'csv', 'w3c', 'ris', 'bibtex', 'csl-json', 'html', 'markdown'])
      expect(outcome.err).toContain(name);
  });
});
