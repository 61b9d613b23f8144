/** Markup as a tagged template: every value is escaped unless it is markup itself. */
export interface Markup {
  markup: string;
}

type Part = string | number | null | undefined | false | Markup | readonly Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return { markup: strings.reduce((text, next, i) => text + render(parts[i - 1]) + next) };
}

/** JSON for a data block in a page; `<` is escaped, so that no text can close the block. */
export const json = (value: unknown): Markup => ({ markup: JSON.stringify(value).replaceAll('<', '\\u003c') });
