import { afterEach, describe, expect, test } from 'vitest';
import { english, fakeBrowser, messagesOf } from './words';

const { messageLanguage, speak, textDirection, uiLanguage } = await import('../../../lib/ui-text/language');
const { count, list, plural, t } = await import('../../../lib/ui-text/text');

const i18n = fakeBrowser['i18n'] as { getUILanguage: () => string };
const own = i18n.getUILanguage;
afterEach(async () => {
  i18n.getUILanguage = own;
  await speak(null);
});

/** English words with another language's rules, and what is said otherwise there. */
const pretend = (language: string, said: Record<string, string> = {}) =>
  speak(language, async () => new Map([...messagesOf(english), ['product_locale', language], ...Object.entries(said)]));

test('the browser’s language is spoken until another one is chosen, and again afterwards', async () => {
  expect(t('ui.undo')).toBe('Undo');
  await pretend('de', { ui_undo: 'Rückgängig' });
  expect(t('ui.undo')).toBe('Rückgängig');
  expect(messageLanguage()).toBe('de');
  await speak(null);
  expect(t('ui.undo')).toBe('Undo');
});

test('a language that cannot be loaded leaves the browser’s', async () => {
  await speak('de', () => Promise.reject(new Error('no file')));
  expect(t('ui.undo')).toBe('Undo');
});

test('the browser’s own language is not loaded a second time', async () => {
  await speak('en', () => Promise.reject(new Error('asked')));
  expect(t('ui.undo')).toBe('Undo');
});

describe('numbers and lists', () => {
  test('follow the language chosen', async () => {
    await pretend('de');
    expect(count(12_300.5)).toBe('12.300,5');
    expect(list(['A', 'B', 'C'])).toBe('A, B und C');
  });

  test('follow the browser’s variant of the language spoken, and no other language', () => {
    expect(uiLanguage()).toBe('en-GB');
    i18n.getUILanguage = () => 'de-AT';
    expect(uiLanguage()).toBe('en');
    expect(count(12_300)).toBe('12,300');
  });
});

test('plural forms follow the rules of the language: Ukrainian has three for whole numbers', async () => {
  await pretend('uk', {
    count_reports_one: '{n} звіт',
    count_reports_few: '{n} звіти',
    count_reports_many: '{n} звітів',
    count_reports_other: '{n} звіту',
  });
  expect([1, 2, 5, 11, 21, 22].map((n) => plural('count.reports', n))).toEqual([
    '1 звіт',
    '2 звіти',
    '5 звітів',
    '11 звітів',
    '21 звіт',
    '22 звіти',
  ]);
  await pretend('ja', { count_reports_other: '{n} 件' });
  expect(plural('count.reports', 1)).toBe('1 件');
});

test('a form that a language lacks falls back to "other"', async () => {
  const messages = new Map(messagesOf(english).filter(([name]) => name !== 'count_reports_one'));
  await speak('ko', async () => messages.set('product_locale', 'ko').set('count_reports_other', '보고서 {n}개'));
  expect(plural('count.reports', 1)).toBe('보고서 1개');
});

test('Arabic and Hebrew run from right to left, the others do not', async () => {
  expect(textDirection()).toBe('ltr');
  expect([textDirection('ar'), textDirection('he-IL'), textDirection('uk')]).toEqual(['rtl', 'rtl', 'ltr']);
  await pretend('ar');
  expect(textDirection()).toBe('rtl');
});

test('from right to left what fills a message keeps its own direction; elsewhere nothing is added', async () => {
  const said = () => t('comparison.short.higher', { quantity: '800 people' });
  expect(said()).toBe('higher than 800 people');
  await pretend('ar');
  expect(said()).toBe('higher than \u2068800 people\u2069');
});
