import { describe, expect, it } from 'vitest';
import { countedOf } from '../../../lib/crossref/counted';
import { sensesOf } from '../../../lib/crossref/sense';
import { report } from './marked';

/** What single-claim reports count together. */
const counted = (...reports: ReturnType<typeof report>[]) =>
  countedOf(reports.flatMap(({ text, annotation }) => sensesOf(text, annotation)));

describe('what claims count together', () => {
  it('is what happened to people, and where, as most say', () => {
    expect(
      counted(
        report('In {Chile} [40 people] were killed.', { low: 40 }),
        report('The flood killed [52] in {Chile}.', { low: 52, unit: '' }),
        report('[60 deaths] have been counted.', { low: 60, unit: 'deaths' }),
      ),
    ).toMatchObject({ noun: null, concept: 'dead', joined: false, places: ['Chile'] });
  });

  it('keeps the noun that says who they were, without names and words that point back', () => {
    expect(
      counted(
        report('[300 Norvik soldiers] were killed.', { low: 300, unit: 'Norvik soldiers' }),
        report('[400 soldiers] were killed.', { low: 400, unit: 'soldiers' }),
        report('[450 of them] were killed.', { low: 450, unit: 'them' }),
      ),
    ).toMatchObject({ noun: 'soldiers', concept: 'dead' });
  });

  it('joins things with what happened to them', () => {
    expect(counted(report('[90 houses] were destroyed.', { low: 90, unit: 'houses' }))).toMatchObject({
      noun: 'houses',
      concept: 'destroyed',
      joined: true,
    });
  });

  it('names no place and no owner that only one of two says', () => {
    expect(
      counted(
        report('In {Chile} [40 people] were killed.', { low: 40 }),
        report('[52 people] were killed.', { low: 52 }),
      ),
    ).toMatchObject({ places: [], owner: null });
  });
});
