import { readFileSync } from 'node:fs';
import { click, fill, until } from '../../../scripts/reader';
import { violations } from '../axe';
import { expect, picture, save, test, text } from '../test';

const asked = 'Who are the two officials?';
const counted = 'Counted from the air.';

test('everything that was noted is found in one list, edited, deleted and brought back', async ({
  reader,
  site,
}, info) => {
  const empty = await reader.openExtensionPage('library.html#/notes');
  await text(empty, /No notes yet/);
  await empty.close();

  await save(reader, `${site.origin}/courier/norvik-troops`, asked);
  const library = await reader.openExtensionPage('library.html');
  const shown = (count: number) =>
    until<string[]>(
      library,
      `(() => {
        const notes = [...document.querySelectorAll('.note-own')].map((one) => one.textContent);
        return notes.length === ${count} && notes;
      })()`,
      `${count} notes`,
    );

  await test.step('a note on a number joins the one on the report', async () => {
    await click(library, 'link', 'Norvik has sent');
    await until(library, `(document.querySelector('.mark-claim').click(), true)`, 'a number');
    await click(library, 'button', 'Note');
    await until(
      library,
      `(() => {
        const field = document.querySelector('.claim-actions textarea, .side-claims textarea');
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, ${JSON.stringify(counted)});
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return true;
      })()`,
      'the note’s field',
    );
    await text(library, /Note kept/);
    await click(library, 'link', 'Notes');
    expect(await shown(2)).toEqual([counted, asked]);
    await picture(info, library, 'notes');
    expect(await violations(library), 'the list of notes').toEqual([]);
  });

  await test.step('the search narrows it, and the place is one click away', async () => {
    await fill(library, 'searchbox', 'Search notes', 'air');
    expect(await shown(1)).toEqual([counted]);
    await click(library, 'link', 'Norvik has sent');
    await until(library, `/^#\\/report\\/[^/]+\\/[^/]+$/.test(location.hash)`, 'the number in its report');
    await library.evaluate(`(history.back(), true)`);
    await shown(1);
    await fill(library, 'searchbox', 'Search notes', '');
    await shown(2);
  });

  await test.step('it is edited and deleted in the list, and both can be taken back', async () => {
    await click(library, 'button', 'Edit the note');
    await until(library, `document.querySelector('[role=dialog] textarea')`, 'the dialog');
    expect(await violations(library), 'the dialog').toEqual([]);
    await fill(library, 'textbox', 'Note', 'Counted by satellite.');
    await fill(library, 'textbox', 'Tags', 'method, air');
    await click(library, 'button', 'Keep');
    await until(library, `/Counted by satellite/.test(document.querySelector('main').innerText)`, 'the new words');
    await text(library, /#method/);
    await until(library, `(document.querySelector('.note-actions button:last-child').click(), true)`, 'delete');
    expect(await shown(1)).toEqual([asked]);
    await text(library, /1 note deleted/);
    await until(
      library,
      `([...document.querySelectorAll('.cb-toast')].find((one) => /deleted/.test(one.textContent)).querySelector('button').click(), true)`,
      'Undo',
    );
    await shown(2);
  });

  await test.step('what was written leaves as a file', async () => {
    await click(library, 'button', 'Export notes');
    const file = readFileSync(await reader.download(() => click(library, 'menuitem', 'Markdown')), 'utf8');
    expect(file).toContain('Counted by satellite.');
    expect(file).toContain(asked);
    expect(file).toContain('#method');
    expect(file).toContain('/courier/norvik-troops)');
  });
});
