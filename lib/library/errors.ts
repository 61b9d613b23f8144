/** What can go wrong with the library, said for people. */
import { type Doing, Failure, type FailureKey, type Sentence } from '../failure';

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

export class LibraryError extends Failure {
  override name = 'LibraryError';
  /** @param said what happened, what was kept, what to do */
  constructor(
    readonly code: LibraryErrorCode,
    said: FailureKey | readonly (FailureKey | Sentence)[],
    options?: ErrorOptions,
  ) {
    super(said, options);
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

function codeOf(error: unknown): Exclude<LibraryErrorCode, 'missing'> {
  const names = namesOf(error);
  const has = (...known: string[]) => known.some((name) => names.has(name));
  if (has('QuotaExceededError')) return 'quota';
  if (has('VersionError')) return 'newer';
  const opening = has('OpenFailedError', 'DatabaseClosedError');
  const denied = has('MissingAPIError', 'SecurityError', 'InvalidStateError', 'UnknownError');
  // What an upgrade of the schema meets: rows or indexes that are not as they should be.
  if (
    opening &&
    !denied &&
    has('UpgradeError', 'ModifyError', 'TypeError', 'DataError', 'ConstraintError', 'NotFoundError')
  )
    return 'damaged';
  return denied || has('OpenFailedError') ? 'blocked' : 'failed';
}

/** What a failure of storage says after what was tried. */
const told: Record<Exclude<LibraryErrorCode, 'missing' | 'failed'>, readonly FailureKey[]> = {
  quota: ['failure.library.quota', 'failure.unchanged', 'failure.library.makeRoom'],
  newer: ['failure.library.newer', 'failure.unchanged', 'failure.library.update'],
  damaged: ['failure.library.damaged', 'failure.unchanged', 'failure.library.rescue'],
  blocked: ['failure.library.blocked', 'failure.unchanged', 'failure.library.allow'],
};

/** @param doing what was tried */
export function libraryFull(doing: Doing): LibraryError {
  return new LibraryError('quota', [`failure.doing.${doing}`, ...told.quota]);
}

/** @param doing what was tried */
export function toLibraryError(error: unknown, doing: Doing): LibraryError {
  if (error instanceof LibraryError) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  const rest: readonly (FailureKey | Sentence)[] =
    code === 'failed' ? ['failure.unchanged', { key: 'failure.report', values: { detail } }] : told[code];
  return new LibraryError(code, [`failure.doing.${doing}`, ...rest], { cause: error });
}
