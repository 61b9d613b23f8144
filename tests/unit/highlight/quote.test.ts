import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, quoteOf } from '../../../lib/highlight/quote';

const never = () => false;
const text =
  'The dam gave way before dawn. Officials said about 3,000 people had left the valley. Two days later, about 3,000 people were back, the mayor said.';
const second = text.lastIndexOf('about 3,000 people');
const quote = quoteOf(text, second, second + 'about 3,000 people'.length);

describe('finding a quote again', () => {
  it('takes the place whose surroundings agree, of several alike', () =>
    expect(anchor(text, quote, never)).toEqual({ status: 'found', start: second, end: second + 18 }));

  it('finds it after the text before it changed', () => {
    const longer = `Update: this story was corrected. ${text}`;
    expect(anchor(longer, quote, never)).toMatchObject({ status: 'found', start: longer.lastIndexOf('about 3,000') });
  });

  it('says which number stands there now', () => {
    const changed = text.slice(0, second) + text.slice(second).replace('3,000', '4,200');
    expect(anchor(changed, quote, never)).toMatchObject({ status: 'changed', now: 'about 4,200 people' });
  });

  it('finds it in other words', () => {
    const reworded = text.slice(0, second) + text.slice(second).replace('about 3,000 people', 'around 3,000 people');
    const found = anchor(reworded, quote, never);
    expect(found).toMatchObject({ status: 'moved' });
    if (found.status === 'moved') expect(reworded.slice(found.start, found.end)).toContain('3,000 people');
  });

  it('says when it is gone', () =>
    expect(anchor('A wholly other text about ferries and their timetables in winter.', quote, never).status).toBe(
      'missing',
    ));

  it('does not take a short word for found anywhere', () => {
    const short = quoteOf('The two leaders met.', 4, 7);
    expect(anchor('In summer two ferries ran between the islands.', short, never).status).toBe('missing');
  });

  it('gives up when its time is over', () => {
    let looks = 0;
    const expired = () => ++looks > 3;
    expect(anchor('x'.repeat(100_000), quote, expired).status).toBe('unsearched');
    expect(looks).toBe(4);
  });

  it('finds every quote in the text it was taken from', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(), (whole, a, b) => {
        const [start, end] = [a % whole.length, b % (whole.length + 1)].sort((x, y) => x - y) as [number, number];
        if (start === end) return;
        const found = anchor(whole, quoteOf(whole, start, end), never);
        expect(found.status).toBe('found');
        if (found.status === 'found') expect(whole.slice(found.start, found.end)).toBe(whole.slice(start, end));
      }),
    );
  });
});
