/** Notes by themselves: to read on as Markdown, or as a table. */
import type { WrittenNote } from '../library/notes/all-notes';
import { line } from './csv';
import type { ExportedFile } from './exchange';
import { dateOf, oneLine, webAddress } from './item';
import { address, plain, tagName } from './markdown';

const columns = ['kind', 'on', 'quote', 'note', 'tags', 'outlet', 'published', 'url', 'changed'] as const;

function table(notes: readonly WrittenNote[]): string {
  const rows = notes.map(({ kind, title, quote, note, tags, report, changedAt }) => {
    const values: Record<(typeof columns)[number], string | null> = {
      kind,
      on: title,
      quote,
      note,
      tags: tags.join('; '),
      outlet: report?.siteName ?? null,
      published: dateOf(report?.publishedAt ?? null),
      url: report && webAddress(report.url),
      changed: changedAt,
    };
    return line(columns.map((column) => values[column]));
  });
  return [line(columns), ...rows].join('');
}

function text({ title, quote, note, tags, report }: WrittenNote): string {
  const url = report && address(report.url);
  const name = title === null ? null : plain(oneLine(title));
  const from = [report?.siteName, dateOf(report?.publishedAt ?? null)]
    .filter(Boolean)
    .map((part) => plain(String(part)));
  const parts = [
    name && `## ${url ? `[${name}](${url})` : name}`,
    from.length > 0 && from.join(', '),
    quote && `> ${plain(oneLine(quote))}`,
    // The person's own words, which may be Markdown.
    note,
    tags.length > 0 && tags.map((tag) => `#${tagName(tag)}`).join(' '),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** @param now stands in the file's name */
export function writeNotes(notes: readonly WrittenNote[], format: 'markdown' | 'csv', now: Date): ExportedFile {
  const name = `claimbook-notes-${now.toISOString().slice(0, 10)}`;
  return format === 'csv'
    ? { name: `${name}.csv`, blob: new Blob([table(notes)], { type: 'text/csv;charset=utf-8' }) }
    : { name: `${name}.md`, blob: new Blob([notes.map(text).join('\n')], { type: 'text/markdown;charset=utf-8' }) };
}
