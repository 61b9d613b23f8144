/** A moment after `previous` even when the clock was set back: "newer" must stay newer. */
export function momentAfter(previous: string | undefined): string {
  const now = new Date().toISOString();
  return previous === undefined || now > previous ? now : new Date(Date.parse(previous) + 1).toISOString();
}
