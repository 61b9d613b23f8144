import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../lib/article/read';
import { mapText, offsetOf, pointsOf, type TextMap } from '../../../lib/article/text-map';
import { scan } from '../../../lib/article/tree';
import { pageOf } from './page';

const mapOf = (html: string): TextMap => atOnce(mapText(atOnce(scan(pageOf(`<body>${html}</body>`).body)).blocks));

/** What a range over these places would hold, as the text shows it. */
function shown(map: TextMap, start: number, end: number): string {
  const points = pointsOf(map, { start, end });
  if (!points) return '';
  const range = points.start.node.ownerDocument.createRange();
  range.setStart(points.start.node, points.start.offset);
  range.setEnd(points.end.node, points.end.offset);
  return range.toString();
}
const visible = (text: string) => text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, '');

describe('the text', () => {
  it.each([
    ['<p>One\n   two</p>', 'One two'],
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<p>One<br>two<br><br>three</p>', 'One\ntwo\n\nthree'],
    ['<p>12&nbsp;000 <b>people</b></p>', '12 000 people'],
    ['<p>multi&shy;lateral</p>', 'multilateral'],
    ['<p> <i> </i> Late <i> </i> space </p>', 'Late space'],
    ['<p>stated.<sup><a href="#n1">1</a></sup> Then</p>', 'stated. Then'],
    ['<p>🙂 👍🏽 ok</p>', '🙂 👍🏽 ok'],
    ['<div>A<div>B</div>C</div>', 'A\n\nB\n\nC'],
  ])('%s -> %j', (html, text) => expect(mapOf(html).text).toBe(text));
});

const piece = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ,.]{0,12}$/),
  fc.constantFrom(
    ' ',
    '\n  ',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '🙂',
    'שלום',
    '<b>bold</b>',
    '<i> it </i>',
    '<br>',
    '<p>para</p>',
    '<!--c-->',
  ),
);

describe('the way between text and page', () => {
  it('shows in the page what stands in the text, for every span', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const map = mapOf(pieces.join(''));
        const [start, end] = [a % (map.text.length + 1), b % (map.text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        if (start === end) return;
        expect(visible(shown(map, start, end))).toBe(visible(map.text.slice(start, end)));
      }),
    );
  });

  it('comes back to the same offset from every visible character', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const map = mapOf(pieces.join(''));
        for (let offset = 0; offset < map.text.length; offset++) {
          if (/\s/.test(map.text[offset] ?? ' ')) continue;
          const points = pointsOf(map, { start: offset, end: offset + 1 });
          expect(points && offsetOf(map, points.start)).toBe(offset);
        }
      }),
    );
  });

  it('ends at its limit, inside a text node too', () => {
    const { blocks } = atOnce(scan(pageOf(`<body><p>${'word '.repeat(1000)}</p><p>after</p></body>`).body));
    const map = atOnce(mapText(blocks, 100));
    expect(map.text.length).toBeLessThanOrEqual(100);
    expect(pointsOf(map, { start: 0, end: map.text.length })?.end.offset).toBe(map.text.length);
  });

  it('has no place for what is outside', () => {
    const map = mapOf('<p>One</p>');
    expect(pointsOf(map, { start: 2, end: 9 })).toBeNull();
    expect(pointsOf(map, { start: 1, end: 1 })).toBeNull();
    expect(offsetOf(map, { node: pageOf('<p>x</p>').body, offset: 0 })).toBeNull();
  });
});
