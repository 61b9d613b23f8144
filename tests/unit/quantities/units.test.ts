import { describe, expect, test } from 'vitest';
import { claimsOf, shorts } from './read';

const kinds: [string, string, string][] = [
  ['The deal is worth A$5m.', 'australian dollar', 'money'],
  ['The deal is worth HK$5m.', 'hong kong dollar', 'money'],
  ['The deal is worth $US5m.', 'dollar', 'money'],
  ['The deal is worth 5 million Canadian dollars.', 'canadian dollar', 'money'],
  ['The deal is worth EUR5m.', 'euro', 'money'],
  ['The deal is worth ¥500,000.', 'japanese yen', 'money'],
  ['The deal is worth Rs 500,000.', 'rupee', 'money'],
  ['The ticket costs 80p.', 'penny', 'money'],
  ['The deal is worth N200 billion.', 'nigerian naira', 'money'],
  ['The deal is worth R2.5m.', 'south african rand', 'money'],
  ['They paid R450 for it.', 'south african rand', 'money'],
  ['The deal is worth K500,000.', 'zambian kwacha', 'money'],
  ['He holds two law degrees.', 'law degree', 'count'],
  ['The war left 30,000 combat and civilian deaths.', 'combat civilian death', 'count'],
  ['There were 300 fewer voters.', 'voter', 'count'],
  ['Turnout was 61 per cent.', 'percentage', 'percent'],
  ['The party gained 4 percentage points.', 'percentage point', 'percent'],
  ['The bank cut its rate by 25 basis points.', 'basis point', 'percent'],
  ['The fence is 30 metres long.', 'metre', 'length'],
  ['The garden covers 12 hectares.', 'hectare', 'area'],
  ['The flat has 80 sq m.', 'square metre', 'area'],
  ['The tank holds 40 litres.', 'litre', 'volume'],
  ['The stone weighs 4 tonnes.', 'metric ton', 'mass'],
  ['The dog weighs 40 pounds.', 'pound-mass', 'mass'],
  ['The train reached 300 km/h.', 'kilometre per hour', 'speed'],
  ['The wind blew at 80 miles an hour.', 'mile per hour', 'speed'],
  ['The fish catch is capped at 29 million pounds.', 'pound-mass', 'mass'],
  ['The mill lost 3 million pounds.', 'pound sterling', 'money'],
  ['The strike lasted nine days.', 'day', 'duration'],
  ['Water boils at 100°C.', 'celsius', 'temperature'],
  ['The turbine makes 4 GWh.', 'gigawatt hour', 'energy'],
  ['The motor has 90 kW.', 'kilowatt', 'power'],
  ['The file has 20 gigabytes.', 'gigabyte', 'data'],
  ['The field pumps 80,000 barrels a day.', 'barrel per day', 'rate'],
  ['The clerk earns $900 a week.', 'dollar per week', 'rate'],
  ['The firm paid $2 per share.', 'dollar per share', 'rate'],
  ['Infections stand at 350 per 100,000 people.', 'per 100,000 people', 'rate'],
  ['Temperatures will hit 40C.', 'celsius', 'temperature'],
  ['The 7,000-strong choir sang.', 'people', 'count'],
  ['They fired 400 artillery shells.', 'artillery shell', 'count'],
  ['Four Danish landing ships left.', 'danish landing ship', 'count'],
  ['A magnitude-6.1 quake hit the coast.', 'magnitude', 'other'],
];

describe('units and their kinds', () => {
  test.each(kinds)('%s', (sentence, name, kind) => {
    const [claim] = claimsOf(sentence);
    expect([claim?.unit.name, claim?.unit.kind]).toEqual([name, kind]);
  });
});

describe('ages are years of age', () => {
  test.each([
    ['The 34-year-old won again.', '34 year of age'],
    ['The treaty is ten years old.', '10 year of age'],
    ['Ann Berg, 38, runs the mill.', '38 year of age'],
    ['The victim was aged 17.', '17 year of age'],
  ])('%s', (sentence, expected) => {
    expect(shorts(sentence)).toEqual([expected]);
  });
});

describe('a number without a noun takes the unit of what it stands for', () => {
  test.each([
    ['The army sent 800 recruits. At least 100 have died.', ['800 recruit', '≥100 recruit']],
    ['Rescuers pulled out 40 miners, but 12 of them died.', ['40 miner', '12 miner']],
    ['Police counted 300 cars, compared with 120 a year earlier.', ['300 car', '120 car', '1 year'].slice(0, 2)],
    ['The number of victims may pass 50,000.', ['>50000 victim up']],
    ['The toll stood at 214.', ['214 death']],
    ['About 700 were injured.', ['~700 people']],
    // What befalls people is told of people, whatever was counted in between.
    ['The fever infected 900 people in 17 ports and killed 61.', ['900 people', '17 port', '61 people']],
    ['Of the 14 divers ten were saved; the other four are feared dead.', ['14 diver', '10 diver', '4 diver']],
    ['We lost 300 goats. Another farm says 40 more were sick.', ['300 goat', '40 goat']],
    ['Police counted 12 cars. The harbour office gave the number as 14.', ['12 car', '14 car']],
    ['The mill has 14 wheels, with 3 still missing.', ['14 wheel', '3 missing']],
    // A number so many times the one before counts something else.
    ['The guards freed 40 prisoners on Friday. We count 11,000 around the city.', ['40 prisoner', '11000']],
    ['The plan was one of several sketches and the firm stands by its figure of 5,000.', ['1 sketch', '5000']],
    // Of four buses there cannot be sixty.
    ['The four buses carried 90 pupils, 60 of them girls.', ['4 bus', '90 pupil', '60 pupil']],
    ['Militants beheaded 21 Christians, 20 of them Copts.', ['21 christian', '20 christian']],
    ['The march drew more than 12,000 in attendance.', ['>12000 people']],
    [
      'The agency chose 11 firms. It has 300 customers. These 11 had until May.',
      ['11 firm', '300 customer', '11 firm'],
    ],
    [
      'The rash has two forms. It struck 28 bakers. A third case is unlike the earlier two, doctors said.',
      ['2 form', '28 baker'],
    ],
    ['He retired at age 59 and a half.', ['59.5 year of age']],
  ])('%s', (sentence, expected) => {
    expect(shorts(sentence).slice(0, expected.length)).toEqual(expected);
  });
});
