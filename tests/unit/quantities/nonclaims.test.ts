import { describe, expect, test } from 'vitest';
import { shorts } from './read';

/** Sentences with numbers that claim no quantity. */
const silent = [
  'The treaty was signed on 14 March 2019.',
  'The treaty was signed on March 14.',
  'The court sits from Sept. 20-24.',
  'The law dates from 1998.',
  'The 2018 law was repealed.',
  'The train left at 7.10am.',
  'The train left at 9 p.m.',
  'They won 2-1 in Malmo.',
  'She finished 22nd.',
  'The Boeing 737 landed.',
  'The S&P 500 closed.',
  'Article 5 of the treaty applies.',
  'The plant makes the TX-80.',
  'They live at 12 Harbour Street.',
  'Call 555-123-4567 today.',
  'No one came.',
  'They helped one another.',
  'The 1990s were hard.',
  'She was in the first half.',
  'Covid-19 spread.',
  'They play in the 49ers stadium.',
  'He is a two-way player.',
  'By a 2-to-1 vote it lost.',
  'It is one of those things.',
  'She is 100 percent committed to the plan.',
  'He is a hundred per cent behind it.',
  'Fine dust, or PM2.5, hurts the lungs.',
  'The engine flew on a Block 1B.',
  'The film was shown in 1440p.',
  'The Larks beat the Wrens, 45-17, on Tuesday.',
  'The plan is part of its One Harbour programme.',
  'Growth will slow over 2024.',
  'The mill will not survive beyond 2028.',
  'The airline grounded its 737 Max fleet.',
  'The tram stops at 909 Max.',
  'Walkers met on Eighty Mile Beach at dusk.',
  'If one steps back, the picture is clear.',
  'The paper backs the "Start with One" campaign.',
  'The passer was 20-of-24 on Sunday.',
  'The survey asked men between the ages of 25 and 54.',
  'The service offers 4k streaming.',
  'The last film was 2016’s Star Harbour.',
  'Savers pay into a 401(k) plan.',
  'They would love to one day buy a boat.',
];

/** The same shapes with a quantity in them. */
const spoken: [string, string[]][] = [
  ['In 2019 the town built 14 schools.', ['14 school']],
  ['The Nasdaq 100 fell 1.2%.', ['1.2 percentage down']],
  ['One of the ministers left.', ['1 minister']],
  ['About 2,000 people came in 2000.', ['~2000 people']],
  ['The town has 12 streets.', ['12 street']],
  ['The wall is 6’ high.', ['6 foot']],
  ['The trip took one day.', ['1 day']],
  ['The fleet sent two missions, one carrying Orion.', ['2 mission']],
  ['The airline parked roughly 400 of its 737 Max jets.', ['~400 max jet']],
  ['They walked eighty miles along the beach.', ['80 mile']],
  ['One step is enough.', ['1 step']],
  ['The fair drew 4k visitors.', ['4000 visitor']],
];

describe('what is no claim', () => {
  test.each(silent)('%s', (sentence) => {
    expect(shorts(sentence)).toEqual([]);
  });
  test.each(spoken)('%s', (sentence, expected) => {
    expect(shorts(sentence)).toEqual(expected);
  });
});
