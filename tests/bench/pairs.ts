/** Measuring on a machine that is never quiet: everything in one run, turn by turn, and only ratios are told. */

export interface Contender {
  name: string;
  run: () => unknown;
}

export interface Measured {
  name: string;
  /** Median milliseconds of a turn. */
  milliseconds: number;
  /** Median over the turns of: the first contender's time divided by this one's. 1 for the first. */
  ratio: number;
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** @param turns after two that only warm up. @returns in the order given. */
export function measure(contenders: readonly Contender[], turns: number): Measured[] {
  const times: number[][] = contenders.map(() => []);
  for (let turn = -2; turn < turns; turn++)
    for (const [i, { run }] of contenders.entries()) {
      const start = performance.now();
      run();
      const took = performance.now() - start;
      if (turn >= 0) times[i]?.push(took);
    }
  return contenders.map(({ name }, i) => ({
    name,
    milliseconds: median(times[i] ?? []),
    ratio: median((times[0] ?? []).map((first, turn) => first / (times[i]?.[turn] ?? Number.NaN))),
  }));
}
