/** RIS, BibTeX and CSL-JSON: the reports as references, for Zotero and its like. */
import { authorsOf, dateOf, type ExportItem, type Format, oneLine, webAddress } from './item';

/** The RIS fields of a newspaper article, in the order reference managers write them. */
export const ris: Format = {
  name: 'ris',
  extension: 'ris',
  mimeType: 'application/x-research-info-systems',
  *write(items) {
    for (const { report } of items) {
      const published = dateOf(report.publishedAt);
      const [year, month = '', day = ''] = published?.split('-') ?? [];
      const lines: [string, string | null | undefined][] = [
        ['TY', 'NEWS'],
        ['ID', report.id],
        ['TI', report.title],
        ...authorsOf(report).map((author): [string, string] => ['AU', author]),
        ['T2', report.siteName],
        ['PY', year],
        ['DA', year && `${year}/${month}/${day}/`],
        ['UR', webAddress(report.url)],
        ['Y2', `${report.savedAt.slice(0, 10).replaceAll('-', '/')}/`],
        ['LA', report.language],
        ['AB', report.lead],
        ['N1', report.note],
        ...report.tags.map((tag): [string, string] => ['KW', tag]),
      ];
      for (const [tag, value] of lines) if (value) yield `${tag}  - ${oneLine(value)}\r\n`;
      yield 'ER  - \r\n\r\n';
    }
  },
};

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const tex = (text: string) => oneLine(text).replace(/[\\{}~^&%$#_]/g, (char) => special[char] ?? `\\${char}`);

/** Author or outlet, year, and the first long word of the title; a letter keeps equal ones apart. */
function citeKeys(items: readonly ExportItem[]): string[] {
  const used = new Map<string, number>();
  const ascii = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
  return items.map(({ report }) => {
    const name =
      ascii((authorsOf(report)[0] ?? '').split(/\s+/).at(-1) ?? '') || ascii(report.siteName ?? '') || 'report';
    const word =
      report.title
        .split(/\s+/)
        .map(ascii)
        .find((candidate) => candidate.length > 3) ?? '';
    const key = `${name}${dateOf(report.publishedAt)?.slice(0, 4) ?? ''}${word}`;
    const before = used.get(key) ?? 0;
    used.set(key, before + 1);
    return before ? `${key}-${before + 1}` : key;
  });
}

export const bibtex: Format = {
  name: 'bibtex',
  extension: 'bib',
  mimeType: 'application/x-bibtex',
  *write(items) {
    const keys = citeKeys(items);
    for (const [index, { report }] of items.entries()) {
      const published = dateOf(report.publishedAt);
      const [year, month, day] = published?.split('-') ?? [];
      const url = webAddress(report.url);
      const fields: [string, string | null | undefined][] = [
        // Braces keep the title's capitals.
        ['title', `{${tex(report.title)}}`],
        [
          'author',
          authorsOf(report)
            .map((author) => `{${tex(author)}}`)
            .join(' and '),
        ],
        ['journal', report.siteName && tex(report.siteName)],
        ['year', year],
        ['month', month && String(Number(month))],
        ['day', day && String(Number(day))],
        // An address is no prose: only what would end the field or start a comment is escaped.
        ['url', url?.replace(/[{}\\%]/g, (char) => (char === '%' ? '\\%' : encodeURIComponent(char)))],
        ['urldate', report.savedAt.slice(0, 10)],
        ['language', tex(report.language)],
        ['abstract', tex(report.lead)],
        ['keywords', report.tags.map(tex).join(', ')],
        ['note', tex(report.note)],
      ];
      const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
      yield `@article{${keys[index]},\n${lines.join(',\n')}\n}\n\n`;
    }
  },
};

const dateParts = (iso: string | null) => {
  const date = dateOf(iso);
  return date ? { 'date-parts': [date.split('-').map(Number)] } : undefined;
};

export const cslJson: Format = {
  name: 'csl-json',
  extension: 'json',
  mimeType: 'application/vnd.citationstyles.csl+json',
  *write(items) {
    const entries = items.map(({ report }) => ({
      id: report.id,
      type: 'article-newspaper',
      title: oneLine(report.title),
      author: authorsOf(report).map((literal) => ({ literal })),
      'container-title': report.siteName ?? undefined,
      issued: dateParts(report.publishedAt),
      accessed: dateParts(report.savedAt),
      URL: webAddress(report.url) ?? undefined,
      language: report.language,
      abstract: report.lead || undefined,
      keyword: report.tags.join(', ') || undefined,
      note: report.note || undefined,
    }));
    yield `${JSON.stringify(entries, null, 2)}\n`;
  },
};
