import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { click } from '../../../scripts/reader';
import { test as base, marked, text } from '../test';

/** A profile in which a file stands where the browser would keep its databases. */
const test = base.extend({
  profile: async ({ profile }, use) => {
    writeFileSync(join(profile, 'storage'), '');
    await use(profile);
  },
});

test('with the database blocked a save fails with a reason, and the marks are there all the same', async ({
  firefoxReader: reader,
  site,
}) => {
  await reader.open(`${site.origin}/meridian/redmarsh-steel`);
  await marked(reader, /4,200/);
  const popup = await reader.openPopup();
  await text(popup, /Numbers claimed/);
  await click(popup, 'button', 'Save report');
  await text(popup, /(private|blocked|storage|database|cannot be (opened|saved|kept))/i, 'a reason');
});
