/** Reading the product's own JSON back: the whole file is checked before anything of it is used. */
import type { Annotation, Span } from '../annotation';
import { hashOf, newest } from '../library/new-report';
import type { SavedReport, Version } from '../library/rows';
import { formatName, formatVersion, type LibraryFile, librarySchema } from './json';

/** What is wrong with a file, for people; at most `listed` places are named. */
export class ImportError extends Error {
  override name = 'ImportError';
  constructor(
    message: string,
    /** Each says where and what: `report 3 ("Title"): versions.0.text: expected string`. */
    readonly places: readonly string[] = [],
  ) {
    super(message);
  }
}

const listed = 20;

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
    const cut = /unexpected end|unterminated/i.test((error as Error).message);
    throw new ImportError(
      cut
        ? 'This file ends too early: it was not written or copied completely. Nothing was imported.'
        : 'This file is not JSON. Choose a file that Claimbook exported as JSON. Nothing was imported.',
      [(error as Error).message],
    );
  }
  const head = data as { format?: unknown; formatVersion?: unknown } | null;
  if (typeof head !== 'object' || head?.format !== formatName)
    throw new ImportError('This file was not exported by Claimbook as JSON. Nothing was imported.');
  if (typeof head.formatVersion === 'number' && head.formatVersion > formatVersion)
    throw new ImportError(
      'This file was exported by a newer version of Claimbook. Update the extension and try again. Nothing was imported.',
    );
  const parsed = librarySchema.safeParse(data);
  if (!parsed.success)
    throw new ImportError(
      'This file is damaged. Nothing was imported.',
      parsed.error.issues.slice(0, listed).map(({ path, message }) => `${place(data, path)}: ${message}`),
    );
  const faults = parsed.data.reports.flatMap((saved, index) =>
    faultsOf(saved).map((fault) => `report ${index + 1} ("${saved.report.title.slice(0, 60)}"): ${fault}`),
  );
  if (faults.length) throw new ImportError('This file is damaged. Nothing was imported.', faults.slice(0, listed));
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
