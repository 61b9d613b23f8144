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

/** Milliseconds of processor time that this process has used: what others do on the machine counts less than on a clock. */
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** @param warm milliseconds that each contender runs before it is measured, twice at least: compilers take seconds to settle. @returns in the order given. */
export function measure(contenders: readonly Contender[], turns: number, warm = 5000): Measured[] {
  const times: number[][] = contenders.map(() => []);
  for (const { run } of contenders) {
    const start = used();
    run();
    do run();
    while (used() - start < warm);
  }
  for (let turn = 0; turn < turns; turn++)
    for (const [i, { run }] of contenders.entries()) {
      const start = used();
      run();
      times[i]?.push(used() - start);
    }
  return contenders.map(({ name }, i) => ({
    name,
    milliseconds: median(times[i] ?? []),
    ratio: median((times[0] ?? []).map((first, turn) => first / (times[i]?.[turn] ?? Number.NaN))),
  }));
}
