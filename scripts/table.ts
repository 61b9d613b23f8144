/** Rows as a table for a terminal; cells that are too long are cut. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widest = 44): string {
  const cut = (cell: string) => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell);
  const all = [head, ...rows].map((row) => row.map((cell) => cut(cell.replace(/\s+/g, ' '))));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [first = [], ...rest] = all;
  return [line(first), widths.map((width) => '─'.repeat(width)).join('  '), ...rest.map(line)].join('\n');
}
