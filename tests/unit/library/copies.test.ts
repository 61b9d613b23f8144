import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { contextOf, deleteReports, saveReport, wipeLibrary } from '../../../lib/library';
import { copiesOf } from '../../../lib/library/copies';
import { db } from '../../../lib/library/database';
import { article, reading } from './samples';

beforeEach(wipeLibrary);

const wire =
  'VARNHOLM (Tidewire) — At least 40 people were evacuated from the ferry Corrievar after it ran aground near Skell Point on Monday, the mayor said. ' +
  'A helicopter lifted 14 of them from the deck before the wind grew too strong, and a lifeboat took off the others in the course of the afternoon.';
const own =
  'The harbour of Dunmore stayed closed for a second day. Fishermen waited on the quay and mended nets while the storm went by to the north of the island.';

const told = (outlet: string, text: string) =>
  article({
    canonicalUrl: `https://${outlet}.example/a`,
    siteName: outlet,
    text,
    title: 'Ferry Corrievar aground at Skell Point',
  });
const save = (one: ReturnType<typeof told>) => saveReport(one, reading(one.text));

describe('copies of a text', () => {
  it('are found whole and in part, the most alike first, with the passages', async () => {
    const whole = await save(told('herald', wire));
    const part = await save(told('gazette', `${own} ${wire.slice(wire.indexOf('A helicopter'))}`));
    await save(told('courier', own));
    const here = told('northgate', wire);
    const { copies } = await copiesOf(here);
    expect(copies.map(({ report }) => report.id)).toEqual([whole.reportId, part.reportId]);
    expect(copies[0]?.share).toBe(1);
    expect(copies[1]?.share).toBeGreaterThan(0.3);
    const [passage] = copies[1]?.passages ?? [];
    expect(here.text.slice(passage?.here.start, passage?.here.end)).toMatch(/^A helicopter .* afternoon$/);
  });

  it('leave out the article itself, and what is deleted', async () => {
    const { reportId } = await save(told('herald', wire));
    expect(await copiesOf(told('herald', wire))).toEqual({ copies: [] });
    await deleteReports([reportId]);
    expect(await copiesOf(told('gazette', wire))).toEqual({ copies: [] });
    expect(await db.copies.count()).toBe(0);
  });
});

describe('a number in a copied text', () => {
  it('is the same telling, and not a confirmation', async () => {
    await save(told('herald', wire));
    await save(told('gazette', wire.replace('VARNHOLM (Tidewire) — ', '')));
    const independent =
      'Coast guards counted at least 40 people evacuated from the ferry Corrievar at Skell Point, their chief Ola Renn said.';
    await save(told('courier', independent));
    const here = told('northgate', wire);
    const { earlier } = await contextOf(here, reading(here.text).annotation);
    const origins = Object.fromEntries(
      (earlier['c1'] ?? []).map(({ report, origin }) => [report.siteName, [origin.group, origin.same]]),
    );
    expect(origins).toEqual({ herald: [0, 'copy'], gazette: [0, 'copy'], courier: [1, null] });
  });
});
