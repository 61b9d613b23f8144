/** Reading the product's own JSON back: the whole file is checked before anything of it is used. */
import type { Annotation, Span } from '../annotation';
import { Failure } from '../failure';
import { hashOf, newest } from '../library/new-report';
import type { SavedReport, Version } from '../library/rows';
import type { Belongings } from '../library/take-out';
import { formatName, formatVersion, type LibraryFile, librarySchema, noBelongings, sections } from './json';
import { type FileRow, isLineFile, LinesError, readLines } from './lines';

/** What is wrong with a file, for people; at most `listed` places are named. */
export class ImportError extends Failure {
  override name = 'ImportError';
  constructor(
    said: ConstructorParameters<typeof Failure>[0],
    /** Each says where and what: `report 3 ("Title"): versions.0.text: expected string`. */
    readonly places: readonly string[] = [],
  ) {
    super(said);
  }
}

const listed = 20;

const cutOff = (detail: string) => new ImportError(['failure.import.cut', 'failure.import.nothing'], [detail]);
const notJson = (detail: string) => new ImportError(['failure.import.notJson', 'failure.import.nothing'], [detail]);
const damaged = (places: readonly string[]) =>
  new ImportError(['failure.import.damaged', 'failure.import.nothing'], places.slice(0, listed));

function checkHead(data: unknown): void {
  const head = data as { format?: unknown; formatVersion?: unknown } | null;
  if (typeof head !== 'object' || head?.format !== formatName)
    throw new ImportError(['failure.import.notOurs', 'failure.import.nothing']);
  if (typeof head.formatVersion === 'number' && head.formatVersion > formatVersion)
    throw new ImportError(['failure.import.newer', 'failure.import.nothing']);
}

/** Reports handed on at once: memory stays level whatever the file's size. */
const reportsAtOnce = 250;
/** Browsers hold no longer text in one piece; files that Claimbook wrote are read line by line and may be longer. */
const longestWhole = 400_000_000;

/** Some of a file's content, checked; what belongs to the library beside reports comes before them. */
export interface LibraryPart {
  belongings: Belongings;
  reports: SavedReport[];
}

/**
 * Reads a backup part by part. A fault anywhere ends it with an ImportError, after the parts before: whoever writes goes through
 * the whole file once without writing.
 */
export async function* readLibrary(file: Blob): AsyncGenerator<LibraryPart> {
  if (await isLineFile(file)) {
    try {
      yield* readByLine(file);
      return;
    } catch (error) {
      if (!(error instanceof LinesError)) throw error;
      if (error.reason === 'cut') throw cutOff(error.message);
      if (error.reason === 'json') throw damaged([error.message]);
      // Written by an older version, or set anew by another program: read whole.
    }
  }
  if (file.size > longestWhole) throw new ImportError(['failure.import.tooLarge', 'failure.import.nothing']);
  const { reports, ...belongings } = await readLibraryFile(await file.text());
  yield { belongings, reports: [] };
  for (let from = 0; from < reports.length; from += reportsAtOnce)
    yield { belongings: noBelongings, reports: reports.slice(from, from + reportsAtOnce) };
}

async function* readByLine(file: Blob): AsyncGenerator<LibraryPart> {
  const places: string[] = [];
  const belongings: Belongings = { stories: [], notes: [], corrections: [], searches: [], drafts: [] };
  let reports: SavedReport[] = [];
  let [before, sawReports] = [true, false];
  for await (const row of readLines(file)) {
    if ('head' in row) {
      checkHead(row.head);
      continue;
    }
    // Older files have their reports first; corrections must come before them.
    if (row.section !== 'reports' && sawReports) throw new LinesError('shape', 'reports are not last');
    const checked = checkRow(row);
    places.push(...checked.faults);
    if (places.length > listed) throw damaged(places);
    if (checked.faults.length) continue;
    if (row.section !== 'reports') {
      (belongings[row.section] as unknown[]).push(checked.value);
      continue;
    }
    sawReports = true;
    reports.push(await derivedAnew(checked.value as SavedReport));
    if (reports.length < reportsAtOnce || places.length) continue;
    yield { belongings: before ? belongings : noBelongings, reports };
    [before, reports] = [false, []];
  }
  if (places.length) throw damaged(places);
  if (before || reports.length) yield { belongings: before ? belongings : noBelongings, reports };
}

/** @returns the row without what the schema does not know, or what is wrong with it */
function checkRow({ section, index, value }: FileRow): { value: unknown; faults: string[] } {
  const parsed = sections[section].safeParse(value);
  const title = (value as { report?: { title?: unknown } } | null)?.report?.title;
  const name =
    section === 'reports'
      ? `report ${index + 1}${typeof title === 'string' ? ` ("${title.slice(0, 60)}")` : ''}`
      : `${section}.${index}`;
  if (!parsed.success)
    return {
      value,
      faults: parsed.error.issues.map(({ path, message }) => `${name}: ${path.map(String).join('.')}: ${message}`),
    };
  const faults = section === 'reports' ? faultsOf(parsed.data as SavedReport).map((fault) => `${name}: ${fault}`) : [];
  return { value: parsed.data, faults };
}

/**
 * @returns the file's content, checked: every offset inside its text, every reference to something there, every version
 *   numbered once; hashes and other entries that follow from the text are made anew.
 * @throws ImportError; nothing was read then
 */
export async function readLibraryFile(text: string): Promise<LibraryFile> {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const { message } = error as Error;
    throw /unexpected end|unterminated/i.test(message) ? cutOff(message) : notJson(message);
  }
  checkHead(data);
  const parsed = librarySchema.safeParse(data);
  if (!parsed.success)
    throw damaged(parsed.error.issues.map(({ path, message }) => `${place(data, path)}: ${message}`));
  const faults = parsed.data.reports.flatMap((saved, index) =>
    faultsOf(saved).map((fault) => `report ${index + 1} ("${saved.report.title.slice(0, 60)}"): ${fault}`),
  );
  if (faults.length) throw damaged(faults);
  const reports: SavedReport[] = [];
  for (const saved of parsed.data.reports) reports.push(await derivedAnew(saved));
  return { ...parsed.data, reports };
}

function place(data: unknown, path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path;
  if (list !== 'reports' || typeof index !== 'number') return path.map(String).join('.') || 'file';
  const title = (data as { reports: { report?: { title?: unknown } }[] }).reports[index]?.report?.title;
  const named = typeof title === 'string' ? ` ("${title.slice(0, 60)}")` : '';
  return `report ${index + 1}${named}: ${rest.map(String).join('.')}`;
}

function faultsOf({ report, versions }: SavedReport): string[] {
  const faults: string[] = [];
  const numbers = new Set(versions.map(({ version }) => version));
  if (numbers.size < versions.length) faults.push('two versions have the same number');
  if (!numbers.has(report.version)) faults.push(`version ${report.version}, its newest, is missing`);
  if (!report.id || !report.canonicalUrl) faults.push('its id or address is empty');
  for (const version of versions) {
    if (version.reportId !== report.id) faults.push(`version ${version.version} belongs to another report`);
    if (spansOf(version.annotation).some(({ start, end }) => start > end || end > version.text.length))
      faults.push(`version ${version.version} has an offset outside its text`);
  }
  return faults;
}

function* spans(annotation: Annotation): Generator<Span> {
  yield* annotation.sentences;
  yield* annotation.claims;
  for (const claim of annotation.claims) if (claim.about) yield claim.about;
  for (const actor of annotation.actors) yield* actor.mentions;
  for (const { source, cue, content } of annotation.attributions) {
    if (source) yield source;
    yield cue;
    yield content;
  }
}
const spansOf = (annotation: Annotation) => [...spans(annotation)];

/** A reference to an actor or a statement that is not there becomes none: a broken link must not cost the report. */
function mended(annotation: Annotation): Annotation {
  const actors = new Set(annotation.actors.map(({ id }) => id));
  const statements = new Set(annotation.attributions.map(({ id }) => id));
  return {
    ...annotation,
    attributions: annotation.attributions.map((attribution) =>
      attribution.source
        ? {
            ...attribution,
            source: { ...attribution.source, actors: attribution.source.actors.filter((id) => actors.has(id)) },
          }
        : attribution,
    ),
    claims: annotation.claims.map((claim) =>
      claim.attribution !== null && !statements.has(claim.attribution) ? { ...claim, attribution: null } : claim,
    ),
  };
}

async function derivedAnew(saved: SavedReport): Promise<SavedReport> {
  const versions: Version[] = [];
  for (const version of saved.versions)
    versions.push({ ...version, annotation: mended(version.annotation), textHash: await hashOf(version) });
  versions.sort((a, b) => a.version - b.version);
  const current = versions.find(({ version }) => version === saved.report.version);
  return { ...saved, versions, report: current ? { ...saved.report, ...newest(current) } : saved.report };
}
