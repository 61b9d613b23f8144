import { describe, expect, it } from 'vitest';
import { body, furniture, nameReader } from '../../../lib/article/hints';
import { pageOf } from './page';

const hintOf = (name: string, tag = 'div') => {
  const element = pageOf('<body></body>').createElement(tag);
  element.setAttribute('class', name);
  return nameReader()(element);
};

describe('names of elements', () => {
  for (const { pattern, matches, misses } of [...furniture, ...body]) {
    const expression = new RegExp(pattern, 'i');
    it.each(matches)(`"%s" is matched by /${pattern.slice(0, 30)}…/`, (name) =>
      expect(expression.test(` ${name}`)).toBe(true),
    );
    it.each(misses)(`"%s" is not matched by /${pattern.slice(0, 30)}…/`, (name) =>
      expect(expression.test(` ${name}`)).toBe(false),
    );
  }

  it.each([
    ['article-comments', -2],
    ['related-stories', -2],
    ['byline', -1],
    ['story-body', 1],
    ['plain', 0],
    ['post has-sidebar category-newsletter tag-comments', 0],
  ])('"%s" says %i', (name, hint) => expect(hintOf(name)).toBe(hint));

  it('never takes an article for furniture by the states in its classes', () => {
    expect(hintOf('comments-open', 'article')).toBe(0);
    expect(hintOf('comments-open', 'section')).toBe(-2);
  });

  it('believes microdata before names', () => {
    const element = pageOf('<div id="a" class="promo" itemprop="articleBody"></div>').getElementById('a');
    expect(element && nameReader()(element)).toBe(2);
  });
});
