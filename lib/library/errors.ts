/** What can go wrong with the library, said for people. */

export type LibraryErrorCode =
  /** The browser gives this window no storage (private window, blocked site data). */
  | 'blocked'
  /** The disk or the browser's share of it is full. */
  | 'quota'
  /** A newer version of the extension has written this library. */
  | 'newer'
  /** What is stored does not have the shape it should have. */
  | 'damaged'
  /** The report is not in the library (any more). */
  | 'missing'
  | 'failed';

export class LibraryError extends Error {
  override name = 'LibraryError';
  constructor(
    readonly code: LibraryErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Dexie wraps what the browser threw; the reason is in the chain. */
function namesOf(error: unknown): Set<string> {
  const names = new Set<string>();
  let cause = error as { name?: unknown; inner?: unknown; cause?: unknown } | null | undefined;
  for (let depth = 0; cause && typeof cause === 'object' && depth < 5; depth++) {
    if (typeof cause.name === 'string') names.add(cause.name);
    cause = (cause.inner ?? cause.cause) as typeof cause;
  }
  return names;
}

/** @param doing what was tried, after "could not": "save this report". */
export function toLibraryError(error: unknown, doing: string): LibraryError {
  if (error instanceof LibraryError) return error;
  const names = namesOf(error);
  const has = (...known: string[]) => known.some((name) => names.has(name));
  const options = { cause: error };
  if (has('QuotaExceededError'))
    return new LibraryError(
      'quota',
      `Could not ${doing}: the disk, or the browser's share of it, is full. Nothing was changed. Export reports you no longer need, delete them, empty the bin, and try again.`,
      options,
    );
  if (has('VersionError'))
    return new LibraryError(
      'newer',
      `Could not ${doing}: this library was written by a newer version of Claimbook. Nothing was changed. Update the extension and try again.`,
      options,
    );
  const opening = has('OpenFailedError', 'DatabaseClosedError');
  const denied = has('MissingAPIError', 'SecurityError', 'InvalidStateError', 'UnknownError');
  // What an upgrade of the schema meets: rows or indexes that are not as they should be.
  if (
    opening &&
    !denied &&
    has('UpgradeError', 'ModifyError', 'TypeError', 'DataError', 'ConstraintError', 'NotFoundError')
  )
    return new LibraryError(
      'damaged',
      `Could not ${doing}: what is stored cannot be read as it is. Nothing was changed. Export what can be rescued, delete the library, and import the file.`,
      options,
    );
  if (denied || has('OpenFailedError'))
    return new LibraryError(
      'blocked',
      `Could not ${doing}: the browser gives Claimbook no storage here. Nothing was changed. In a private window, or when site data is blocked, reports cannot be kept; marks and cards work on.`,
      options,
    );
  return new LibraryError(
    'failed',
    `Could not ${doing}. Nothing was changed. Try again; if it fails again, export your library and report this: ${error instanceof Error ? error.message : String(error)}`,
    options,
  );
}
