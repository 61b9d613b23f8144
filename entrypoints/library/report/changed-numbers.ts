/** Numbers of `later` that `earlier` had not, and the other way round; one that stands twice counts twice. */
export function changedNumbers(
  earlier: readonly string[],
  later: readonly string[],
): { added: string[]; gone: string[] } {
  const without = (from: readonly string[], taken: readonly string[]) => {
    const left = [...taken];
    return from.filter((one) => {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return { added: without(later, earlier), gone: without(earlier, later) };
}
