/**
 * The statement models and their file. A file is a line of JSON (`ModelHeader`), a line break, then the tables one after another in
 * the header's order, each as one byte a place (int8), and the word classes (`encodeClasses`).
 */
import { checksumOf } from '../../language/tagger/model';
import { type BoundaryFilters, pairCount } from './candidates';
import type { SpanModels } from './decode';
import type { Weights } from './weights';
import { decodeClasses, encodeClasses, type WordClasses } from './word-classes';

export interface StatementModel extends SpanModels {
  cue: Weights;
  verdict: Weights;
  classes: WordClasses;
  thresholds: Thresholds;
  checksum: string;
}

export interface Thresholds {
  /** Cue scores below this are not looked at again; log-odds. */
  candidate: number;
  /** Statements are kept from this score on; log-odds. */
  verdict: number;
}

const format = 'claimbook-statements-1';
const tableNames = ['cue', 'sourceStart', 'sourceEnd', 'contentStart', 'contentEnd', 'verdict'] as const;
export type TableName = (typeof tableNames)[number];

interface ModelHeader {
  format: string;
  tables: { name: string; size: number; scale: number }[];
  thresholds: Thresholds;
  /** By kind of boundary the pairs of parts of speech that may stand around it. */
  filters: Record<keyof BoundaryFilters, number[]>;
  /** Words that have classes, and the bytes of their keys. */
  classes: { words: number; keyBytes: number };
  /** FNV-1a of all bytes after the header, in hexadecimal. */
  checksum: string;
}

export function encodeStatementModel(
  tables: Record<TableName, Weights>,
  classes: WordClasses,
  filters: BoundaryFilters,
  thresholds: Thresholds,
): Uint8Array {
  const encoded = encodeClasses(classes);
  const streams = [encoded.keys, encoded.middle, encoded.coarse];
  const size = tableNames.reduce((sum, name) => sum + tables[name].table.length, 0);
  const body = new Uint8Array(size + streams.reduce((sum, stream) => sum + stream.length, 0));
  const pairs = (filter: Uint8Array) => [...filter.keys()].filter((pair) => filter[pair]);
  const header: ModelHeader = {
    format,
    tables: [],
    thresholds,
    filters: {
      sourceStart: pairs(filters.sourceStart),
      sourceEnd: pairs(filters.sourceEnd),
      contentStart: pairs(filters.contentStart),
      contentEnd: pairs(filters.contentEnd),
    },
    classes: { words: encoded.middle.length, keyBytes: encoded.keys.length },
    checksum: '',
  };
  let at = 0;
  for (const name of tableNames) {
    const { table, scale } = tables[name];
    header.tables.push({ name, size: table.length, scale });
    for (let index = 0; index < table.length; index++) body[at++] = (table[index] ?? 0) & 255;
  }
  for (const stream of streams) {
    body.set(stream, at);
    at += stream.length;
  }
  header.checksum = checksumOf(body);
  const head = Uint8Array.from(`${JSON.stringify(header)}\n`, (character) => character.charCodeAt(0));
  const file = new Uint8Array(head.length + body.length);
  file.set(head);
  file.set(body, head.length);
  return file;
}

/** @throws Error that names the file when the bytes are no such model or are damaged. */
export function decodeStatementModel(file: string, bytes: Uint8Array): StatementModel {
  const end = bytes.indexOf(10);
  let header: ModelHeader;
  try {
    header = JSON.parse(String.fromCharCode(...bytes.subarray(0, Math.max(end, 0)))) as ModelHeader;
  } catch {
    throw new Error(`${file} is not a model of statements: its header cannot be read`);
  }
  if (header.format !== format) throw new Error(`${file} is a model of another format (${header.format})`);
  const body = bytes.subarray(end + 1);
  if (checksumOf(body) !== header.checksum)
    throw new Error(`${file} is damaged: its checksum is not ${header.checksum}`);
  const tables = new Map<string, Weights>();
  let at = 0;
  for (const { name, size, scale } of header.tables) {
    tables.set(name, { table: new Int8Array(body.buffer, body.byteOffset + at, size), scale });
    at += size;
  }
  const table = (name: TableName): Weights => {
    const found = tables.get(name);
    if (!found) throw new Error(`${file} lacks the table ${name}`);
    return found;
  };
  const { words, keyBytes } = header.classes;
  const filter = (pairs: number[]): Uint8Array => {
    const out = new Uint8Array(pairCount);
    for (const pair of pairs) out[pair] = 1;
    return out;
  };
  return {
    filters: {
      sourceStart: filter(header.filters.sourceStart),
      sourceEnd: filter(header.filters.sourceEnd),
      contentStart: filter(header.filters.contentStart),
      contentEnd: filter(header.filters.contentEnd),
    },
    cue: table('cue'),
    sourceStart: table('sourceStart'),
    sourceEnd: table('sourceEnd'),
    contentStart: table('contentStart'),
    contentEnd: table('contentEnd'),
    verdict: table('verdict'),
    classes: decodeClasses(
      body.subarray(at, at + keyBytes),
      body.subarray(at + keyBytes, at + keyBytes + words),
      body.subarray(at + keyBytes + words, at + keyBytes + words * 2),
    ),
    thresholds: header.thresholds,
    checksum: header.checksum,
  };
}
