/** Reading a backup line by line, as Claimbook writes it: a file of any size, a few reports in memory at a time. */
import type * as z from 'zod/mini';
import { sections } from './json';

export type Section = keyof typeof sections;
export type RowOf<S extends Section> = z.infer<(typeof sections)[S]>;

/** A row as it stands in the file, unchecked. */
export interface FileRow {
  section: Section;
  /** Its place in its list, from 0. */
  index: number;
  value: unknown;
}

/** What is wrong with the file's lines: it was cut off, or was not written by Claimbook. */
export class LinesError extends Error {
  constructor(
    readonly reason: 'cut' | 'shape' | 'json',
    message: string,
  ) {
    super(message);
  }
}

async function* linesOf(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    let from = 0;
    for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', from)) {
      yield rest.slice(from, at);
      from = at + 1;
    }
    rest = rest.slice(from);
    if (done) break;
  }
  if (rest.trim()) yield rest;
}

const opening = /^"(\w+)":\[$/;

/** Does this look like a file of lines? Anything else is read whole. */
export async function isLineFile(file: Blob): Promise<boolean> {
  const head = await file.slice(0, 400).text();
  return /^\ufeff?\{"format":"claimbook-library","formatVersion":\d+,"exportedAt":"[^"]*",\r?\n"\w+":\[\r?\n/.test(
    head,
  );
}

/**
 * @returns the head's entries first, then every row, in the order of the file
 * @throws LinesError
 */
export async function* readLines(file: Blob): AsyncGenerator<{ head: Record<string, unknown> } | FileRow> {
  let section: Section | null = null;
  let index = 0;
  let [began, ended] = [false, false];
  for await (const raw of linesOf(file)) {
    const line = raw.replace(/^\ufeff/, '').trimEnd();
    if (!began) {
      began = true;
      yield { head: parsed(`${line.replace(/,$/, '')}}`) as Record<string, unknown> };
    } else if (ended) {
      if (line) throw new LinesError('shape', 'something follows the end');
    } else if (section === null) {
      const name = opening.exec(line)?.[1];
      if (line === '}') ended = true;
      else if (name !== undefined && Object.hasOwn(sections, name)) [section, index] = [name as Section, 0];
      else throw new LinesError('shape', `unknown list: ${line.slice(0, 80)}`);
    } else if (line === ']' || line === '],') section = null;
    else yield { section, index: index++, value: parsed(line.replace(/,$/, '')) };
  }
  if (!ended) throw new LinesError('cut', 'the end is missing');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const { message } = error as Error;
    throw new LinesError(/unexpected end|unterminated/i.test(message) ? 'cut' : 'json', message);
  }
}
