import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { reports } from './reports';
import { rows, run } from './run';

const rowSchema = z.object({
  id: z.string(),
  related: z.array(z.object({ id: z.string(), score: z.number().check(z.gte(0), z.lte(1)) })),
  claims: z.array(
    z.object({
      claim: z.string(),
      earlier: z.array(
        z.object({
          report: z.string(),
          claim: z.string(),
          relation: z.enum(['same', 'overlaps', 'higher', 'lower', 'adds', 'part_of']),
        }),
      ),
    }),
  ),
});

describe('crossref', () => {
  it('relates the reports on one story, and compares what they count', async () => {
    const [outcome, annotated] = await Promise.all([run('crossref', reports), run('annotate', reports)]);
    expect(outcome).toMatchObject({ status: 0, err: '' });
    const found = rows(outcome).map((row) => rowSchema.parse(row));
    expect(found.map(({ id, related }) => [id, related.map((one) => one.id)])).toEqual([
      ['ferry-1', []],
      ['steel-1', []],
      ['ferry-2', ['ferry-1']],
    ]);
    const claims = rows(annotated).map((row) => row['claims'] as { id: string; quantity: { low: number } }[]);
    const lowOf = (report: number, id: string) => claims[report]?.find((claim) => claim.id === id)?.quantity.low;
    const links = found[2]?.claims.flatMap(({ claim, earlier }) =>
      earlier.map((link) => [lowOf(2, claim), link.relation, lowOf(0, link.claim)]),
    );
    expect(links).toEqual(
      expect.arrayContaining([
        [23, 'higher', 14],
        [212, 'same', 212],
      ]),
    );
  });

  it('looks at earlier lines only', async () => {
    const turned = rows(await run('crossref', [...reports].reverse())).map((row) => rowSchema.parse(row));
    expect(turned.map(({ id, related }) => [id, related.map((one) => one.id)])).toEqual([
      ['ferry-2', []],
      ['steel-1', []],
      ['ferry-1', ['ferry-2']],
    ]);
  });
});
