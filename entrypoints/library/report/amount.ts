/** The right number as a person types it. */
import type { Claim, Modifier } from '../../../lib/annotation';
import { numberFormat } from '../../../lib/ui-text/text';

interface Typed {
  from: string;
  /** Empty for a single number. */
  to: string;
  hedge: Modifier;
  unit: string;
}

/** What parts and groups digits, by the sign that the language's decimals begin with. */
const written = {
  '.': { grouping: /(?<=\d)[,'’\s](?=\d{3}(?!\d))/g, number: /^-?\d+(?:\.\d+)?$/ },
  // Many number pads have a point only: "1.5" means one and a half there, too.
  ',': { grouping: /(?<=\d)[.'’\s](?=\d{3}(?!\d))/g, number: /^-?\d+(?:[.,]\d+)?$/ },
};

/** "." or ",", as the interface's language begins its decimals. */
const decimalSign = () => (/[.,]/.exec(numberFormat().format(0.5))?.[0] ?? '.') as '.' | ',';

/**
 * "12,000", "12 000", "1.5", and in languages that write so "12.000", "1,5": digits may be grouped by spaces and apostrophes, too.
 * Null where it is no number.
 */
export function readNumber(typed: string, decimal = decimalSign()): number | null {
  const { grouping, number } = written[decimal];
  const plain = typed.trim().replace(grouping, '');
  return number.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** A number as `readNumber` takes it: "12000", and "1.5" or "1,5". */
export const writeNumber = (value: number): string =>
  numberFormat({ useGrouping: false, maximumFractionDigits: 15 }).format(value);

/** @returns null while what is typed is no amount */
export function readAmount({ from, to, hedge, unit }: Typed, claim: Claim): Pick<Claim, 'quantity' | 'unit'> | null {
  const low = readNumber(from);
  const high = to.trim() ? readNumber(to) : low;
  if (low === null || high === null) return null;
  const words = unit.trim();
  const same = words === claim.unit.text || words === claim.unit.name;
  return {
    quantity: {
      low: Math.min(low, high),
      high: Math.max(low, high),
      modifier: hedge,
      trend: claim.quantity.trend,
    },
    unit: same ? claim.unit : { text: words, name: words.toLowerCase(), kind: words ? 'count' : 'none' },
  };
}
