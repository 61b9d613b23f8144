import { describe, expect, test } from 'vitest';
import { inAlphabet, orderOf, orders } from '../../../entrypoints/library/list/order';
import { foundLine, readFound } from '../../../entrypoints/library/search/search-messages';

describe('the order in an address', () => {
  test('is the list’s own unless a known one is asked for', () => {
    expect(orderOf('reports', new URLSearchParams('sort=title'))).toBe('title');
    expect(orderOf('reports', new URLSearchParams('sort=name'))).toBe('saved');
    for (const list of ['reports', 'stories', 'actors', 'notes'] as const)
      expect(orderOf(list, new URLSearchParams())).toBe(orders[list][0]);
  });
  test('puts names as people do', () => {
    expect(['Flood 10', 'élan', 'Flood 9', 'Zone', 'Elan'].sort(inAlphabet)).toEqual([
      'élan',
      'Elan',
      'Flood 9',
      'Flood 10',
      'Zone',
    ]);
  });
});

describe('what the search worker found', () => {
  test('arrives as it was sent, with claims and without', () => {
    const reports = [
      { id: 'a', claims: ['c1', 'c2'] },
      { id: 'b', claims: ['c3'] },
    ];
    const withClaims = readFound({ found: reports.map(foundLine).join('\n'), ofClaims: true });
    expect(withClaims.ids()).toEqual(['a', 'b']);
    expect(withClaims.some(0, 5)).toEqual(reports);
    expect(withClaims.some(1, 1)).toEqual([reports[1]]);
    const bare = readFound({ found: 'a\nb', ofClaims: false });
    expect([bare.count, bare.ids(), bare.some(0, 1)]).toEqual([2, ['a', 'b'], [{ id: 'a', claims: null }]]);
    expect(readFound({ found: '', ofClaims: false }).ids()).toEqual([]);
  });
});
