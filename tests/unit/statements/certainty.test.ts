import { describe, expect, it } from 'vitest';
import type { Attribution, Certainty } from '../../../lib/annotation';
import { claimCertainty } from '../../../lib/claims/statements/certainty';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();

/**
 * A text with one claim in [brackets]; a cue in {braces} makes the sentence's other words its content. Brackets and braces are
 * taken out before reading.
 */
function certaintyOf(marked: string): Certainty {
  let text = '';
  const spans: Record<string, { start: number; end: number }> = {};
  for (const character of marked) {
    if (character === '[') spans['claim'] = { start: text.length, end: text.length };
    else if (character === '{') spans['cue'] = { start: text.length, end: text.length };
    else if (character === ']') spans['claim'] = { start: spans['claim']?.start ?? 0, end: text.length };
    else if (character === '}') spans['cue'] = { start: spans['cue']?.start ?? 0, end: text.length };
    else text += character;
  }
  const { claim, cue } = spans;
  if (!claim) throw new Error(`no claim in ${marked}`);
  const content =
    cue && claim.start > cue.end ? { start: cue.end, end: text.length } : { start: 0, end: cue?.start ?? 0 };
  const attribution: Attribution | null = cue ? { id: 's1', source: null, cue, content } : null;
  return claimCertainty(readDocument(text, 'en', engine), claim, attribution, attribution ? [attribution] : []);
}

const table: Record<Certainty, string[]> = {
  certain: [
    'The coach gave a chance to [12 players].',
    'The flood destroyed [400 houses].',
    'The mayor {said} the flood had destroyed [400 houses].',
    'The operator will close [three plants] next year, it {announced}.',
    'The company {promised} to hire [250 people].',
    'The army {confirmed} that [12 soldiers] had been captured.',
    // A hedge in another clause does not reach the claim.
    'The port handled [90 ships] in June, although the final count may differ.',
    'The bank closed [40 branches] and may sell its headquarters.',
    // What is rejected, asked for or looked at need not be doubted.
    'The board rejected an offer of [$5 million].',
    'The firm dismissed [40 workers].',
    'Police questioned [eight men].',
    'Officials could not say where the [70 trucks] had gone.',
    'She rebutted the charge, raising money for [three candidates].',
    'The army has [20 tanks] there, an officer {said}. The ministry has neither confirmed nor denied the deployment.',
    'The mayor {said} [90 boats] had left. The harbour master could not corroborate accounts that some had sunk.',
  ],
  probable: [
    'Analysts {believe} that the group has [5,000 fighters].',
    'About [300 miners] are believed to be trapped underground.',
    'The repair will cost an estimated [$40 million].',
    'Losses were estimated at [$12 billion].',
    'The ministry raised its estimate to [11,000].',
    'The bank cut its forecast for growth to [2 percent].',
    'Sales missed estimates of [64,900 vans].',
    'The ministry {told} reporters that it expected [600 guests] to arrive.',
    'The treasury expects the fund to lose about [$9 billion].',
    'The storm is likely to leave [20,000 homes] without power.',
    'The number of victims is thought to run into the [hundreds].',
    'Satellite images {suggest} that [forty tanks] have crossed the river.',
    'The firm appears to have lost [two million customers].',
  ],
  possible: [
    'The repairs may cost [$40 million].',
    'Workers feared for their jobs at the prospect of [300 closures].',
    'Up to [900 jobs] could be cut, the union {said}.',
    'It might have carried [80 passengers], the airline {estimated}.',
    'The officer {warned} that [thousands of families] might have to leave.',
    'Perhaps [150 people] came.',
  ],
  denied: [
    'Not one clerk resigned, let alone [10,000].',
    'The city does not have [1,000 beds].',
    'The ministry {denied} that [500 soldiers] had deserted.',
    'The general {rejected} reports that [90 men] had fled.',
    'The company did not sell [900 cars].',
    'The claim that [500 soldiers] deserted is false.',
  ],
  unknown: [
    'The rebels said they had killed [60 soldiers]. The claim could not be independently verified.',
    'Reporters {asked} whether [200 people] had been detained.',
    'Unconfirmed reports spoke of [30 dead].',
    'Allegedly [70 crates] were stolen.',
    'The club lost [45 members], which has not been confirmed.',
  ],
};

describe('certainty of a claim', () => {
  for (const [certainty, sentences] of Object.entries(table))
    for (const sentence of sentences)
      it(`${certainty}: ${sentence}`, () => expect(certaintyOf(sentence)).toBe(certainty));
});
