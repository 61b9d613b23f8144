import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readLibraryFile } from '../../lib/export/import';
import { reports } from './reports';
import { run } from './run';

describe('export', () => {
  it('json is a backup that the product reads back', async () => {
    const { out, status } = await run(
      'export',
      [{ ...reports[0], note: 'my note', tags: ['sea'] }],
      '--format',
      'json',
    );
    expect(status).toBe(0);
    const { reports: read } = await readLibraryFile(out);
    expect(read).toHaveLength(1);
    expect(read[0]?.report).toMatchObject({ id: 'ferry-1', note: 'my note', tags: ['sea'] });
    expect(read[0]?.versions[0]?.text).toBe(reports[0]?.text);
  });

  it('csv has a row for every claim that annotate finds', async () => {
    const [csv, annotated] = await Promise.all([run('export', reports, '--format', 'csv'), run('annotate', reports)]);
    const { data, errors } = Papa.parse<Record<string, string>>(csv.out, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    const claims = annotated.out
      .trim()
      .split('\n')
      .flatMap((line) => JSON.parse(line).claims as { id: string }[]);
    expect(data.map((row) => row['claim_id'])).toEqual(claims.map(({ id }) => id));
    expect(data.find((row) => row['low'] === '14')).toMatchObject({
      quote: 'at least 14 people',
      title: reports[0]?.title,
    });
  });

  it.each(['markdown', 'w3c', 'ris', 'bibtex', 'csl-json', 'html'])('%s holds every report', async (format) => {
    const { out, status, err } = await run('export', reports, '--format', format);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const { url } of reports) expect(out).toContain(url);
  });
});
