/**
 * Cells: the tokens of one sentence as the reader of quantities needs them. A token is one cell, except that hyphenated words which hang
 * on a number ("34-year-old", "5-cent-a-mile", "sub-7") are cut at their hyphens.
 */
import type { Document, Pos, Sentence, Token } from '../../language/document';
import { isSureTrend, isTrendVerb } from './amounts/trends';
import numberData from './data/numbers.json';
import { writtenAt } from './written';

export interface Cell {
  start: number;
  end: number;
  text: string;
  /** As `Token.lower`. */
  lower: string;
  pos: Pos;
  spaceBefore: boolean;
  /** The numeral's value; NaN for anything but digits and fraction signs. */
  value: number;
  /** How the digits are written; '' when there are none. */
  digits: '' | 'integer' | 'grouped' | 'decimal' | 'fraction';
  /** Starts with a capital letter. */
  capital: boolean;
  /** Index of the document's token that the cell stands in. */
  token: number;
}

const vulgar = new Map(Object.entries(numberData.vulgar));
const western = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const indian = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const swiss = /^\d{1,3}(?:['’\u00a0\u202f\u2009 ]\d{3})+(?:\.\d+)?$/;
const continental = /^\d{1,3}(?:\.\d{3}){2,}$/;
const plain = /^\d+$/;
const decimal = /^\d*\.\d+$/;
/** A longer run of digits is an identifier, not a quantity. */
const longestNumeral = 24;

/** @returns the value of a numeral written in digits and how it is written, or null: "10,000", "1,00,000", "2.3", ".5", "½". */
export function readDigits(text: string): { value: number; digits: Cell['digits'] } | null {
  const sign = vulgar.get(text);
  if (sign !== undefined) return { value: sign, digits: 'fraction' };
  if (text.length > longestNumeral) return null;
  if (plain.test(text)) return { value: Number(text), digits: 'integer' };
  if (decimal.test(text)) return { value: Number(text), digits: 'decimal' };
  if (western.test(text) || indian.test(text)) return { value: Number(text.replaceAll(',', '')), digits: 'grouped' };
  if (swiss.test(text)) return { value: Number(text.replace(/[^\d.]/g, '')), digits: 'grouped' };
  if (continental.test(text)) return { value: Number(text.replaceAll('.', '')), digits: 'grouped' };
  return null;
}

const isCapital = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
};

function cellOf(text: string, lower: string, start: number, pos: Pos, spaceBefore: boolean, token: number): Cell {
  const code = text.charCodeAt(0);
  const numeric = (code >= 0x30 && code <= 0x39) || code === 0x2e || code > 0xbb;
  const read = numeric ? readDigits(text) : null;
  return {
    start,
    end: start + text.length,
    text,
    lower,
    pos,
    spaceBefore,
    value: read === null ? Number.NaN : read.value,
    digits: read === null ? '' : read.digits,
    capital: isCapital(text),
    token,
  };
}

/** "sub-7", "to-60", "minus-1": letters, a hyphen, digits. */
const wordBeforeDigits = /^(sub|minus|to|plus|mid|under|over)-(\d[\d.,]*)$/;

/** Hyphenated words that follow a numeral's hyphen ("34-year-old"), a numeral ("50 year-old") or speak of age anyhow. */
const hangs = (before: Token | undefined, token: Token): boolean =>
  before !== undefined &&
  ((before.lower === '-' && !before.spaceBefore && !token.spaceBefore) ||
    before.kind === 'number' ||
    token.lower.endsWith('-old'));

/** The cells of one sentence; their offsets lie inside it. */
export function readCells(document: Document, sentence: Sentence): Cell[] {
  const cells: Cell[] = [];
  const { tokens } = document;
  for (let index = sentence.first; index < sentence.last; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const { text, lower, start, pos, spaceBefore } = token;
    if (isGluedDollar(tokens[index - 1], token) && letterDigits.test(text)) {
      index = splitDollar(cells, document, token, index, sentence.last);
      continue;
    }
    const written = writtenAt(document, index, sentence.last);
    if (written !== null) {
      const { letters, value, last } = written;
      if (letters !== '') cells.push(cellOf(letters, letters.toLowerCase(), start, 'SYM', spaceBefore, index));
      const numeral = document.text.slice(written.start, written.end);
      const cell = cellOf(numeral, numeral, written.start, 'NUM', letters === '' && spaceBefore, index);
      cells.push({ ...cell, value, digits: Number.isInteger(value) ? 'grouped' : 'decimal' });
      index = last;
      continue;
    }
    const hyphen = text.indexOf('-');
    if (hyphen > 0 && text.length > 2 && text.length < 60) {
      const joined = wordBeforeDigits.exec(lower);
      if (joined !== null || hangs(tokens[index - 1], token)) {
        splitHyphens(cells, token, index);
        continue;
      }
    }
    cells.push(cellOf(text, lower, start, pos, spaceBefore, index));
  }
  repairParts(cells);
  if (isTokenised(cells)) closeHyphens(cells);
  return cells;
}

const letterDigits = /^[A-Z]{1,3}\d/;
const isGluedDollar = (before: Token | undefined, token: Token): boolean =>
  before !== undefined && before.text === '$' && !token.spaceBefore;
const numeralAt = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;

/** "$A82,615,680": letters of a currency between sign and digits. @returns the last token used up. */
function splitDollar(cells: Cell[], document: Document, token: Token, index: number, last: number): number {
  const letters = /^[A-Z]+/.exec(token.text)?.[0] ?? '';
  numeralAt.lastIndex = token.start + letters.length;
  const numeral = numeralAt.exec(document.text)?.[0] ?? '';
  const start = token.start + letters.length;
  cells.push(cellOf(letters, letters.toLowerCase(), token.start, 'PROPN', false, index));
  cells.push(cellOf(numeral, numeral, start, 'NUM', false, index));
  let used = index;
  while (used + 1 < last && (document.tokens[used + 1]?.start ?? Number.POSITIVE_INFINITY) < start + numeral.length)
    used++;
  return used;
}

function splitHyphens(cells: Cell[], token: Token, index: number): void {
  let from = 0;
  const { text, lower, start, pos } = token;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== '-') continue;
    if (at > from) {
      const spaced = from === 0 && token.spaceBefore;
      cells.push(cellOf(text.slice(from, at), lower.slice(from, at), start + from, pos, spaced, index));
    }
    if (at < text.length) cells.push(cellOf('-', '-', start + at, 'PUNCT', false, index));
    from = at + 1;
  }
}

/** Text that was cut into tokens before it came here ("$ 5", "it ' s", "` `") spaces its hyphens too: "two - door". */
function isTokenised(cells: readonly Cell[]): boolean {
  for (let index = 1; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined || !cell.spaceBefore) continue;
    const { text } = cell;
    if ((text === '%' || text === ',' || text === '.') && cells[index - 1]?.text !== text) return true;
    const next = cells[index + 1];
    if (text === '$' && next?.spaceBefore === true && !Number.isNaN(next.value)) return true;
  }
  return false;
}

function closeHyphens(cells: readonly Cell[]): void {
  for (let index = 1; index + 1 < cells.length; index++) {
    const [before, cell, after] = [cells[index - 1], cells[index], cells[index + 1]];
    if (cell?.lower !== '-' || before === undefined || after === undefined || !/^[\p{L}\p{N}]/u.test(after.text))
      continue;
    if (Number.isNaN(before.value) && !/^\p{L}/u.test(before.text)) continue;
    cell.spaceBefore = false;
    after.spaceBefore = false;
  }
}

/** "a bridge costs about $9 million" */
const pricesNext = (cells: readonly Cell[], at: number): boolean => {
  for (let index = at + 1; index < at + 4; index++) if (/^[$£€¥]$/.test(cells[index]?.text ?? '')) return true;
  return false;
};
/** "a population of 1.4 billion makes": the number belongs to a noun before it. */
function isGoverned(cells: readonly Cell[], at: number): boolean {
  let index = at - 1;
  while (index > 0 && at - index < 6 && (cells[index]?.pos === 'NUM' || cells[index]?.pos === 'NOUN')) index--;
  return cells[index]?.lower === 'of';
}

const objects = new Set(['me', 'him', 'us', 'them']);
const clitics = new Set(["'m", "'re", "'ve", "'ll", "'d"]);
const subordinators = new Set(['although', 'while', 'because', 'if', 'though', 'whereas', 'unless', 'when']);

/** Parts of speech that the digits and the words around settle, whatever the tagger said. */
function repairParts(cells: readonly Cell[]): void {
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined) break;
    if (!Number.isNaN(cell.value)) cell.pos = 'NUM';
    const before = cells[index - 1];
    const after = cells[index + 1]?.lower;
    const afterNoun = before !== undefined && (before.pos === 'NOUN' || before.pos === 'PROPN');
    if (cell.pos !== 'VERB' && isSureTrend(cell.lower) && (cell.pos !== 'ADJ' || !cell.lower.endsWith('ed')))
      cell.pos = 'VERB';
    // "the ticket cost me"
    else if (cell.pos === 'NOUN' && afterNoun && objects.has(after ?? '')) cell.pos = 'VERB';
    else if (cell.pos === 'NOUN' && afterNoun && (after === 'by' || after === 'from') && isTrendVerb(cell.lower))
      cell.pos = 'VERB';
    if (cell.pos === 'NOUN' && afterNoun && cell.lower === 'costs' && pricesNext(cells, index)) cell.pos = 'VERB';
    if (cell.pos === 'VERB' && after === 'worth') cell.pos = 'NOUN';
    if (cell.pos === 'ADP' && subordinators.has(cell.lower)) cell.pos = 'SCONJ';
    if (cell.text === 'I' && /^['’]/.test(cells[index + 1]?.text ?? '')) cell.pos = 'PRON';
    if (clitics.has(cell.lower)) cell.pos = 'AUX';
    // No infinitive ends in -s: "to earnings".
    if (cell.pos === 'VERB' && before?.lower === 'to' && /[a-z]{3}(?<!s|u|i)s$/.test(cell.lower)) cell.pos = 'NOUN';
    // A number above one takes no verb in -s: "eight more picks", "two TD passes".
    const skipped = before?.lower === 'more' || (before !== undefined && /^[A-Z]{2,4}$/.test(before.text));
    const counted = skipped ? cells[index - 2] : before;
    if (
      cell.pos === 'VERB' &&
      counted?.pos === 'NUM' &&
      !isGoverned(cells, index) &&
      counted.lower !== 'one' &&
      /[a-z]{3}s$/.test(cell.lower) &&
      !cell.lower.endsWith('ss')
    ) {
      cell.pos = 'NOUN';
    }
    if (cell.pos === 'PRON' && cell.text.length === 1 && cell.text !== 'I' && cell.capital) cell.pos = 'PROPN';
    if (
      cell.pos === 'VERB' &&
      cell.capital &&
      before !== undefined &&
      /^(?:its|their|his|her|the|our|a|an)$/.test(before.lower)
    )
      cell.pos = 'PROPN';
  }
}
