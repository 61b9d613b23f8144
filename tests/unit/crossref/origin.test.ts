import { describe, expect, it } from 'vitest';
import { originsOf, type Telling } from '../../../lib/crossref/origin';

let serial = 0;
const telling = (change: Partial<Telling>): Telling => ({
  report: `r${serial++}`,
  outlet: `outlet${serial}`,
  sentence: Array.from({ length: 12 }, (_, index) => `word${serial}x${index}`).join(' '),
  source: null,
  sourceActors: [],
  ...change,
});
const groups = (...tellings: Telling[]) => originsOf(tellings).map(({ group, same }) => [group, same]);

describe('a number told again', () => {
  it('by another source in another outlet is another telling', () => {
    const mayor = telling({ source: 'Mayor Ada Lind', sourceActors: ['p:ada lind'] });
    const police = telling({ source: 'the police chief of Tavar', sourceActors: ['p:ole berg'] });
    expect(groups(mayor, police)).toEqual([
      [0, null],
      [1, null],
    ]);
  });

  it('by a report that cites the same agency is the same telling, and says whose', () => {
    const first = telling({ source: 'Tidewire', sourceActors: ['o:tidewire'] });
    const second = telling({ source: 'the Tidewire news agency', sourceActors: ['o:tidewire'] });
    expect(originsOf([first, second])[1]).toEqual({ group: 0, same: 'source', who: 'Tidewire' });
  });

  it('in a copied sentence is the same telling, whoever is cited', () => {
    const sentence = 'At least 52 people were killed when the dam above Tavar gave way, the governor said on Sunday.';
    expect(groups(telling({ sentence }), telling({ sentence: sentence.replace('At least ', 'Some ') }))).toEqual([
      [0, null],
      [0, 'copy'],
    ]);
  });

  it('by the same outlet is the same telling', () => {
    expect(groups(telling({ outlet: 'The Herald' }), telling({ outlet: 'The Herald' }))).toEqual([
      [0, null],
      [0, 'outlet'],
    ]);
  });

  it.each(['officials', 'the officials', 'he', 'police', 'two witnesses'])(
    '"%s" are nobody in particular',
    (source) => {
      expect(groups(telling({ source }), telling({ source }))).toEqual([
        [0, null],
        [1, null],
      ]);
    },
  );

  it('joins the group of what it copies, through others', () => {
    const sentence = 'At least 52 people were killed when the dam above Tavar gave way, the governor said on Sunday.';
    const here = telling({ source: 'Mayor Ada Lind', sourceActors: ['p:ada lind'] });
    const cites = telling({ source: 'Lind', sourceActors: ['p:ada lind'], sentence });
    const copies = telling({ sentence });
    expect(groups(here, cites, copies)).toEqual([
      [0, null],
      [0, 'source'],
      [0, 'copy'],
    ]);
  });
});
