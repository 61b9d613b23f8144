/** One HTML page to read, print or mail: no script, no request, everything from pages escaped. */
import { dateOf, type Format, oneLine, quoteOf, type ReadItem, readItem, webAddress } from './item';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

const style = `
:root{color-scheme:light dark;font:17px/1.55 Georgia,serif}
body{max-width:42rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25;margin:0}h2{font-size:1rem;margin:1.5rem 0 .5rem}
article+article{margin-top:4rem;border-top:1px solid;padding-top:2rem}
.origin,td,th{font:14px/1.4 system-ui,sans-serif}
table{border-collapse:collapse;width:100%}td,th{text-align:start;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #8886}
mark{background:#ffc42e55;color:inherit;border-bottom:2px solid #b07200}
.note{border-inline-start:3px solid #8888;padding-inline-start:1rem;white-space:pre-wrap}
@media print{article{break-before:page}article:first-of-type{break-before:auto}tr{break-inside:avoid}}`;

/** The text with its claims marked; claims may touch or overlap, then the later one is left unmarked. */
function marked({ version, claims }: ReadItem): string {
  let html = '';
  let at = 0;
  for (const { claim } of claims) {
    if (claim.start < at) continue;
    html += `${escaped(version.text.slice(at, claim.start))}<mark id="${escaped(claim.id)}">${escaped(version.text.slice(claim.start, claim.end))}</mark>`;
    at = claim.end;
  }
  html += escaped(version.text.slice(at));
  const paragraphs = html.split(/\n+/).filter((paragraph) => paragraph.trim());
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
}

function article(item: ReadItem): string {
  const { report, claims } = item;
  const url = webAddress(report.url);
  const title = escaped(oneLine(report.title));
  const origin = [report.siteName, report.byline, dateOf(report.publishedAt)].filter((part) => part !== null);
  const rows = claims.map((row) => {
    const cells = [quoteOf(item, row), row.source ?? 'no source named', row.claim.certainty, oneLine(row.sentence)];
    return `<tr>${cells.map((cell) => `<td>${escaped(oneLine(cell))}</td>`).join('')}</tr>`;
  });
  const table = rows.length
    ? `<h2>Claims</h2><table><thead><tr><th scope="col">Number</th><th scope="col">Source</th><th scope="col">Certainty</th><th scope="col">Sentence</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
    : '';
  return `<article>
<h1>${url ? `<a href="${escaped(url)}" rel="noopener noreferrer">${title}</a>` : title}</h1>
<p class="origin">${origin.map((part) => escaped(oneLine(part))).join(' · ')}</p>
${report.note ? `<p class="note">${escaped(report.note)}</p>` : ''}
${table}
<h2>Text</h2>
${marked(item)}
</article>
`;
}

export const html: Format = {
  name: 'html',
  extension: 'html',
  mimeType: 'text/html;charset=utf-8',
  *write(items) {
    const only = items.length === 1 ? items[0] : undefined;
    const title = only ? oneLine(only.report.title) : 'Claimbook';
    yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
`;
    for (const item of items) yield article(readItem(item));
    yield '</body>\n</html>\n';
  },
};
