/** Hedges around a numeral: "about", "at least", "or more". */
import type { Modifier } from '../../../annotation';
import type { Cell } from '../cells';
import data from '../data/modifiers.json';

interface Phrase {
  words: string[];
  modifier: Modifier;
}

function compile(
  lists: Record<string, string[]>,
  keyOf: (words: string[]) => string | undefined,
): Map<string, Phrase[]> {
  const table = new Map<string, Phrase[]>();
  for (const [modifier, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const key = keyOf(words);
      if (key === undefined) continue;
      const entry = { words, modifier: modifier as Modifier };
      const list = table.get(key);
      if (list === undefined) table.set(key, [entry]);
      else list.push(entry);
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

const before = compile(data.before, (words) => words[words.length - 1]);
const after = compile(data.after, (words) => words[0]);

export interface ModifierMatch {
  modifier: Modifier;
  /** First cell of the modifier for one before the numeral, cell after it for one behind. */
  at: number;
}

/** @param at index of the first cell of number and currency. @returns the longest hedge that ends right before it. */
export function modifierBefore(cells: readonly Cell[], at: number): ModifierMatch | null {
  const last = cells[at - 1];
  const list = last === undefined ? undefined : before.get(last.lower);
  if (list === undefined) return null;
  for (const { words, modifier } of list) {
    let index = words.length - 1;
    while (index >= 0 && cells[at - words.length + index]?.lower === words[index]) index--;
    if (index < 0) return { modifier, at: at - words.length };
  }
  return null;
}

/** @param at index of the cell after number and unit. @returns the hedge that starts there. */
export function modifierAfter(cells: readonly Cell[], at: number): ModifierMatch | null {
  const first = cells[at];
  const list = first === undefined ? undefined : after.get(first.lower);
  if (first === undefined || list === undefined) return null;
  for (const { words, modifier } of list) {
    // "737 Max", "Screen Plus": one word with a capital is a name.
    if (words.length === 1 && first.capital) continue;
    let index = 0;
    while (index < words.length && cells[at + index]?.lower === words[index]) index++;
    if (index === words.length) return { modifier, at: at + words.length };
  }
  return null;
}
