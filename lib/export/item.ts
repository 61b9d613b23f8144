/** What every format writes from: a report, its versions, and its claims as rows. */
import type { Actor } from '../annotation';
import { claimRowsOf } from '../library/derive';
import type { ClaimRow, Report, Version } from '../library/rows';

export interface ExportItem {
  report: Report;
  /** Newest first is not promised: `newestOf` finds it. */
  versions: Version[];
}

/** One way out. `write` gives the file in pieces, so that a large library never is one string in memory. */
export interface Format {
  /** As in `--format` and in menus' values. */
  name: string;
  extension: string;
  mimeType: string;
  write(items: readonly ExportItem[]): Iterable<string>;
}

/** @throws Error when a report has no version: such a report is never stored. */
export function newestOf({ report, versions }: ExportItem): Version {
  const newest = versions.find((version) => version.version === report.version);
  if (!newest) throw new Error(`The text of "${report.title}" is missing.`);
  return newest;
}

export interface ReadItem {
  report: Report;
  version: Version;
  claims: ClaimRow[];
  actors: Actor[];
}

export function readItem(item: ExportItem): ReadItem {
  const version = newestOf(item);
  const claims = claimRowsOf(item.report, version).sort((a, b) => a.claim.start - b.claim.start);
  return { report: item.report, version, claims, actors: version.annotation.actors };
}

/** The claim as it stands in the text. */
export const quoteOf = ({ version }: ReadItem, { claim }: ClaimRow) => version.text.slice(claim.start, claim.end);

/** Names of the actors a claim's source stands for. */
export function sourceNames({ version }: ReadItem, { claim }: ClaimRow): string[] {
  const attribution = version.annotation.attributions.find(({ id }) => id === claim.attribution);
  const ids = new Set(attribution?.source?.actors ?? []);
  return version.annotation.actors.filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

/** The date part of an ISO date or date and time; null when there is none. */
export const dateOf = (iso: string | null) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(iso ?? '')?.[0] ?? null;

/** Only addresses that a click may follow; anything else (javascript:, data:) is left out. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** Names in a byline: "By Ann Lee and Bo Chen, Example News" gives two names and the outlet is left out where it is known. */
export function authorsOf(report: Report): string[] {
  return (report.byline ?? '')
    .replace(/^\s*(?:by|von|par|por)\s+/iu, '')
    .split(/\s*(?:,|;|\band\b|&)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name && name !== report.siteName);
}

/** Control characters out, white space to single spaces: one line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** Half a surrogate pair is no character and breaks parsers: the replacement character stands for it. */
export const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');
