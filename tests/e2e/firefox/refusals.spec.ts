import { click } from '../../../scripts/reader';
import { marked, test, text } from '../test';

test('with the database blocked a save fails with a reason, and the marks are there all the same', async ({
  firefoxReader: reader,
  site,
}) => {
  await reader.inChrome(`Services.prefs.setBoolPref('dom.indexedDB.enabled', false)`);
  await reader.killBackground();
  await reader.open(`${site.origin}/meridian/redmarsh-steel`);
  await marked(reader, /4,200/);
  const popup = await reader.openPopup();
  await text(popup, /Numbers claimed/);
  await click(popup, 'button', 'Save report');
  await text(popup, /(private|blocked|storage|database|cannot be (opened|saved|kept))/i, 'a reason');
});
