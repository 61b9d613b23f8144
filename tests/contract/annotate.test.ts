import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { annotationSchema } from '../../lib/annotation';
import { reports } from './reports';
import { rows, run } from './run';

const rowSchema = z.extend(annotationSchema, { id: z.string() });

describe('annotate', () => {
  it('writes a complete annotation for each report, in order', async () => {
    const outcome = await run('annotate', reports);
    expect(outcome).toMatchObject({ status: 0, err: '' });
    const found = rows(outcome).map((row) => rowSchema.parse(row));
    expect(found.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
    for (const [index, { sentences, actors, claims, attributions }] of found.entries()) {
      const text = reports[index]?.text ?? '';
      const spans = [
        ...sentences,
        ...actors.flatMap(({ mentions }) => mentions),
        ...claims,
        ...attributions.map(({ cue }) => cue),
      ];
      expect(sentences.length).toBeGreaterThan(0);
      for (const { start, end } of spans) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      const statements = new Set(attributions.map(({ id }) => id));
      const known = new Set(actors.map(({ id }) => id));
      for (const { attribution } of claims) if (attribution !== null) expect(statements).toContain(attribution);
      for (const { source } of attributions) for (const id of source?.actors ?? []) expect(known).toContain(id);
    }
  });

  it('finds the numbers that a reader would', async () => {
    const [ferry] = rows(await run('annotate', reports.slice(0, 1)));
    const { claims } = rowSchema.parse(ferry);
    expect(claims.map(({ quantity }) => quantity.low)).toEqual(expect.arrayContaining([14, 212, 150]));
    expect(claims.find(({ quantity }) => quantity.low === 14)).toMatchObject({
      quantity: { modifier: 'at_least' },
      unit: { name: 'people' },
    });
  });

  it('says the same twice', async () => {
    const [first, second] = await Promise.all([run('annotate', reports), run('annotate', reports)]);
    expect(second.out).toBe(first.out);
  });
});
