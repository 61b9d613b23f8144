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
  ])('%s', (sentence, expected) => {
    expect(shorts(sentence).slice(0, expected.length)).toEqual(expected);
  });
});
