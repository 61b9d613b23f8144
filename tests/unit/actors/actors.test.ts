import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findActors } from '../../../lib/actors/actors';
import { actorKey } from '../../../lib/actors/key';
import { resolveSources } from '../../../lib/actors/sources';
import type { Actor, Attribution } from '../../../lib/annotation';
import { readDocument } from '../../../lib/language/read';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();
const read = (text: string) => {
  const document = readDocument(text, 'en', engine);
  return { document, actors: findActors(document, engine) };
};
const formsOf = (text: string, actor: Actor | undefined) => [
  ...new Set(actor?.mentions.map(({ start, end }) => text.slice(start, end))),
];
const find = (text: string, name: string) => read(text).actors.find((actor) => actor.name === name);

describe('merging', () => {
  it('joins a last name, with and without a title, to the full name', () => {
    const text =
      'Prime Minister Maria Lindqvist met ministers in Oslo on Monday. Lindqvist said the talks were useful, and Ms Lindqvist thanked them.';
    const actor = find(text, 'Maria Lindqvist');
    expect(actor?.kind).toBe('person');
    expect(formsOf(text, actor)).toEqual(['Maria Lindqvist', 'Lindqvist']);
    expect(actor?.mentions).toHaveLength(3);
  });

  it('takes the family name of a Korean name from its front', () => {
    const text = 'Defence minister Kim Tae-hyun spoke in Seoul on Friday. Kim said the drills would go on.';
    expect(formsOf(text, find(text, 'Kim Tae-hyun'))).toEqual(['Kim Tae-hyun', 'Kim']);
  });

  it('keeps two persons of one last name apart and gives the bare name to the one mentioned last', () => {
    const text =
      'George Miller, a senator, said yes. His daughter Anna Miller said no on Tuesday. Miller told reporters she was sure.';
    expect(find(text, 'George Miller')?.mentions).toHaveLength(1);
    expect(find(text, 'Anna Miller')?.mentions).toHaveLength(2);
  });

  it('joins an acronym in brackets and on its own', () => {
    const text =
      'The National Transportation Safety Board (NTSB) sent a team to Ohio. The NTSB said on Monday that it found no fault.';
    expect(formsOf(text, find(text, 'National Transportation Safety Board'))).toEqual([
      'National Transportation Safety Board',
      'NTSB',
    ]);
  });

  it('joins a country, its short forms and its people, and keeps the capital apart', () => {
    const text =
      'The United States sent aid to Kenya on Friday. U.S. officials met Kenyan ministers. Washington said more would follow.';
    const { actors } = read(text);
    expect(
      formsOf(
        text,
        actors.find(({ name }) => name === 'United States'),
      ),
    ).toEqual(['United States', 'U.S.']);
    const kenya = actors.find(({ name }) => name === 'Kenya');
    expect(formsOf(text, kenya)).toEqual(['Kenya', 'Kenyan']);
    expect(kenya?.kind).toBe('place');
    expect(kenya?.mentions.map(({ kind }) => kind)).toEqual(['place', 'group']);
    expect(actors.find(({ name }) => name === 'Washington')?.kind).toBe('place');
  });
});

describe('roles', () => {
  it.each([
    ['Finance Minister Pedro Alvarez said taxes would fall.', 'Pedro Alvarez', 'Finance Minister'],
    ['The chancellor, Hannah Weiss, said the plan was dead.', 'Hannah Weiss', 'chancellor'],
    [
      'Peter Novak, a spokesman for the ministry, said nothing had changed.',
      'Peter Novak',
      'spokesman for the ministry',
    ],
    [
      'Ann Lee, a research analyst at the Oslo-based Council on Water, agreed.',
      'Ann Lee',
      'research analyst at the Oslo-based Council on Water',
    ],
    [
      'Bo Lund, a professor at Hill University whose work won a prize, agreed.',
      'Bo Lund',
      'professor at Hill University',
    ],
  ])('%s', (text, name, role) => {
    expect(find(text, name)?.roles).toContain(role);
  });
});

describe('bounds that the rest of the text settles', () => {
  const names = (text: string) => read(text).actors.map(({ name }) => name);
  it('a name that is cut in one place and whole in others', () => {
    const found = names('Shoppers like Whole Foods. Whole Foods said it has cut 300 prices. Whole Foods is big.');
    expect(found).toContain('Whole Foods');
    expect(found).not.toContain('Foods');
  });
  it('two names in one, each of which stands alone elsewhere', () => {
    const text =
      'Walmart opened a shop in Ohio. Kroger, based in Ohio, closed one. Analysts at Hill Bank rate Walmart and Kroger as equals. Kroger said it would grow, and Walmart said it would not.';
    expect(names(text)).not.toContain('Walmart and Kroger');
  });
  it('where a report was written', () => {
    const place = read('ST. AGNES, Mich. (AP) — Health officials in Michigan said two people died.').actors[0];
    expect(place?.kind).toBe('place');
  });
  it('an address on the web and the firm behind it', () => {
    const found = names(
      'Edmunds expects sales to fall. Rates rose, according to Edmunds.com, a data firm in California.',
    );
    expect(found.filter((name) => name.startsWith('Edmunds'))).toHaveLength(1);
  });
});

test('half a compound is no role', () => {
  expect(find('Post-Alvarez budgets were leaner, Pedro Alvarez said.', 'Pedro Alvarez')?.roles).toEqual([]);
});

describe('what is no actor', () => {
  it.each([
    ['a byline', 'By Laura Stevens and Mark Hale\nThe river rose again overnight.'],
    ['lower-case bodies', 'The health ministry said the police and the army had helped.'],
    ['months and days', 'It opened on Tuesday, the last day of January.'],
  ])('%s', (_, text) => {
    expect(read(text).actors).toEqual([]);
  });
});

describe('sources', () => {
  const resolve = (text: string, source: string, from = 0) => {
    const { document, actors } = read(text);
    const start = text.indexOf(source, from);
    const attribution: Attribution = {
      id: 's1',
      source: { start, end: start + source.length, actors: [] },
      cue: { start: start + source.length + 1, end: start + source.length + 5 },
      content: { start: start + source.length + 6, end: text.length },
    };
    const ids = resolveSources(document, actors, [attribution], engine.gazetteer)[0]?.source?.actors ?? [];
    return ids.map((id) => actors.find((actor) => actor.id === id)?.name);
  };

  it('finds whom a pronoun, a title or a common noun stands for', () => {
    const text = 'Agriculture Minister Elena Petrova visited farms near Sofia. She said prices would fall.';
    expect(resolve(text, 'She')).toEqual(['Elena Petrova']);
    const minister =
      'Agriculture Minister Elena Petrova visited farms near Sofia. The minister said prices would fall.';
    expect(resolve(minister, 'The minister')).toEqual(['Elena Petrova']);
    const agency =
      'The Korean Central News Agency (KCNA) published photographs on Friday. The agency said the test went well.';
    expect(resolve(agency, 'The agency')).toEqual(['Korean Central News Agency']);
  });

  it('names the person and not the employer in a title', () => {
    const text = "Noah Berg, Volkswagen's chief executive, said sales had doubled.";
    expect(resolve(text, "Noah Berg, Volkswagen's chief executive")).toEqual(['Noah Berg']);
  });

  it('leaves an unnamed source without actors', () => {
    expect(resolve('Analysts said that prices would fall in Norway.', 'Analysts')).toEqual([]);
  });
});

describe('keys across reports', () => {
  const person = (name: string) => actorKey({ kind: 'person', name });
  it.each([
    [person('Sergei Shoigu'), person('Sergey Shoigu')],
    [person('Volodymyr Zelensky'), person('Volodymyr Zelenskyy')],
    [person('Joseph R. Biden Jr.'), person('Joseph Biden')],
    [person('José Ramírez'), person('Jose Ramirez')],
    [actorKey({ kind: 'place', name: 'U.S.' }), actorKey({ kind: 'place', name: 'United States' })],
    [actorKey({ kind: 'place', name: 'British' }), actorKey({ kind: 'place', name: 'United Kingdom' })],
    [actorKey({ kind: 'organization', name: 'UN' }), actorKey({ kind: 'organization', name: 'United Nations' })],
    [
      actorKey({ kind: 'organization', name: 'Ministry of Defence' }),
      actorKey({ kind: 'organization', name: 'Defence Ministry' }),
    ],
  ])('%s', (left, right) => {
    expect(left).toBe(right);
  });

  it('differ for different people', () => {
    expect(person('Kim Jong Un')).not.toBe(person('Kim Jong Il'));
    expect(person('George Miller')).not.toBe(person('Anna Miller'));
  });
});

describe('any string', () => {
  const word = fc.constantFrom(
    'Kim',
    'Mr.',
    'U.S.',
    'the',
    '(',
    ')',
    'KCNA',
    "'s",
    ',',
    '\n',
    'Russian',
    'of',
    'Bank',
    'said',
    '-',
    'al',
    'By',
    '2016',
    'election',
    'É',
  );
  const text = fc
    .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
    .map((words) => words.join(' '));

  it('gives mentions inside the text, in order, each once', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { actors } = read(value);
        const seen = new Set<string>();
        for (const { id, name, mentions } of actors) {
          expect(id).toMatch(/^a\d+$/);
          expect(name.length).toBeGreaterThan(0);
          expect(mentions.length).toBeGreaterThan(0);
          let before = -1;
          for (const { start, end } of mentions) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(value.length);
            expect(seen.has(`${start} ${end}`)).toBe(false);
            seen.add(`${start} ${end}`);
            before = start;
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(['Kim ', 'Kim Lee Park ', '(KCNA) ', "US's ", 'Aa-'])('takes 300,000 characters of %j', (unit) => {
    expect(read(unit.repeat(300_000 / unit.length)).actors.length).toBeGreaterThanOrEqual(0);
  });
});
