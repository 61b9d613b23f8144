/**
 * Writes the newest of many values, one write at a time: a person types faster than a transaction completes, and an earlier
 * value must never land after a later one.
 * @returns call it with each value; `settled` hears after each write whether more is waiting, and what went wrong
 */
export function keepLatest<T>(
  write: (value: T) => Promise<unknown>,
  settled: (outcome: { pending: boolean; error: unknown }) => void,
): (value: T) => void {
  let next: { value: T } | null = null;
  let writing = false;
  const run = async () => {
    writing = true;
    while (next) {
      const { value } = next;
      next = null;
      let error: unknown = null;
      try {
        await write(value);
      } catch (reason) {
        error = reason;
      }
      settled({ pending: next !== null, error });
    }
    writing = false;
  };
  return (value) => {
    next = { value };
    if (!writing) void run();
  };
}
