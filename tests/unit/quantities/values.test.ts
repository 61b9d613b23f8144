import { describe, expect, test } from 'vitest';
import { shorts } from './read';

/** Each row: a sentence of ours, and what it claims. */
const tables: Record<string, [string, string[]][]> = {
  'digits and their grouping': [
    ['The region counted 12,500 farms.', ['12500 farm']],
    ['The council spent ₹12,34,567 on lamps.', ['1234567 indian rupee']],
    ['The bridge is 1.25 km long.', ['1.25 kilometre']],
    ['Workers laid 10½ miles of cable.', ['10.5 mile']],
    ['She poured 3/4 cup of milk.', ['0.75 cup']],
    ['The strike ended a 2-1/2-year dispute.', ['2.5 year']],
  ],
  'number words': [
    ['Twenty-one thousand voters signed the petition.', ['21000 voter']],
    ['One hundred and five ships left the harbour.', ['105 ship']],
    ['A dozen eggs broke.', ['12 egg']],
    ['Two dozen firefighters came.', ['24 firefighter']],
    ['Farmers lost half a million sheep.', ['500000 sheep']],
    ['It took two and a half hours.', ['2.5 hour']],
    ['One in five bakers agreed.', ['0.2']],
    ['One baker in five agreed.', ['0.2']],
    ['Nine out of 10 bakers agreed.', ['0.9']],
    ['Half of the bakers agreed.', ['0.5']],
  ],
  'bounds outside of what is added': [
    ['The bank may buy up to an additional 15 per cent.', ['≤15 percentage']],
    ['The firm bought at least another 300 trucks.', ['≥300 truck']],
  ],
  'vague plurals': [
    ['Dozens were still unaccounted for.', ['±12..120 people']],
    ['The clerk told the hundreds waiting outside to leave.', ['±100..1000 people']],
    ['Some 400 barns were inspected; dozens were destroyed.', ['~400 barn', '±12..120 barn']],
    ['They need a few hundred lamps.', ['±300..900 lamp']],
    ['They need an extra few hundred lamps.', ['±300..900 lamp']],
    ['Only "a few dozen" bakers remain.', ['±36..108 baker']],
    ['The guild said "as many as 7,000" livelihoods depend on it.', ['≤7000 livelihood']],
    ['The plan asks for "about 46 million" crowns.', ['~46000000 crown']],
    ['Hundreds of families fled.', ['±100..1000 family']],
    ['Tens of thousands of protesters marched.', ['±10000..100000 protester']],
    ['Dozens of shops closed.', ['±12..120 shop']],
    ['Several hundred villagers waited.', ['±300..900 villager']],
  ],
  'numerals that are written apart': [
    ['More than 10 000 bakers signed.', ['>10000 baker']],
    ['The island has 1 250 000 sheep.', ['1250000 sheep']],
    ['Some 32,2 million bakers signed.', ['~32200000 baker']],
    ['Prices rose 7,5 percent.', ['7.5 percentage up']],
    ['In 2023 100 bakers signed.', ['100 baker']],
    ['The lots are 12, 15 and 18 metres long.', ['12 metre', '15 metre', '18 metre']],
  ],
  magnitudes: [
    ['The fund holds $2.3 million.', ['2300000 dollar']],
    ['The fund holds €4bn.', ['4000000000 euro']],
    ['The fund holds £88m.', ['88000000 pound sterling']],
    ['The state borrowed 35 lakh rupees.', ['3500000 rupee']],
    ['The firm shipped 35m of its phones.', ['35000000 phone']],
  ],
  'ranges and alternatives': [
    ['The ministry sent 10,000-12,000 troops.', ['10000..12000 troop']],
    ['The ministry sent between 3,000 and 5,000 troops.', ['3000..5000 troop']],
    ['Three or four boats sank.', ['3..4 boat']],
    ['The plant costs $2-3 billion.', ['2000000000..3000000000 dollar']],
    ['Inflation may reach 5 to 7 per cent.', ['5..7 percentage']],
    ['The price fell from $2,400 to $2,300.', ['2400..2300 dollar down']],
  ],
  'signed values': [
    ['The night was -5 degrees Celsius.', ['-5 celsius']],
    ['The vault is kept at minus 40 degrees Fahrenheit.', ['-40 fahrenheit']],
  ],
  'lists that share a unit': [
    ['Rates of 5, 10 and 15 per cent apply.', ['5 percentage', '10 percentage', '15 percentage']],
    ['The shop sells four- and six-inch nails.', ['4 inch', '6 inch']],
  ],
  hedges: [
    ['Nearly 300 pupils came.', ['~300 pupil']],
    ['Some 300 pupils came.', ['~300 pupil']],
    ['At least 300 pupils came.', ['≥300 pupil']],
    ['No fewer than 300 pupils came.', ['≥300 pupil']],
    ['Up to 300 pupils came.', ['≤300 pupil']],
    ['As many as 300 pupils came.', ['≤300 pupil']],
    ['No more than 300 pupils came.', ['≤300 pupil']],
    ['Upwards of 300 pupils came.', ['>300 pupil']],
    ['Well over 300 pupils came.', ['>300 pupil']],
    ['Fewer than 300 pupils came.', ['<300 pupil']],
    ['The hall seats 300 people or more.', ['≥300 people']],
    ['An estimated 300 pupils came.', ['~300 pupil']],
  ],
  trends: [
    ['Exports rose 3%.', ['3 percentage up']],
    ['Exports fell by nearly 3%.', ['~3 percentage down']],
    ['Shares were down 12 points.', ['12 point down']],
    ['Exports were 4% lower.', ['4 percentage down']],
    ['The count rose to 93.', ['93 up']],
    ['The bank cut rates by 50 basis points.', ['50 basis point down']],
    ['Sales doubled to 900 carts.', ['900 cart up']],
    // A law that passes is no number that does.
    ['The chamber passed five laws.', ['5 law']],
    ['The death toll passed 5,000.', ['>5000 death up']],
    ['The firm lost $5 billion in market value.', ['5000000000 dollar down']],
    // Raising money moves no price.
    ['The firm raised $5 billion.', ['5000000000 dollar']],
  ],
};

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    test.each(rows)('%s', (sentence, expected) => {
      expect(shorts(sentence)).toEqual(expected);
    });
  });
}
