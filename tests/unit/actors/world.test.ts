/** Whole reports from many countries, our own sentences: who acts in them, and what is no actor. */
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../lib/annotate';
import { loadEngine } from '../../../scripts/engine';

const engine = loadEngine();

interface Found {
  /** Names by kind. */
  person: string[];
  organization: string[];
  place: string[];
  group: string[];
  forms: (name: string) => string[];
  roles: (name: string) => string[];
  /** Names of the actors behind each source, by the source's words, in the order of the text. */
  sources: [string, string[]][];
}

function find(text: string): Found {
  const { actors, attributions } = annotate({ text }, engine);
  const named = (kind: string) => actors.filter((actor) => actor.kind === kind).map(({ name }) => name);
  const actor = (name: string) => actors.find((one) => one.name === name);
  return {
    person: named('person'),
    organization: named('organization'),
    place: named('place'),
    group: named('group'),
    forms: (name) => [...new Set(actor(name)?.mentions.map(({ start, end }) => text.slice(start, end)))],
    roles: (name) => actor(name)?.roles ?? [],
    sources: attributions.flatMap(({ source }) =>
      source
        ? [
            [
              text.slice(source.start, source.end),
              source.actors.map((id) => actors.find((one) => one.id === id)?.name ?? ''),
            ] as [string, string[]],
          ]
        : [],
    ),
  };
}

describe('who acts in a report', () => {
  it('from Korea: family names first, an agency and its acronym, a country by its point of the compass', () => {
    const found = find(
      "SEOUL, June 3 (Yonhap) — South Korea's Defence Minister Shin Won-sik said Tuesday that North Korea had fired 12 missiles. Shin told lawmakers the North's leader, Kim Jong Un, watched the launch. Mr. Kim was accompanied by his daughter, Kim Ju Ae, the Korean Central News Agency said. KCNA said Kim praised the troops.",
    );
    expect(found.person).toEqual(['Shin Won-sik', 'Kim Jong Un', 'Kim Ju Ae']);
    expect(found.forms('Kim Jong Un')).toEqual(['Kim Jong Un', 'Kim']);
    expect(found.forms('Korean Central News Agency')).toContain('KCNA');
    expect(found.organization).toEqual(['Korean Central News Agency']);
    expect(found.place).toEqual(expect.arrayContaining(['Seoul', 'South Korea', 'North Korea']));
  });

  it('from Vietnam: given names stand for the person', () => {
    const found = find(
      "HANOI — Vietnam's Prime Minister Pham Minh Chinh met Chinese Premier Li Qiang in Beijing on Monday, officials said. Chinh said trade would grow. Li told him China would buy more fruit.",
    );
    expect(found.person).toEqual(['Pham Minh Chinh', 'Li Qiang']);
    expect(found.forms('Pham Minh Chinh')).toEqual(['Pham Minh Chinh', 'Chinh']);
    expect(found.forms('Li Qiang')).toEqual(['Li Qiang', 'Li']);
    expect(found.forms('China')).toEqual(['Chinese', 'China']);
  });

  it('from Egypt: particles come and go', () => {
    const found = find(
      "CAIRO — Egypt's President Abdel Fattah al-Sisi received Crown Prince Mohammed bin Salman on Thursday. Sisi thanked the kingdom. Bin Salman, who is also prime minister, said Riyadh would invest more. Al-Sisi's office said the two men spoke about Gaza.",
    );
    expect(found.person).toEqual(['Abdel Fattah al-Sisi', 'Mohammed bin Salman']);
    expect(found.forms('Abdel Fattah al-Sisi')).toEqual(['Abdel Fattah al-Sisi', 'Sisi', 'Al-Sisi']);
    expect(found.forms('Mohammed bin Salman')).toEqual(['Mohammed bin Salman', 'Bin Salman']);
  });

  it('from Colombia: an acronym after "or", diacritics that come and go', () => {
    const found = find(
      'BOGOTA, Colombia — President Gustavo Petro on Sunday accused the National Liberation Army, or ELN, of killing nine soldiers. Defence Minister Ivan Velasquez said 300 troops were sent. "They must pay," Velásquez said. The ELN denied it.',
    );
    expect(found.forms('National Liberation Army')).toEqual(['National Liberation Army', 'ELN']);
    expect(found.forms('Ivan Velasquez')).toEqual(['Ivan Velasquez', 'Velásquez']);
  });

  it('from Ukraine: spellings of one name', () => {
    const found = find(
      'KYIV — President Volodymyr Zelenskyy said on Monday that 52 drones were shot down. Zelensky thanked Olaf Scholz. "They are lying," said Andriy Yermak, Zelensky\'s chief of staff.',
    );
    expect(found.forms('Volodymyr Zelenskyy')).toEqual(['Volodymyr Zelenskyy', 'Zelensky']);
    expect(found.person).toHaveLength(3);
  });

  it('from the Philippines: father and son are two', () => {
    const found = find(
      "MANILA — President Ferdinand Marcos Jr. said on Monday that Manila would protest. He is the son of the late dictator Ferdinand Marcos Sr., who died in 1989. Marcos said China's coast guard was to blame.",
    );
    expect(found.person).toEqual(['Ferdinand Marcos Jr.', 'Ferdinand Marcos Sr.']);
  });

  it('calls a body by its whole name where a place inside it has a mark of its own', () => {
    const found = find(
      'NAIROBI — Kenya Airways said on Monday it would cut 500 jobs. The Bank of Japan told reporters it would wait. "We wait too," said the University of Busan.',
    );
    expect(found.organization).toEqual(['Kenya Airways', 'Bank of Japan', 'University of Busan']);
  });

  it('keeps titles out of names and in roles', () => {
    const found = find(
      'LAGOS — Governor Olayemi Cardoso said on Tuesday that prices were a threat. The Nigeria Labour Congress (NLC) called a strike. "Workers cannot wait," said its president, Joe Ajaero. Hon Ngozi Eze and Col. Musa Ali agreed.',
    );
    expect(found.person).toEqual(['Olayemi Cardoso', 'Joe Ajaero', 'Ngozi Eze', 'Musa Ali']);
    expect(found.roles('Olayemi Cardoso')).toContain('Governor');
    expect(found.forms('Nigeria Labour Congress')).toContain('NLC');
  });
});

describe('what is no actor', () => {
  const report =
    ' said on Monday that the river had risen again and that 400 people had left their homes near the harbour.';

  it.each([
    ['the agency of a dateline', `PYONGYANG (AP) — Officials${report}`, ['Pyongyang']],
    [
      'a byline and a photo credit',
      `By Maria Gonzalez and John Smith\nPhoto: Ahmed Hassan/AFP via Getty Images\nOfficials${report}`,
      [],
    ],
    ['who helped', `Officials${report}\nMaria Gonzalez in Madrid and John Smith contributed to this report.`, []],
    [
      'who reported and edited, of many',
      `Officials${report}\nReporting by Luis Acosta; additional reporting by Maria Gonzalez, John Smith and Ahmed Hassan; Editing by Julia Cobb`,
      [],
    ],
    ['who reported and edited', `Officials${report}\nReporting by Luis Acosta; Editing by Julia Cobb`, []],
    [
      'a storm',
      `LIVE: Storm Nora latest\nOfficials${report} Storm Nora moved on. Nora was the third storm of the year, they said.`,
      [],
    ],
    [
      'money',
      `Officials${report} The damage was put at 20 million US dollars, or 900 million Egyptian pounds, they said.`,
      [],
    ],
    ['a title that stands for a person', `Officials${report} The Emir was told at once, they said.`, []],
    [
      'words of a headline in capitals',
      `MARKET FIRE KILLS FOURTEEN TRADERS AT DAWN\nOfficials${report} The fire broke out before sunrise, they said, and burned for six hours while traders tried to save their goods.`,
      [],
    ],
  ])('%s', (_, text, names) => {
    const { person, organization, place, group } = find(text);
    expect([...person, ...organization, ...place, ...group]).toEqual(names);
  });
});

describe('who a source is', () => {
  it('by the gender of title, role or given name', () => {
    const { sources } = find(
      'ABUJA — President Amina Bello met Finance Minister Ahmed Okafor on Monday. She said taxes would fall. He said the budget was ready.',
    );
    expect(sources).toEqual([
      ['She', ['Amina Bello']],
      ['He', ['Ahmed Okafor']],
    ]);
  });

  it('by the country and the office that a description names', () => {
    const { sources } = find(
      'BRUSSELS — German Chancellor Karl Brandt and French President Luc Moreau met on Monday. The French president said aid would double. The German leader said he agreed.',
    );
    expect(sources.slice(0, 2)).toEqual([
      ['The French president', ['Luc Moreau']],
      ['The German leader', ['Karl Brandt']],
    ]);
  });

  it('is nobody of an office that only the name of a paper holds', () => {
    const { sources } = find(
      'PIERRE — Kristi Lund, the leader of South Dakota, met ministers in Sioux Falls on Monday. The campaign cost $449,000, the Sioux Falls Argus Leader said.',
    );
    expect(sources.flatMap(([, names]) => names)).not.toContain('Kristi Lund');
  });

  it('is not the body that spoke last where the description names a place', () => {
    const { sources } = find(
      'BEIJING — The Associated Press reported two cases on Monday. No link was found, the Inner Mongolia health commission said.',
    );
    expect(sources.find(([words]) => words.includes('commission'))?.[1]).not.toContain('Associated Press');
  });

  it('is not whose title it names, nor whom a relative clause names', () => {
    const { sources } = find(
      "ABUJA — President Bola Adeyemi's spokesman, Bayo Musa, said the presidency agreed. Kenya Airways cut 500 jobs on Monday. The airline, which is partly owned by Boeing, said it had no choice.",
    );
    expect(sources).toEqual([
      ["President Bola Adeyemi's spokesman, Bayo Musa", ['Bayo Musa']],
      ['The airline, which is partly owned by Boeing', ['Kenya Airways']],
    ]);
  });
});
