/**
 * The self-check of the figures: a set is cut into parts by its rows' ids, and each part is scored by itself. A figure that holds only on some parts is
 * no figure to rely on: what the others of a kind would give lies within the spread. Models that were fitted to data are cross-validated where they are
 * trained (scripts/train); here nothing is fitted, and the parts show how much chance is in a figure.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Spread {
  mean: number;
  /** Standard deviation over the parts (n - 1). */
  deviation: number;
  least: number;
  most: number;
}

const rowsOf = (file: string): string[] => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
};
const idOf = (row: string): string => (JSON.parse(row) as { id: string }).id;
const partOf = (id: string, parts: number): number => createHash('sha256').update(id).digest().readUInt32BE(0) % parts;

/**
 * @param gold @param predictions JSON Lines files with the same ids
 * @param parts how many, at least 2
 * @param score figures of a gold file and its predictions, by metric
 * @param scratch path without ending for the files of the parts
 * @returns by metric; parts without a single gold row are left out
 */
export function spreadOver(
  gold: string,
  predictions: string,
  parts: number,
  score: (gold: string, predictions: string) => Record<string, number>,
  scratch: string,
): Record<string, Spread> {
  const goldRows = rowsOf(gold);
  const predictedRows = rowsOf(predictions);
  const values = new Map<string, number[]>();
  for (let part = 0; part < parts; part++) {
    const within = (row: string) => partOf(idOf(row), parts) === part;
    const own = goldRows.filter(within);
    if (own.length === 0) continue;
    const [goldFile, predictedFile] = [`${scratch}.${part}.gold.jsonl`, `${scratch}.${part}.predicted.jsonl`];
    writeFileSync(goldFile, `${own.join('\n')}\n`);
    writeFileSync(predictedFile, `${predictedRows.filter(within).join('\n')}\n`);
    for (const [metric, value] of Object.entries(score(goldFile, predictedFile)))
      if (Number.isFinite(value)) values.set(metric, [...(values.get(metric) ?? []), value]);
  }
  return Object.fromEntries(
    [...values].map(([metric, list]) => {
      const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
      const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return [
        metric,
        {
          mean,
          deviation: Math.sqrt(squares / Math.max(1, list.length - 1)),
          least: Math.min(...list),
          most: Math.max(...list),
        },
      ];
    }),
  );
}
