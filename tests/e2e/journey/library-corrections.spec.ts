import { click, fill, type Surface, until } from '../../../scripts/reader';
import { expect, marked, picture, save, test, text } from '../test';

/** Opens an article and saves it, without the popup: what is tested here is the library. */
const numbers = (library: Surface): Promise<string[]> =>
  library.evaluate(`[...document.querySelectorAll('.saved-text .mark-claim')].map((mark) => mark.textContent)`);

/** Waits until the saved text has, or has not, a marked number. */
const hasNumber = (library: Surface, words: string, there: boolean) =>
  until(
    library,
    `[...document.querySelectorAll('.saved-text .mark-claim')].length > 0 &&
      [...document.querySelectorAll('.saved-text .mark-claim')].some((mark) => mark.textContent === ${JSON.stringify(words)}) === ${there}`,
    `${words} ${there ? 'marked' : 'not marked'}`,
  );

const chooseNumber = (library: Surface, words: string) =>
  until(
    library,
    `([...document.querySelectorAll('.saved-text .mark-claim')].find((mark) => mark.textContent === ${JSON.stringify(words)}).click(), true)`,
    `the number ${words}`,
  );

/** Selects words in the saved text as a mouse would leave them selected. */
const select = (library: Surface, words: string) =>
  until(
    library,
    `(() => {
      const walker = document.createTreeWalker(document.querySelector('.saved-text'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(${JSON.stringify(words)});
        if (at < 0) continue;
        getSelection().setBaseAndExtent(node, at, node, at + ${words.length});
        return true;
      }
      return false;
    })()`,
    `the words "${words}"`,
  );

test('a wrong claim is corrected and stays corrected; own marks are kept; all is listed and taken back', async ({
  reader,
  site,
}, info) => {
  const address = `${site.origin}/foreland/redmarsh-steel`;
  await save(reader, address);
  const library = await reader.openExtensionPage('library.html');
  await click(library, 'link', 'Redmarsh told it will lose');
  await hasNumber(library, '600 people', true);

  await test.step('“not a claim” takes the mark away, and undo brings it back', async () => {
    await chooseNumber(library, '600 people');
    await click(library, 'button', 'Correct');
    await click(library, 'menuitem', 'Not a claim');
    await hasNumber(library, '600 people', false);
    await click(library, 'button', 'Undo');
    await hasNumber(library, '600 people', true);
    await chooseNumber(library, '600 people');
    await click(library, 'button', 'Correct');
    await click(library, 'menuitem', 'Not a claim');
    await hasNumber(library, '600 people', false);
  });

  await test.step('a wrong number gets the right one', async () => {
    await chooseNumber(library, 'About 800 people');
    await click(library, 'button', 'Correct');
    await click(library, 'menuitem', 'Another number is meant');
    await fill(library, 'textbox', 'Number', '8,000');
    await text(library, /Reads: about 8,000 people/);
    await click(library, 'button', 'Keep');
    await until(library, `!document.querySelector('[role=dialog]')`, 'the dialog to be gone');
    await text(library, /about 8,000 people/);
  });

  await test.step('selected words become an actor', async () => {
    await select(library, 'shop stewards');
    await until(
      library,
      `([...document.querySelectorAll('.selection-bar button')].find((button) => /Actor/.test(button.innerText)).click(), true)`,
      'what can be done with the words',
    );
    await click(library, 'menuitem', 'group');
    await until(
      library,
      `[...document.querySelectorAll('.mark-actor')].some((mark) => mark.textContent === 'shop stewards')`,
      'the actor',
    );
    await picture(info, library, 'corrected');
  });

  await test.step('the page itself is marked as corrected, also when it is opened again', async () => {
    await reader.open(address);
    const marks = await marked(reader, /2,900/);
    const claims = marks.filter(({ highlight }) => highlight.includes('-claim-')).map((mark) => mark.text);
    expect(claims).not.toContain('600 people');
    expect(claims.join()).toContain('800 people');
  });

  await test.step('the corrections are listed, and one is taken back', async () => {
    await click(library, 'link', 'Corrections');
    const said = await text(library, /is not a claim/);
    expect(said).toContain('“About 800 people” means about 8,000 people');
    expect(said).toContain('“shop stewards” is an actor');
    await picture(info, library, 'corrections');
    await click(library, 'button', 'Take back: “600 people”');
    await until(library, `!/is not a claim/.test(document.querySelector('main').innerText)`, 'one correction fewer');
    await click(library, 'link', 'Reports');
    await click(library, 'link', 'Redmarsh told it will lose');
    await hasNumber(library, '600 people', true);
    expect(await numbers(library)).toContain('About 800 people');
  });
});

test('notes on a claim and an actor are kept on each key stroke and found again', async ({ reader, site }) => {
  await save(reader, `${site.origin}/foreland/redmarsh-steel`);
  const library = await reader.openExtensionPage('library.html');
  await click(library, 'link', 'Redmarsh told it will lose');
  await hasNumber(library, '2,900 jobs', true);
  await chooseNumber(library, '2,900 jobs');
  await until(
    library,
    `([...document.querySelectorAll('.claim-actions button')].find((button) => /Note/.test(button.innerText)).click(), true)`,
    'the note button',
  );
  await until(
    library,
    `(() => {
      const field = document.querySelector('.side-panel textarea');
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, 'Ask the council');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    })()`,
    'the note field',
  );
  await text(library, /Note kept/);
  await click(library, 'link', 'Claims');
  await text(library, /Ask the council/);

  await click(library, 'link', 'Actors');
  await click(library, 'link', 'Bridget Amaechi');
  await click(library, 'button', 'Add a note or tags');
  await fill(library, 'textbox', 'Note', 'Speaks for the union');
  await text(library, /Note kept/);
  await click(library, 'link', 'Actors');
  await text(library, /Speaks for the union/);
});
