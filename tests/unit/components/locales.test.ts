import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { english, messagesOf } from './words';

const folder = new URL('../../../locales/', import.meta.url);
const locales = readdirSync(folder).filter((name) => name.endsWith('.json'));

const placeholders = (message: string) => [...new Set(message.match(/\{\w+\}/g) ?? [])].sort();
/** Languages have their own plural forms: what is compared is the message they are forms of. */
const base = (name: string) => name.replace(/_(?:zero|one|two|few|many|other)$/, '');

test.each(locales)('%s has names that browsers accept, and the messages of English with their placeholders', (file) => {
  const messages = messagesOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  for (const [name] of messages) expect(name).toMatch(/^[a-zA-Z0-9_]+$/);
  const bases = new Set(messages.map(([name]) => base(name)));
  expect([...bases].sort()).toEqual([...new Set(messagesOf(english).map(([name]) => base(name)))].sort());
  const known = new Map(messagesOf(english).map(([name, message]) => [base(name), placeholders(message)]));
  for (const [name, message] of messages) expect([name, placeholders(message)]).toEqual([name, known.get(base(name))]);
});
