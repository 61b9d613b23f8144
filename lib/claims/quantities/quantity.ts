/** What one pass over a sentence found about one number: the layers that follow (`about`, `role`, `time`, `salience`) read it. */
import type { Modifier, UnitKind } from '../../annotation';
import type { Sentence } from '../../language/document';
import type { Amount } from './amounts/ranges';
import type { TrendMatch } from './amounts/trends';
import type { Cell } from './cells';
import type { Counted } from './nouns/nounphrase';

export interface Quantity {
  amount: Amount;
  counted: Counted | null;
  /** Cells of the whole claim: hedge, number, unit. */
  first: number;
  end: number;
  low: number;
  high: number;
  modifier: Modifier;
  trend: TrendMatch | null;
  unit: { name: string; kind: UnitKind; first: number; end: number };
  /** The unit was taken from what the number stands for. */
  elliptical: boolean;
  age: boolean;
}

export interface SentenceQuantities {
  sentence: Sentence;
  cells: Cell[];
  quantities: Quantity[];
}
