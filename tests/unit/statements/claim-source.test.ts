import { describe, expect, it } from 'vitest';
import { claimAttribution } from '../../../lib/claims/statements/claim-source';
import { findAttributions } from '../../../lib/claims/statements/statements';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();

/** The source of the claim in [brackets], as written; null when the writer asserts it or nobody is named. */
function sourceOf(marked: string): string | null {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const document = readDocument(text, 'en', engine);
  const statements = findAttributions(document, [], engine);
  const id = claimAttribution(document, { start, end }, statements);
  const source = statements.find((statement) => statement.id === id)?.source;
  return source ? text.slice(source.start, source.end) : null;
}

describe('whose claim it is', () => {
  const table: [marked: string, source: string | null][] = [
    ['The coastguard said [40 people] had been rescued.', 'The coastguard'],
    ['[Forty people] had been rescued, the coastguard said.', 'the coastguard'],
    ['The clinic reported [812 deaths] in one week.', 'The clinic'],
    ['The council put the damage at [$3 million] on Monday.', 'The council'],
    ['The bridge is [300 metres] long.', null],
    ['The ministry raised its estimate to [11,000] on Tuesday.', 'The ministry'],
    ['The bank pledged [$4 million] for the port.', 'The bank'],
    // What somebody does with things is not said by him.
    ['The simulation required [16,000 processors] and ran for a year.', null],
    ['Officials also implemented a scheme that takes [200 cars] off the road.', null],
    ['The airline parked [400 jets] in the desert.', null],
    // The outer speaker answers for what is said inside.
    ['The senator told reporters that the agency had warned that [nine dams] could fail.', 'The senator'],
    ['The hospital gave the number as [14 patients].', 'The hospital'],
    ['Some [500 people] have left, the agency estimates, most of them children.', 'the agency'],
    // The second speaker stands beside the first, not in his words.
    ['The union says 12,000 members left, while the firm put the figure at [8,000 people].', 'the firm'],
    // Of whom something is thought says nothing.
    ['The bank is thought to hold [$3bn] of the bonds.', null],
    // Who rejects a number is not its source.
    ["The army rejected Torrin's claim that [600 soldiers] had deserted.", "Torrin's"],
    // What follows the colon goes on with the statement.
    [
      'The repairs will cost $40m, according to the insurer Wenn: [$30m] for the roof and $10m for the walls.',
      'the insurer Wenn',
    ],
    // Words between the pieces of a quotation are the writer's.
    ['"We lost the roof," said Ada Lunn, whose school has [200 pupils]. "We lost the hall."', null],
    // Where the writer goes on after the source, the statement has ended.
    ['The lake has lost a third of its water, the institute said on Monday, as the heat passed [41 degrees].', null],
  ];
  for (const [marked, source] of table) it(marked, () => expect(sourceOf(marked)).toBe(source));
});
