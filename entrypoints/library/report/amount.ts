/** The right number as a person types it. */
import type { Claim, Modifier } from '../../../lib/annotation';

interface Typed {
  from: string;
  /** Empty for a single number. */
  to: string;
  hedge: Modifier;
  unit: string;
}

/** "12,000", "12 000", "1.5": digits may be grouped by commas, spaces or apostrophes. Null where it is no number. */
export function readNumber(typed: string): number | null {
  const plain = typed.trim().replace(/(?<=\d)[,'’\s\u202f](?=\d{3}(?!\d))/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

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
