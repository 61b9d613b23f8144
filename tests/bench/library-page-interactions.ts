/** What a person does in the library, each with what they see when it is done. Expressions run in the page. */

type InPage = (turn: number) => string;

interface Act {
  what: string;
  turns: number;
  act: InPage;
  settled: InPage;
  /** Not measured: makes ready for the turn. */
  before?: { act: InPage; settled: InPage };
}

interface Place {
  /** Where the acts begin, and when it has settled. */
  from: string;
  ready: string;
  acts: Act[];
}

const of = (words: string) => {
  const list = words.split(' ');
  return (turn: number) => list[turn % list.length] ?? '';
};

const go = (hash: string) => `location.hash = ${JSON.stringify(hash)}`;
const status = `(document.querySelector('.selection [role=status]')?.textContent ?? '')`;
const title = `document.querySelector('main h1')?.textContent`;
const row = `document.querySelector('main li[data-index] a')`;
const firstRow = `document.querySelector('main li[data-index]')`;
const rowsOf = (view: string) => `(${title} === '${view}' && ${row})`;
/** Types as a person does: the field's own setter, which React watches. */
const type = (letters: string) => `{
  const field = document.querySelector('input[type=search]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(letters)});
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}`;
const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`;
const button = (words: string) =>
  `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(words)}).click()`;

/** @param count of the library's reports, as the page writes it: "10,000" */
export function interactions(count: string): Place[] {
  const all = `/${count} reports/.test(${status})`;
  const seen = `window.seen = ${status}`;
  const changed = `(/\\d/.test(${status}) && ${status} !== seen && ${row} && !document.querySelector('.list-row-waiting'))`;
  const first = `window.first = ${firstRow}?.textContent`;
  const link1 = `window.link = document.querySelector('li[data-index="1"] h2 a')`;
  const toast = `[...document.querySelectorAll('.cb-toast')].find((one) => one.textContent.includes(words))`;
  const views = of('Stories Claims Actors Reports');
  const outlets = of('outlet1 outlet2 outlet3 outlet4 outlet5 outlet6 outlet7 outlet8');
  const words = of('flood quake strike harbour troops union');
  const told = of('flood fire front fever homes');
  const units = of('soldier job case building house truck');
  const letters = of('ka mor yar zel dor sen');
  const kinds = of('place person');
  return [
    {
      from: '#/reports',
      ready: all,
      acts: [
        {
          what: 'switch to another list, as often as there are four',
          turns: 12,
          act: (turn) => go(`#/${views(turn).toLowerCase()}`),
          settled: (turn) => rowsOf(views(turn)),
        },
      ],
    },
    {
      from: '#/reports',
      ready: all,
      acts: [
        {
          what: 'reports: filter by outlet',
          turns: 8,
          act: (turn) => go(`#/reports?outlet=${outlets(turn)}`),
          settled: (turn) => `document.querySelector('.report-facts span')?.textContent === '${outlets(turn)}'`,
        },
        {
          what: 'reports: filter by tag, and back',
          turns: 6,
          act: (turn) => `${seen}; ${go(turn % 2 === 0 ? '#/reports?tag=later' : '#/reports')}`,
          settled: () => changed,
        },
        {
          what: 'reports: select all, and none',
          turns: 6,
          before: { act: () => go('#/reports'), settled: () => all },
          act: () => click('.selection input'),
          settled: (turn) => `/selected/.test(${status}) === ${turn % 2 === 0}`,
        },
        {
          what: 'reports: first answer to a word',
          turns: 6,
          act: (turn) => `${seen}; ${type(words(turn))}`,
          settled: () => changed,
        },
        {
          what: 'reports: a further letter',
          turns: 6,
          before: { act: (turn) => `${seen}; ${type(words(turn).slice(0, 3))}`, settled: () => changed },
          act: (turn) => `${seen}; ${type(words(turn).slice(0, 4))}`,
          settled: () => `(${changed} || document.querySelector('input[type=search]').value.length === 4 && ${row})`,
        },
        {
          what: 'reports: open one',
          turns: 6,
          before: { act: () => go('#/reports'), settled: () => `(${title} === 'Reports' && ${row})` },
          act: (turn) => click(`main li[data-index="${turn % 4}"] h2 a`),
          settled: () => `document.querySelector('.report h1') && document.querySelector('.mark-claim')`,
        },
        {
          what: 'reports: back to the list',
          turns: 6,
          before: { act: (turn) => go(`#/report/r${turn}`), settled: () => `document.querySelector('.report h1')` },
          act: () => go('#/reports'),
          settled: () => `(${title} === 'Reports' && ${row})`,
        },
        {
          what: 'reports: delete one',
          turns: 4,
          before: {
            act: () => `if (!/1 selected/.test(${status})) document.querySelector('li[data-index="1"] input').click()`,
            settled: () => `/1 selected/.test(${status})`,
          },
          act: () =>
            `window.gone = document.querySelector('li[data-index="1"] h2 a').getAttribute('href'); ${button('Delete')}`,
          settled: () =>
            `![...document.querySelectorAll('main h2 a')].some((one) => one.getAttribute('href') === gone)`,
        },
        {
          what: 'reports: undo of a deletion',
          turns: 4,
          before: {
            act: () =>
              `${link1}; window.gone = link.getAttribute('href'); window.words = link.textContent;
              document.querySelector('li[data-index="1"] input').click();
              requestAnimationFrame(() => ${button('Delete')})`,
            settled: () => toast,
          },
          act: () => `[...${toast}.querySelectorAll('button')].find((one) => one.textContent === 'Undo').click()`,
          settled: () => `[...document.querySelectorAll('main h2 a')].some((one) => one.getAttribute('href') === gone)`,
        },
      ],
    },
    {
      from: '#/stories',
      ready: `/stories/.test(${status})`,
      acts: [
        {
          what: 'stories: search',
          turns: 6,
          act: (turn) => type(`story ${turn + 2}`),
          settled: (turn) => `document.querySelector('li[data-index] h2')?.textContent.startsWith('Story ${turn + 2}')`,
        },
        {
          what: 'stories: filter by outlet',
          turns: 6,
          act: (turn) => `${seen}; ${go(`#/stories?outlet=${outlets(turn)}`)}`,
          settled: () => changed,
        },
        {
          what: 'stories: open one',
          turns: 4,
          before: { act: () => go('#/stories'), settled: () => rowsOf('Stories') },
          act: (turn) => click(`main li[data-index="${turn}"] h2 a`),
          settled: () => `document.querySelector('.story-tabs')`,
        },
      ],
    },
    {
      from: '#/claims',
      ready: `/\\d/.test(${status})`,
      acts: [
        {
          what: 'claims: filter by unit',
          turns: 6,
          act: (turn) => go(`#/claims?unit=${units(turn)}`),
          settled: (turn) =>
            `document.querySelector('.claim-sentence mark')?.textContent.replace(/s$/, '').endsWith('${units(turn)}')`,
        },
        {
          what: 'claims: filter by certainty, and back',
          turns: 6,
          act: (turn) => `${first}; ${go(turn % 2 === 0 ? '#/claims?certainty=certain&unit=job' : '#/claims')}`,
          settled: () => `${firstRow} && ${firstRow}.textContent !== first`,
        },
        {
          what: 'claims: search',
          turns: 6,
          act: (turn) => `${first}; ${type(told(turn))}`,
          settled: () => `${firstRow} && ${firstRow}.textContent !== first`,
        },
      ],
    },
    {
      from: '#/actors',
      ready: `/\\d/.test(${status})`,
      acts: [
        {
          what: 'actors: search',
          turns: 6,
          act: (turn) => type(letters(turn)),
          settled: (turn) =>
            `document.querySelector('.actor-row h2')?.textContent.toLowerCase().includes('${letters(turn)}')`,
        },
        {
          what: 'actors: filter by kind',
          turns: 6,
          before: { act: () => go('#/actors'), settled: () => rowsOf('Actors') },
          act: (turn) => go(`#/actors?kind=${kinds(turn)}`),
          settled: (turn) => `document.querySelector('.actor-row')?.dataset.kind === '${kinds(turn)}'`,
        },
        {
          what: 'actors: open one',
          turns: 6,
          before: { act: () => go('#/actors'), settled: () => rowsOf('Actors') },
          act: (turn) => click(`main li[data-index="${turn}"] h2 a`),
          settled: () => `document.querySelector('.actor-head h1')`,
        },
      ],
    },
  ];
}
