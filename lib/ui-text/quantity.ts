/** A claim's quantity as the product understood it, in words: "about 10,000–12,000 troops". */
import type { Claim, Modifier } from '../annotation';
import { numberFormat, t } from './text';

export interface QuantityWords {
  /** "about", "more than"; null when the text gives the number without one. */
  hedge: string | null;
  /** The number or range with its currency or percent sign: "10,000–12,000", "$2.3 billion", "from 71 to 211". */
  value: string;
  /** "troops"; null when the sign in `value` says it. */
  unit: string | null;
  /** Hedge and value in one phrase, for where the unit is known: "about 10,000–12,000". */
  hedged: string;
  /** Hedge, value and unit in one phrase. */
  counted: string;
  /** The same with its trend: "up 3%". */
  text: string;
}

/** Currencies that one English name means without doubt; "dollar", "pound", "krona" keep the sign the text used. */
const currencies: Record<string, string> = {
  'us dollar': 'USD',
  'american dollar': 'USD',
  euro: 'EUR',
  yen: 'JPY',
  'japanese yen': 'JPY',
  'canadian dollar': 'CAD',
  'australian dollar': 'AUD',
  'new zealand dollar': 'NZD',
  'hong kong dollar': 'HKD',
  'swiss franc': 'CHF',
  'pound sterling': 'GBP',
  'british pound': 'GBP',
  'chinese yuan': 'CNY',
  'south korean won': 'KRW',
  'russian rouble': 'RUB',
  'russian ruble': 'RUB',
  'indian rupee': 'INR',
  'brazilian real': 'BRL',
  hryvnia: 'UAH',
};

/** Shares that news has words for read better than their decimals: "half of the workforce", "close to an eighth". */
const fractions: [number, string][] = [
  [1 / 2, '½'],
  [1 / 3, '⅓'],
  [2 / 3, '⅔'],
  [1 / 4, '¼'],
  [3 / 4, '¾'],
  [1 / 5, '⅕'],
  [2 / 5, '⅖'],
  [3 / 5, '⅗'],
  [4 / 5, '⅘'],
  [1 / 8, '⅛'],
];

const fractionFor = (value: number) => fractions.find(([known]) => Math.abs(known - value) < 0.001)?.[1];

const hedges: Record<Modifier, 'about' | 'more_than' | 'less_than' | 'at_least' | 'at_most' | 'vague' | null> = {
  exact: null,
  about: 'about',
  more_than: 'more_than',
  less_than: 'less_than',
  at_least: 'at_least',
  at_most: 'at_most',
  vague: 'vague',
};

/** @returns the hedge as a word, or around `value` where a language has it behind the number ("3,000人超"); null for an exact number */
export function hedgeInWords(modifier: Modifier, value = ''): string | null {
  const hedge = hedges[modifier];
  return hedge && t(`hedge.${hedge}`, { value }).trim();
}

/**
 * Puts a currency's sign where the person's language has it: Intl has no "£850 million", only "£850M".
 * @param sign as the text has it, where several currencies share it ("$")
 */
function withSign(number: string, currency: string, sign?: string): string {
  return numberFormat({ style: 'currency', currency, maximumFractionDigits: 0 })
    .formatToParts(1)
    .map(({ type, value }) => (type === 'integer' ? number : type === 'currency' ? (sign ?? value) : value))
    .join('');
}

function formatFor(largest: number, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  // "2.3 million", but never at the price of a digit: 2,312,456 stays as it is.
  const shortenable = largest >= 1e6 && Number.isInteger(Number((largest / 10 ** (magnitude(largest) - 3)).toFixed(6)));
  return numberFormat({
    maximumFractionDigits: shortenable ? 3 : 4,
    ...(shortenable ? { notation: 'compact', compactDisplay: 'long' } : {}),
    ...options,
  });
}

/** Of the compact form's unit: 6 for millions, 9 for billions. */
const magnitude = (value: number) => Math.floor(Math.log10(value) / 3) * 3;

/** @param sign puts a currency's sign to a number; a range takes it once, a change at both its ends */
function write(low: number, high: number, options: Intl.NumberFormatOptions, change: boolean, sign: Sign): string {
  const format = formatFor(Math.max(Math.abs(low), Math.abs(high)), options);
  if (low === high) return sign(format.format(low));
  if (change) return t('quantity.fromTo', { from: sign(format.format(low)), to: sign(format.format(high)) });
  return sign(format.formatRange(Math.min(low, high), Math.max(low, high)));
}

type Sign = (number: string) => string;

const irregular: Record<string, string> = {
  person: 'people',
  man: 'men',
  woman: 'women',
  child: 'children',
  foot: 'feet',
  tooth: 'teeth',
  life: 'lives',
  half: 'halves',
};
/** Words that news counts without changing them: "38 missing", "12 aircraft". */
const unchanged =
  /^(?:people|dead|missing|wounded|injured|troops|aircraft|spacecraft|series|species|sheep|fish|hertz|police|staff|personnel)$/;

/** "people" for "person", "barrels per day" for "barrel per day": used only where the text itself gives no unit. */
function pluralUnit(name: string): string {
  const [head = '', ...rest] = name.split(/ (?=per )/);
  const last = head.split(' ').at(-1) ?? '';
  const many =
    irregular[last] ??
    last.replace(
      /^(.*?)(?:([^aeiou])y|(s|x|ch|sh))?$/,
      (_, stem, y, hiss) => `${stem}${y ? `${y}ies` : hiss ? `${hiss}es` : 's'}`,
    );
  return [head.slice(0, head.length - last.length) + (unchanged.test(last) ? last : many), ...rest].join(' ');
}

/** "$2.52 a share", where the text has the number inside of its unit: the sign, and what it is per. */
const signedRate =
  /^\s*(\p{L}{0,2}\p{Sc})\s?[\p{N}.,\s]*\p{N}\s?(?:(?:hundred|thousand|million|billion|trillion|k|m|mn|bn|tn)\b\s*)?(\S.*)$/iu;

/** "3,000 of them": out of its sentence the word counts nothing. */
const pronoun = /^(?:them|us|you|these|those)$/i;

export function quantityInWords(claim: Pick<Claim, 'quantity' | 'unit' | 'role'>): QuantityWords {
  const { low, high, modifier, trend } = claim.quantity;
  const { unit } = claim;
  const from = low ?? high ?? 0;
  const to = high ?? low ?? 0;
  const currency = unit.kind === 'money' ? currencies[unit.name] : undefined;
  const rate = unit.kind === 'rate' ? signedRate.exec(unit.text) : null;
  const sign = unit.kind === 'money' && !currency ? /^\s*(\p{L}{0,2}\p{Sc})\s*$/u.exec(unit.text)?.[1] : rate?.[1];
  const percent = unit.kind === 'percent' && unit.name === 'percentage';
  const change = claim.role === 'change' && low !== null && high !== null;

  // Where a sign stands is the language's matter, whichever currency it is.
  const toSign: Sign = (number) =>
    currency ? withSign(number, currency) : sign ? withSign(number, 'USD', sign) : number;
  // "Half a degree" is a measure, "half of the workforce" a share.
  const share = from === to && (unit.kind === 'count' || unit.kind === 'none') ? fractionFor(from) : undefined;
  const value =
    share ??
    (percent ? write(from / 100, to / 100, { style: 'percent' }, change, toSign) : write(from, to, {}, change, toSign));

  // An open end is a bound even where no modifier says so.
  const bound: Modifier =
    modifier === 'exact' && low === null ? 'at_most' : modifier === 'exact' && high === null ? 'at_least' : modifier;
  const hedge = hedgeInWords(bound);
  const named =
    rate?.[2] ??
    (currency || sign || percent || pronoun.test(unit.text)
      ? null
      : /\p{L}/u.test(unit.text)
        ? unit.text
        : unit.name && (from === 1 && to === 1 ? unit.name : pluralUnit(unit.name)));
  const more = claim.role === 'additional' && !/\b(more|additional|extra|another|further|others?)\b/i.test(named ?? '');
  const hedged = hedgeInWords(bound, value) ?? value;
  const plain = [value, named].filter(Boolean).join(' ');
  const counted = more
    ? t('quantity.more', { value: hedged, unit: named ?? '' })
        .replace(/ {2,}/g, ' ')
        .trim()
    : (hedgeInWords(bound, plain) ?? plain);
  const text = trend && !(change && low !== high) ? t(`quantity.${trend}`, { value: counted }) : counted;
  return { hedge, value, unit: named || null, hedged, counted, text };
}
