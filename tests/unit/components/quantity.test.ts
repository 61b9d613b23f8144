import { describe, expect, test } from 'vitest';
import './words';
import type { Claim } from '../../../lib/annotation';
import { speak } from '../../../lib/ui-text/language';
import { hedgeInWords, quantityInWords } from '../../../lib/ui-text/quantity';
import japanese from '../../../locales/ja.json';
import { messagesOf, wordsOf } from './words';

const plain = { low: 0, high: 0, modifier: 'exact', trend: null } as const;
const troops = { text: 'troops', name: 'troop', kind: 'count' } as const;
const euros = { text: 'euros', name: 'euro', kind: 'money' } as const;
const percent = { text: 'per cent', name: 'percentage', kind: 'percent' } as const;

type Case = [words: string, quantity: Partial<Claim['quantity']>, unit: Claim['unit'], role?: Claim['role']];

const cases: Case[] = [
  ['4,300 troops', { low: 4300, high: 4300 }, troops],
  ['about 10,000–12,000 troops', { low: 10_000, high: 12_000, modifier: 'about' }, troops],
  ['about 1,000–3,000 more troops', { low: 1000, high: 3000, modifier: 'about' }, troops, 'additional'],
  ['8 others', { low: 8, high: 8 }, { text: 'others', name: 'other', kind: 'count' }, 'additional'],
  ['up to 3,000 troops', { low: null, high: 3000, modifier: 'at_most' }, troops],
  ['at least 40 troops', { low: 40, high: null, modifier: 'at_least' }, troops],
  ['more than 40 troops', { low: 40, high: null, modifier: 'more_than' }, troops],
  ['roughly 100–1,000 troops', { low: 100, high: 1000, modifier: 'vague' }, troops],
  // An open end is a bound even where the text has no word for it.
  ['up to 9 troops', { low: null, high: 9 }, troops],
  ['at least 9 troops', { low: 9, high: null }, troops],
  ['€850 million', { low: 850e6, high: 850e6 }, euros],
  ['€1.5', { low: 1.5, high: 1.5 }, euros],
  ['from €2.4 million to €3.1 million', { low: 2.4e6, high: 3.1e6 }, euros, 'change'],
  ['$2.3 billion', { low: 2.3e9, high: 2.3e9 }, { text: '$', name: 'dollar', kind: 'money' }],
  ['12%', { low: 12, high: 12 }, percent],
  ['up 3.5%', { low: 3.5, high: 3.5, trend: 'up' }, percent, 'change'],
  ['down about 7%', { low: 7, high: 7, modifier: 'about', trend: 'down' }, percent],
  [
    '3 percentage points',
    { low: 3, high: 3 },
    { text: 'percentage points', name: 'percentage point', kind: 'percent' },
  ],
  ['⅔ troops', { low: 0.667, high: 0.667 }, troops],
  ['about ⅛', { low: 0.125, high: 0.125, modifier: 'about' }, { text: '', name: '', kind: 'none' }],
  // A share only where things are counted.
  ['50%', { low: 50, high: 50 }, percent],
  ['0.5 miles', { low: 0.5, high: 0.5 }, { text: 'miles', name: 'mile', kind: 'length' }],
  ['1 western official', { low: 1, high: 1 }, { text: '', name: 'western official', kind: 'count' }],
  // Shortened only where no digit is lost.
  ['2,312,456 troops', { low: 2_312_456, high: 2_312_456 }, troops],
  ['2.312 million troops', { low: 2_312_000, high: 2_312_000 }, troops],
  // The text gives no unit: its name, in the plural.
  ['93 people', { low: 93, high: 93 }, { text: '', name: 'people', kind: 'count' }],
  ['300 barrels per day', { low: 300, high: 300 }, { text: '', name: 'barrel per day', kind: 'rate' }],
  ['$2.52 a share', { low: 2.52, high: 2.52 }, { text: '$2.52 a share', name: 'dollar per share', kind: 'rate' }],
  [
    '£1.2 million a month',
    { low: 1.2e6, high: 1.2e6 },
    { text: '£1.2m a month', name: 'pound sterling per month', kind: 'rate' },
  ],
  ['38 missing', { low: 38, high: 38 }, { text: '', name: 'missing', kind: 'count' }],
  ['7 armed men', { low: 7, high: 7 }, { text: '', name: 'armed man', kind: 'count' }],
  ['7 cities', { low: 7, high: 7 }, { text: '', name: 'city', kind: 'count' }],
  ['12', { low: 12, high: 12 }, { text: '', name: '', kind: 'none' }],
];

describe('a quantity in words', () => {
  test.each(cases)('%s', (words, quantity, unit, role = null) => {
    expect(quantityInWords({ quantity: { ...plain, ...quantity }, unit, role }).text).toBe(words);
  });

  test('the parts can be shown apart', () => {
    const { hedge, value, unit, hedged } = quantityInWords({
      quantity: { low: 10_000, high: 12_000, modifier: 'about', trend: null },
      unit: troops,
      role: null,
    });
    expect({ hedge, value, unit }).toEqual({ hedge: 'about', value: '10,000–12,000', unit: 'troops' });
    expect(hedged).toBe('about 10,000–12,000');
  });

  test('a comparison is not made with a trend: "higher than 3%", not "higher than up 3%"', () => {
    const { counted } = quantityInWords({
      quantity: { low: 3, high: 3, modifier: 'exact', trend: 'up' },
      unit: percent,
      role: null,
    });
    expect(counted).toBe('3%');
  });

  test('a hedge stands where the language has it', async () => {
    const quantity = { low: 40, high: null, modifier: 'more_than', trend: null } as const;
    await speak('ja', async () => new Map(messagesOf(japanese)));
    expect(quantityInWords({ quantity, unit: troops, role: null })).toMatchObject({
      counted: '40 troops超',
      hedged: '40超',
    });
    expect(hedgeInWords('more_than')).toBe('超');
    await speak(null);
  });

  test.each([
    ['en', 'about 2,000 more troops'],
    ['de', 'etwa 2.000 weitere troops'],
    ['es', 'alrededor de 2000 troops más'],
    ['uk', 'ще близько 2 000 troops'],
    ['ja', 'さらに約2,000 troops'],
  ])('an addition stands as a sentence of %s has it', async (language, words) => {
    if (language !== 'en') await speak(language, async () => wordsOf(language));
    const quantity = { low: 2000, high: 2000, modifier: 'about', trend: null } as const;
    expect(quantityInWords({ quantity, unit: troops, role: 'additional' }).text.replaceAll('\u00a0', ' ')).toBe(words);
    const bare = quantityInWords({ quantity, unit: { text: '', name: '', kind: 'none' }, role: 'additional' }).text;
    expect([bare, bare.trim()]).toEqual([bare, bare]);
    await speak(null);
  });

  test('"3,000 of them" is 3,000: what they are stands in the sentence only', () => {
    const quantity = { low: 3000, high: 3000, modifier: 'about', trend: null } as const;
    expect(quantityInWords({ quantity, unit: { text: 'them', name: 'them', kind: 'count' }, role: 'part' }).text).toBe(
      'about 3,000',
    );
  });

  test('the sign of a currency stands where the language has it, whichever dollar it is', async () => {
    const quantity = { low: 2.3e9, high: 2.3e9, modifier: 'exact', trend: null } as const;
    const dollars = { text: '$', name: 'dollar', kind: 'money' } as const;
    expect(quantityInWords({ quantity, unit: dollars, role: null }).value).toBe('$2.3 billion');
    await speak('fr', async () => wordsOf('fr'));
    expect(quantityInWords({ quantity, unit: dollars, role: null }).value.replaceAll('\u00a0', ' ')).toBe(
      '2,3 milliards $',
    );
    await speak(null);
  });
});
