import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english, messagesOf } from './words';

const { languages } = await import('../../../lib/ui-text/language');

const folder = new URL('../../../locales/', import.meta.url);
const locales = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const read = (locale: string) => messagesOf(JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8')));

const placeholders = (message: string) => [...new Set(message.match(/\{\w+\}/g) ?? [])].sort();
/** Languages have their own plural forms: what is compared is the message they are forms of, which English's "one" tells from other names. */
const form = /_(zero|one|two|few|many|other)$/;
const counted = new Set(messagesOf(english).flatMap(([name]) => (name.endsWith('_one') ? [name.slice(0, -4)] : [])));
const formOf = (name: string) => (counted.has(name.replace(form, '')) ? form.exec(name)?.[1] : undefined);
const base = (name: string) => (formOf(name) ? name.replace(form, '') : name);

/** Forms that a language uses for the counts of a library; "other" too, as the one that is always there. */
function formsOf(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(['other', ...Array.from({ length: 1000 }, (_, n) => rules.select(n))])].sort();
}

describe.each(locales)('%s', (locale) => {
  const messages = read(locale);

  test('has names that browsers accept, and the messages of English with their placeholders', () => {
    for (const [name] of messages) expect(name).toMatch(/^[a-zA-Z0-9_]+$/);
    const bases = new Set(messages.map(([name]) => base(name)));
    expect([...bases].sort()).toEqual([...new Set(messagesOf(english).map(([name]) => base(name)))].sort());
    const known = new Map(messagesOf(english).map(([name, message]) => [base(name), placeholders(message)]));
    // "One report" may say its number in words.
    for (const [name, message] of messages)
      if (formOf(name) !== 'one' || placeholders(message).includes('{n}'))
        expect([name, placeholders(message)]).toEqual([name, known.get(base(name))]);
  });

  test('has the plural forms that its language needs', () => {
    const forms = new Map<string, string[]>();
    for (const [name] of messages)
      if (formOf(name)) forms.set(base(name), [...(forms.get(base(name)) ?? []), formOf(name) ?? '']);
    // A language may have one more for millions, as French has.
    for (const [name, has] of forms) expect([name, has]).toEqual([name, expect.arrayContaining(formsOf(locale))]);
  });

  test('says nothing with an empty message, and names itself', () => {
    for (const [name, message] of messages) expect([name, message.trim()]).not.toEqual([name, '']);
    expect(new Map(messages).get('product_locale')).toBe(locale);
    expect(Object.keys(languages)).toContain(locale);
  });

  test('sets its own quotation marks, and no other language’s', () => {
    const own: Record<string, string> = { en: '“”', de: '„“', fr: '«»', es: '«»', uk: '«»', ko: '“”', ja: '「」' };
    const foreign = [...'“”„«»「」"'].filter((mark) => !own[locale]?.includes(mark));
    for (const [name, message] of messages)
      expect([name, foreign.filter((mark) => message.includes(mark))]).toEqual([name, []]);
    expect(new Map(messages).get('punctuation_quote')?.replace(/[\s\u00a0]/g, '')).toBe(
      `${own[locale]?.[0]}{text}${own[locale]?.[1]}`,
    );
  });

  test('keeps French signs and their spaces on one line', () => {
    if (locale !== 'fr') return;
    for (const [name, message] of messages) expect([name, /[^\s] [;:?!»]|« /.test(message)]).toEqual([name, false]);
  });

  test('fits the stores: a description of at most 132 characters', () => {
    expect([...(new Map(messages).get('manifest_summary') ?? '')].length).toBeLessThanOrEqual(132);
  });
});

test('the messages that the manifest names exist', () => {
  const config = readFileSync(new URL('../../../wxt.config.ts', import.meta.url), 'utf8');
  const names = [...config.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
  expect(names).toContain('manifest_summary');
  const known = new Set(messagesOf(english).map(([name]) => name));
  for (const name of names) expect(known).toContain(name);
  expect(existsSync(folder)).toBe(true);
});

test('every language offered in the settings has its words', () => {
  expect(Object.keys(languages).sort()).toEqual([...locales].sort());
});
