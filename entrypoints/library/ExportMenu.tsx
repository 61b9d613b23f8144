interface ExportMenuProps {
  /** The reports to write; null: the whole library. */
  reportIds: string[] | null;
  /** How many that are, where known. */
  count: number | null;
}

export function ExportMenu(_: ExportMenuProps) {
  return null;
}
