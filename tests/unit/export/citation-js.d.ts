/** What the tests use of citation-js, which ships no types. */
declare module '@citation-js/core' {
  export interface Entry {
    title?: string;
    author?: { given?: string; family?: string; literal?: string }[];
    'citation-key'?: string;
    [name: string]: unknown;
  }
  export class Cite {
    constructor(input: unknown, options?: { forceType?: string });
    data: Entry[];
  }
  export const plugins: { config: { get(name: string): { parse: { sentenceCase: string } } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
