/** Look-up tables of units and currencies, compiled once from `data/`. */
import type { UnitKind } from '../../../annotation';
import currencyData from '../data/currencies.json';
import unitData from '../data/units.json';

export interface Unit {
  /** Singular English name in lower case: "kilometre", "percentage", "canadian dollar". */
  name: string;
  kind: UnitKind;
}

interface Phrase {
  words: string[];
  unit: Unit;
}

/** Phrases by their first word, longest first. */
type PhraseTable = Map<string, Phrase[]>;

const phrases: PhraseTable = new Map();
/** Units by their symbol as written. */
const symbols = new Map<string, Unit>();
/** Currencies by ISO code, upper and lower case. */
const codes = new Map<string, Unit>();
/** Currencies by sign or letters that stand at a number: "£", "Rs", "RM". */
const signs = new Map<string, Unit>();
/** Currencies by the letters before or after "$": "A", "US", "HK". */
const dollars = new Map<string, Unit>();

function addPhrase(phrase: string, unit: Unit): void {
  const words = phrase.split(' ');
  const first = words[0];
  if (first === undefined) return;
  const list = phrases.get(first);
  if (list === undefined) phrases.set(first, [{ words, unit }]);
  else if (!list.some((other) => other.words.join(' ') === phrase)) list.push({ words, unit });
}

function addWord(word: string, unit: Unit, plurals: readonly string[] = []): void {
  addPhrase(word, unit);
  if (plurals.length === 0 && /[a-zé]$/.test(word)) addPhrase(`${word}s`, unit);
  // "degrees celsius": the first word takes the plural.
  if (word.startsWith('degree ')) addPhrase(word.replace('degree ', 'degrees '), unit);
  for (const plural of plurals)
    addPhrase(word.includes(' ') ? `${word.slice(0, word.lastIndexOf(' '))} ${plural}` : plural, unit);
}

interface UnitEntry {
  name: string;
  kind: string;
  words: string[];
  symbols: string[];
  plurals?: string[];
  si?: boolean;
  powers?: boolean;
}

function addPowers(name: string, words: readonly string[], marks: readonly string[], plurals: readonly string[]): void {
  const area: Unit = { name: `square ${name}`, kind: 'area' };
  const volume: Unit = { name: `cubic ${name}`, kind: 'volume' };
  for (const word of words) {
    for (const before of ['square ', 'sq ', 'sq. ', 'square-']) addWord(before + word, area, plurals);
    for (const before of ['cubic ', 'cu ', 'cu. ', 'cubic-']) addWord(before + word, volume, plurals);
  }
  for (const mark of marks) {
    for (const two of ['2', '²']) symbols.set(mark + two, area);
    for (const three of ['3', '³']) symbols.set(mark + three, volume);
    addPhrase(`sq ${mark}`, area);
    addPhrase(`sq. ${mark}`, area);
    addPhrase(`cu ${mark}`, volume);
    addPhrase(`sq${mark}`, area);
  }
}

function addUnit(entry: UnitEntry): void {
  const plurals = entry.plurals ?? [];
  const kind = entry.kind as UnitKind;
  const base: Unit = { name: entry.name, kind };
  for (const word of entry.words) addWord(word, base, plurals);
  for (const symbol of entry.symbols) symbols.set(symbol, base);
  if (entry.powers === true) addPowers(entry.name, entry.words, entry.symbols, plurals);
  if (entry.si !== true) return;
  for (const prefix of unitData.prefixes) {
    const unit: Unit = { name: prefix.name + entry.name, kind };
    const words = entry.words.map((word) => prefix.name + word);
    const marks = entry.symbols.filter((symbol) => symbol.length > 0).map((symbol) => prefix.symbol + symbol);
    for (const word of words) addWord(word, unit, plurals);
    for (const mark of marks) if (!symbols.has(mark)) symbols.set(mark, unit);
    if (entry.powers === true) addPowers(unit.name, words, marks, plurals);
  }
}

for (const entry of unitData.units as UnitEntry[]) addUnit(entry);
addPhrase('sqm', { name: 'square metre', kind: 'area' });

for (const entry of currencyData.currencies) {
  const unit: Unit = { name: entry.name, kind: 'money' };
  for (const word of entry.words) addWord(word, unit);
  for (const code of entry.codes) {
    codes.set(code, unit);
    codes.set(code.toLowerCase(), unit);
  }
  for (const sign of entry.signs ?? []) signs.set(sign, unit);
  for (const letters of entry.dollar ?? []) dollars.set(letters, unit);
}
for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
// English words in lower case that are codes by chance.
for (const word of [
  'all',
  'try',
  'top',
  'mad',
  'cop',
  'gel',
  'sos',
  'ron',
  'php',
  'pen',
  'sar',
  'eth',
  'lak',
  'esp',
  'bam',
  'fim',
])
  codes.delete(word);

/** @param wordAt the lower-case word at an offset from the start of the phrase. @returns the longest unit phrase that starts there. */
export function unitPhrase(wordAt: (offset: number) => string | undefined): { unit: Unit; length: number } | null {
  const first = wordAt(0);
  const list = first === undefined ? undefined : phrases.get(first);
  if (list === undefined) return null;
  for (const { words, unit } of list) {
    let index = 1;
    while (index < words.length && wordAt(index) === words[index]) index++;
    if (index === words.length) return { unit, length: words.length };
  }
  return null;
}

export const unitSymbol = (text: string): Unit | undefined => symbols.get(text);
export const currencySign = (text: string): Unit | undefined => signs.get(text);
export const currencyCode = (text: string): Unit | undefined => codes.get(text);
export const dollarLetters = (text: string): Unit | undefined => dollars.get(text);
export const dollar: Unit = { name: 'dollar', kind: 'money' };
