import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteReports, editReport, saveReport, wipeLibrary } from '../../../lib/library';
import { db } from '../../../lib/library/database';
import type { SearchFilter } from '../../../lib/library/rows';
import { Searcher } from '../../../lib/library/search/search';
import { type Entry, facet, mergeSegments, openSegment, writeSegment } from '../../../lib/library/search/segment';
import { openSearch, updateSearch } from '../../../lib/library/search/store';
import { queryTerms, termsIn } from '../../../lib/library/search/words';
import { article, reading } from './samples';

const entry = (id: string, change: Partial<Entry> = {}): Entry => ({
  id,
  day: 20_000,
  title: '',
  own: '',
  names: '',
  text: '',
  facets: [],
  claims: [],
  ...change,
});
const claim = (low: number, change: Partial<Entry['claims'][number]> = {}) => ({
  id: `c${low}`,
  unit: 'people',
  low,
  high: low,
  certainty: 'certain' as const,
  source: 'the mayor\np:ada lind',
  ...change,
});
const searcher = (...entries: Entry[]) => new Searcher([openSegment(writeSegment(entries, []))]);
const ids = (among: Searcher, query: string, filter: SearchFilter = {}) =>
  among.search({ query, filter }).map(({ id }) => id);

describe('words', () => {
  it.each([
    ['Zürich, the U.S. and 7.8%', ['zurich', 'the', 'u', 's', 'and', '7.8']],
    ['12,000 soldiers', ['12000', 'soldiers']],
    ['12\u00a0000 soldiers', ['12000', 'soldiers']],
    ['東京で地震', ['東京', '京で', 'で地', '地震', '震']],
    ['북한군 1만', ['북한', '한군', '군', '1', '만']],
  ])('of %j', (text, terms) => {
    expect([...termsIn(text)]).toEqual(terms);
  });

  it('of a query in a script without spaces ask for neighbours only', () => {
    expect(queryTerms('地震')).toEqual(['地震']);
    expect(queryTerms('震')).toEqual(['震']);
  });
});

describe('a search', () => {
  const among = searcher(
    entry('flood', { title: 'Levee at Ostrava gives way', text: 'The river Odra rose. 12,000 people fled.' }),
    entry('steel', { title: 'Steelmaker shuts its mill', text: 'The union in Ostrava spoke of 1,900 jobs.' }),
    entry('tokyo', { title: '東京で地震', text: '死者は12人' }),
  );

  it('finds all words, each from its beginning, title first', () => {
    expect(ids(among, 'ostr')).toEqual(['flood', 'steel']);
    expect(ids(among, 'ostrava mill')).toEqual(['steel']);
    expect(ids(among, 'ostrava zebra')).toEqual([]);
  });

  it('finds numbers however they are grouped, and not by their beginning digits alone', () => {
    expect(ids(among, '12000')).toEqual(['flood']);
    expect(ids(among, '12,000 people')).toEqual(['flood']);
  });

  it('finds words of scripts without spaces', () => {
    expect(ids(among, '地震')).toEqual(['tokyo']);
    expect(ids(among, '震')).toEqual(['tokyo']);
    expect(ids(among, '大阪')).toEqual([]);
  });

  it('forgives a typing error where nothing is found without', () => {
    expect(ids(among, 'ostarva')).toEqual([]);
    expect(ids(among, 'ostrawa')).toEqual(['flood', 'steel']);
    expect(ids(among, 'steelmakr')).toEqual(['steel']);
  });

  it('of nothing but punctuation finds nothing, without words everything, newest first', () => {
    expect(ids(among, '?!')).toEqual([]);
    expect(ids(searcher(entry('old', { day: 1 }), entry('new', { day: 2 })), ' ')).toEqual(['new', 'old']);
  });
});

describe('a filter', () => {
  const among = searcher(
    entry('a', {
      day: 20_000,
      facets: [facet('site', 'The Herald'), facet('tag', 'flood'), facet('actor', 'p:odra'), facet('story', 's1')],
      claims: [claim(40), claim(2, { unit: 'metre', certainty: 'probable', source: 'Tidewire\no:tidewire' })],
    }),
    entry('b', { day: 20_010, facets: [facet('site', 'The Herald Tribune')], claims: [claim(9, { high: Infinity })] }),
  );
  it.each<[string, SearchFilter, string[]]>([
    ['outlet', { siteName: 'The Herald' }, ['a']],
    ['tag', { tag: 'flood' }, ['a']],
    ['actor', { actorKey: 'p:odra' }, ['a']],
    ['story', { storyId: 's1' }, ['a']],
    ['first day', { from: new Date(20_005 * 86_400_000).toISOString() }, ['b']],
    ['last day', { to: new Date(20_000 * 86_400_000).toISOString().slice(0, 10) }, ['a']],
    ['unit', { unit: 'metre' }, ['a']],
    ['least value', { min: 41 }, ['b']],
    ['value range', { min: 30, max: 50 }, ['b', 'a']],
    ['certainty', { certainty: 'probable' }, ['a']],
    ['source as written', { source: 'tide' }, ['a']],
    ['source as named', { source: 'lind' }, ['b', 'a']],
    ['actor who said it', { sourceActor: 'o:tidewire' }, ['a']],
    ['things that no one claim has together', { unit: 'metre', min: 30 }, []],
  ])('by %s', (_, filter, found) => {
    expect(ids(among, '', filter)).toEqual(found);
  });

  it('on claims says which claims pass', () => {
    expect(among.search({ query: '', filter: { unit: 'metre' } })).toMatchObject([{ id: 'a', claims: ['c2'] }]);
  });
});

describe('segments', () => {
  const word = fc.constantFrom('river', 'mayor', 'levee', 'flood', 'metre', 'herald', '地震');
  const report = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), words: fc.array(word, { maxLength: 5 }) });

  it('merged answer as they do apart, and the newest entry of a report counts', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ reports: fc.array(report, { maxLength: 4 }), gone: fc.subarray<string>(['a', 'b', 'e']) }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        word,
        (pieces, query) => {
          const expected = new Map<string, string>();
          const segments = pieces.map(({ reports, gone }) => {
            for (const id of gone) expected.delete(id);
            const unique = new Map(reports.map(({ id, words }) => [id, words.join(' ')]));
            for (const [id, text] of unique) expected.set(id, text);
            const absent = gone.filter((id) => !unique.has(id as 'a'));
            const entries = [...unique].map(([id, text]) => entry(id, { text, claims: [claim(7)] }));
            return openSegment(writeSegment(entries, absent));
          });
          const apart = new Searcher(segments);
          const data = mergeSegments(segments, (place, index) => apart.isHidden(place, index), false);
          const merged = new Searcher([openSegment(data)]);
          const right = [...expected].filter(([, text]) => text.includes(query)).map(([id]) => id);
          expect(ids(apart, query).sort()).toEqual(right.sort());
          expect(ids(merged, query).sort()).toEqual(right);
          expect(ids(merged, '', { min: 5, max: 8 }).sort()).toEqual([...expected.keys()].sort());
        },
      ),
    );
  });
});

describe('the index of the library', () => {
  beforeEach(wipeLibrary);
  const found = async (query: string, filter: SearchFilter = {}) => ids(await openSearch(), query, filter);

  it('follows saving, changing, tagging and deleting, and is never made anew', async () => {
    const { reportId } = await saveReport(article(), reading());
    await saveReport(article({ canonicalUrl: 'https://herald.example/b', title: 'Another' }), reading());
    expect(await found('levee')).toEqual([]);
    await updateSearch();
    expect(await found('levee')).toEqual([reportId]);
    expect(await found('evacuated')).toHaveLength(2);
    expect(await found('', { unit: 'people', min: 40 })).toHaveLength(2);
    expect(await db.stale.count()).toBe(0);

    await editReport(reportId, { note: 'call the dam keeper', tags: ['water'] });
    await updateSearch();
    expect(await found('keeper')).toEqual([reportId]);
    expect(await found('', { tag: 'water' })).toEqual([reportId]);

    await deleteReports([reportId]);
    await updateSearch();
    expect(await found('levee')).toEqual([]);
  });

  it('keeps few segments, however often something is saved', async () => {
    for (let i = 0; i < 20; i++) {
      await saveReport(article({ canonicalUrl: `https://herald.example/${i}` }), reading());
      await updateSearch();
    }
    expect(await db.segments.count()).toBeLessThanOrEqual(5);
    expect(await found('levee')).toHaveLength(20);
  });

  it('takes a report in again that changed while it was being taken in', async () => {
    const { reportId } = await saveReport(article(), reading());
    const change = () => {
      db.segments.hook('creating').unsubscribe(change);
      // As another window would, between reading and writing.
      void db.stale.put({ what: 'search', reportId, mark: -1 });
    };
    db.segments.hook('creating', change);
    await updateSearch();
    expect(await found('levee')).toEqual([reportId]);
    expect(await db.stale.count()).toBe(0);
  });
});
