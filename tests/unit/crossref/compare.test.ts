import { describe, expect, it } from 'vitest';
import { linkClaims } from '../../../lib/crossref/crossref';
import { sensesOf } from '../../../lib/crossref/sense';
import { type Given, report } from './marked';

/** "later claim relation earlier claim", by the claims' words. */
function links(later: ReturnType<typeof report>, earlier: ReturnType<typeof report>): string[] {
  const words = ({ text, annotation }: ReturnType<typeof report>, id: string) => {
    const claim = annotation.claims.find((one) => one.id === id);
    return claim ? text.slice(claim.start, claim.end) : '';
  };
  const senses = sensesOf(later.text, later.annotation);
  const found = linkClaims(senses, [{ id: 'r', senses: sensesOf(earlier.text, earlier.annotation) }]);
  return [...found].flatMap(([claim, to]) =>
    to.map((link) => `${words(later, claim)} ${link.relation} ${words(earlier, link.claim)}`),
  );
}

const toll = report('The storm killed [40 people].', { low: 40 });

describe('numbers of the same thing', () => {
  it.each([
    ['a higher one', report('The death toll rose to [52].', { low: 52 }), ['52 higher 40 people']],
    ['a lower one', report('Only [31] died in the storm.', { low: 31 }), ['31 lower 40 people']],
    [
      'the same one, differently hedged',
      report('At least [40 deaths] are known.', { low: 40, unit: 'death', modifier: 'at_least' }),
      ['40 deaths same 40 people'],
    ],
    [
      'a range around it',
      report('The storm claimed between [30 and 50 victims].', { low: 30, high: 50, unit: 'victim' }),
      ['30 and 50 victims overlaps 40 people'],
    ],
    ['the injured are others', report('[52 people] were injured.', { low: 52 }), []],
    ['the missing are others', report('[52 people] are missing.', { low: 52 }), []],
    [
      'money is no people',
      report('The storm cost [$40 million].', { low: 40_000_000, unit: 'dollar', kind: 'money' }),
      [],
    ],
    [
      'a minor number of people is compared when both say what happened to them',
      report('[Two people] died in his house.', { low: 2, salience: 'minor' }),
      ['Two people lower 40 people'],
    ],
    [
      'a minor number of which nothing is said is no news',
      report('[Two people] waited.', { low: 2, salience: 'minor' }),
      [],
    ],
  ])('%s', (_, later, expected) => {
    expect(links(later, toll)).toEqual(expected);
  });

  it('soldiers are troops, not workers', () => {
    const before = report('There are [9,000 troops] in {Karelia}.', { low: 9000, unit: 'troop' });
    expect(links(report('Some [11,000 soldiers] are in {Karelia}.', { low: 11000, unit: 'soldier' }), before)).toEqual([
      '11,000 soldiers higher 9,000 troops',
    ]);
    expect(links(report('Some [11,000 builders] are in {Karelia}.', { low: 11000, unit: 'builder' }), before)).toEqual(
      [],
    );
  });

  it('a vague million is not compared with a village', () => {
    const before = report('There are [900 troops] in {Karelia}.', { low: 900, unit: 'troop' });
    expect(links(report('The army has [1.2 million soldiers].', { low: 1_200_000, unit: 'soldier' }), before)).toEqual(
      [],
    );
  });
});

describe('places', () => {
  const before = report(
    'In {Chile} [40 people] died. In {Peru} [25 people] died. In all [65 people] died.',
    { low: 40 },
    { low: 25 },
    { low: 65, role: 'total' },
  );

  it('are kept apart where a report counts them apart', () => {
    const later = report(
      '[48 people] died in {Chile}. [30 people] died in {Peru}. Altogether [78 people] died.',
      { low: 48 },
      { low: 30 },
      { low: 78, role: 'total' },
    );
    expect(links(later, before)).toEqual([
      '48 people higher 40 people',
      '30 people higher 25 people',
      '78 people higher 65 people',
    ]);
  });

  it('that differ speak against a comparison', () => {
    expect(
      links(report('[48 people] died in {Bolivia}.', { low: 48 }), report('[40 people] died in {Chile}.', { low: 40 })),
    ).toEqual([]);
  });
});

describe('roles', () => {
  it('an increment adds to a greater number that is there', () => {
    const before = report('There are [9,000 soldiers] in {Karelia}.', { low: 9000, unit: 'soldier' });
    const later = report('Another [2,000 soldiers] have arrived in {Karelia}.', {
      low: 2000,
      unit: 'soldier',
      role: 'additional',
    });
    expect(links(later, before)).toEqual(['2,000 soldiers adds 9,000 soldiers']);
  });

  it('what is added to the dead but injured compares with the injured', () => {
    const later = report('[40 people] died. Another [90] were injured.', { low: 40 }, { low: 90, role: 'additional' });
    const before = report('[70 people] were injured.', { low: 70 });
    expect(links(later, before)).toEqual(['90 higher 70 people']);
  });

  it('a part belongs to the whole that both give', () => {
    const before = report('The works will cost [50 million pounds].', { low: 5e7, unit: 'pound', kind: 'money' });
    const later = report(
      'The works will cost [50 million pounds]. Of this, [12 million] is for the roof.',
      { low: 5e7, unit: 'pound', kind: 'money' },
      { low: 1.2e7, unit: 'pound', kind: 'money', role: 'part' },
    );
    expect(links(later, before)).toEqual([
      '50 million pounds same 50 million pounds',
      '12 million part_of 50 million pounds',
    ]);
  });
});

describe('sums', () => {
  const money = (low: number): Given => ({ low, unit: 'euro', kind: 'money' });

  it('compare when they are the same actor’s', () => {
    const before = report('{o:Norrline} reported a loss of [9 million euros].', money(9e6));
    expect(links(report('{o:Norrline} said its loss was [14 million euros].', money(1.4e7)), before)).toEqual([
      '14 million euros higher 9 million euros',
    ]);
    expect(links(report('{o:Baltica} reported a loss of [14 million euros].', money(1.4e7)), before)).toEqual([]);
  });

  it('of different years are no contradiction', () => {
    const before = report('{o:Norrline} had assets of [9 million euros] in 2019.', money(9e6));
    expect(links(report('{o:Norrline} had assets of [14 million euros] in 2021.', money(1.4e7)), before)).toEqual([]);
  });

  it('in different currencies are never converted', () => {
    const before = report('{o:Norrline} reported a loss of [9 million euros].', money(9e6));
    const later = report('{o:Norrline} reported a loss of [9 million pounds].', {
      low: 9e6,
      unit: 'pound',
      kind: 'money',
    });
    expect(links(later, before)).toEqual([]);
  });

  it('lengths are converted where it is exact', () => {
    const before = report('The wall of {Ostrel} is [1.609344 kilometres] long.', {
      low: 1.609344,
      unit: 'kilometre',
      kind: 'length',
      about: { text: 'wall', start: 4, end: 8 },
    });
    const later = report('The wall of {Ostrel} is [one mile] long.', {
      low: 1,
      unit: 'mile',
      kind: 'length',
      about: { text: 'wall', start: 4, end: 8 },
    });
    expect(links(later, before)).toEqual(['one mile same 1.609344 kilometres']);
  });
});

describe('what happened to the counted', () => {
  it('"lost" before a number says that they died; behind it, it says nothing', () => {
    const concepts = (marked: string) => {
      const { text, annotation } = report(marked, { low: 2300, unit: 'soldiers' });
      return sensesOf(text, annotation).map(({ concept }) => concept);
    };
    expect(concepts('{Norvik} says it has lost [2,300 soldiers] since May.')).toEqual(['dead']);
    expect(concepts('Some [2,300 soldiers] lost their way in the snow.')).toEqual([null]);
  });
});

describe('sides of a conflict', () => {
  const dead = (marked: string, low: number) => report(marked, { low, unit: 'soldiers' });
  const compared = (a: ReturnType<typeof report>, b: ReturnType<typeof report>) =>
    linkClaims(sensesOf(a.text, a.annotation), [{ id: 'b', senses: sensesOf(b.text, b.annotation) }]).size > 0;

  it('the dead of one army are not compared with those on both sides, nor with those of another', () => {
    const one = dead('At least [63 {o:Norvik} soldiers] were killed.', 63);
    expect(compared(one, dead('[11,000 soldiers] on both sides were killed.', 11_000))).toBe(false);
    expect(compared(one, dead('At least [400 {o:Sarmund} soldiers] were killed.', 400))).toBe(false);
    expect(compared(one, dead('At least [91 {o:Norvik} soldiers] were killed.', 91))).toBe(true);
  });
});
