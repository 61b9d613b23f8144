/** Markdown with YAML front matter, as Obsidian and Logseq read it: one file a report. */
import type { ClaimRow } from '../library/rows';
import {
  authorsOf,
  dateOf,
  type Format,
  oneLine,
  quoteOf,
  type ReadItem,
  readItem,
  sourceNames,
  webAddress,
  wellFormed,
} from './item';

/** JSON strings are YAML strings; what YAML forbids bare (C1 controls, line and paragraph separator, BOM) is escaped too. */
function yaml(text: string): string {
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(wellFormed(text)).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}

const yamlList = (texts: readonly string[]) => `[${texts.map(yaml).join(', ')}]`;

/** Text that comes from a page means itself: no markup, no HTML, no formula, no link, no tag. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#$^=%{}!]/g, '\\$&')
    .replace(
      /^(\s*)([+-]|\d+[.)])(?=[\s-]|$)/gmu,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}

const inline = (text: string) => plain(oneLine(text));

export function address(url: string): string | null {
  const web = webAddress(url);
  return web?.replace(/[()<>]/g, (char) => `%${char.charCodeAt(0).toString(16)}`) ?? null;
}

/** Obsidian and Logseq end a tag at white space. */
export const tagName = (tag: string) => tag.trim().replace(/\s+/gu, '-');

function claimLines(item: ReadItem, row: ClaimRow): string {
  const { claim } = row;
  const facts = [
    row.source ? inline(row.source) : 'no source named',
    claim.certainty,
    claim.role,
    claim.time && inline(claim.time.text),
  ].filter((fact) => fact !== null);
  const names = sourceNames(item, row).map(inline);
  const sources = names.length ? ` (${names.join(', ')})` : '';
  const [source, ...rest] = facts;
  return `- **${inline(quoteOf(item, row))}** — ${[`${source}${sources}`, ...rest].join(' · ')}\n  > ${inline(row.sentence)} ^${claim.id.replace(/[^\w-]/g, '-')}\n`;
}

function writeReport(item: ReadItem): string {
  const { report, version, claims, actors } = item;
  const url = address(report.url);
  const front = [
    `title: ${yaml(report.title)}`,
    ...(url ? [`url: ${yaml(url)}`] : []),
    ...(report.siteName ? [`outlet: ${yaml(report.siteName)}`] : []),
    `authors: ${yamlList(authorsOf(report))}`,
    ...(dateOf(report.publishedAt) ? [`published: ${dateOf(report.publishedAt)}`] : []),
    `saved: ${report.savedAt}`,
    `language: ${yaml(version.annotation.language)}`,
    `tags: ${yamlList(report.tags.map(tagName))}`,
    `claimbook-id: ${yaml(report.id)}`,
    `claimbook-version: ${report.version}`,
  ];
  const parts = [`---\n${front.join('\n')}\n---\n`, `# ${inline(report.title)}\n`];
  const origin = [report.byline, report.siteName, dateOf(report.publishedAt)].filter((part) => part !== null);
  const origins = origin.map(inline).join(' · ');
  if (origins || url) parts.push(`${[origins, url && `[Open the article](${url})`].filter(Boolean).join(' · ')}\n`);
  if (report.note) parts.push(`## Note\n\n${report.note.trim()}\n`);
  const major = claims.filter(({ claim }) => claim.salience === 'major');
  const minor = claims.filter(({ claim }) => claim.salience === 'minor');
  if (major.length) parts.push(`## Claims\n\n${major.map((row) => claimLines(item, row)).join('')}`);
  if (minor.length) parts.push(`## Other numbers\n\n${minor.map((row) => claimLines(item, row)).join('')}`);
  if (actors.length) {
    const lines = actors.map(
      ({ name, kind, roles }) => `- ${[inline(name), kind, ...roles.map(inline)].join(' · ')}\n`,
    );
    parts.push(`## Actors\n\n${lines.join('')}`);
  }
  const paragraphs = version.text.split(/\n+/).filter((paragraph) => paragraph.trim());
  parts.push(`## Text\n\n${paragraphs.map((paragraph) => `${inline(paragraph)}\n`).join('\n')}`);
  return parts.join('\n');
}

export const markdown: Format = {
  name: 'markdown',
  extension: 'md',
  mimeType: 'text/markdown;charset=utf-8',
  *write(items) {
    let first = true;
    for (const item of items) {
      yield `${first ? '' : '\n'}${writeReport(readItem(item))}`;
      first = false;
    }
  },
};
