import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { getReport, listActors, listClaims, saveReport, wipeLibrary } from '../../../../lib/library';
import {
  addCorrection,
  type Change,
  correctionOf,
  listCorrections,
  readCorrected,
  setRevoked,
} from '../../../../lib/library/corrections';
import { article, claim, reading, spanOf } from '../samples';

const text = 'At least 40 people were evacuated, the mayor said.\n\nCrews met at Gate 2 of the Odra works.';

function levee(change: Partial<Parameters<typeof article>[0]> = {}) {
  return article({ text, ...change });
}
/** What the engine read: "40 people" as it should be, "2" in the name of a gate as a number. */
function read(of = text, version = 'test-1') {
  const made = reading(of, version);
  const gate = of.includes('Gate 2') ? of.indexOf('2', of.indexOf('Gate')) : -1;
  if (gate >= 0)
    made.annotation.claims.push({
      ...claim(of, 'Gate 2'),
      id: 'c9',
      start: gate,
      end: gate + 1,
      quantity: { low: 2, high: 2, modifier: 'exact', trend: null },
      unit: { text: '', name: '', kind: 'none' },
    });
  return made;
}
const none = () => null;
const correct = (of: ReturnType<typeof levee>, change: Change, made = read(of.text)) =>
  addCorrection(correctionOf(of, made.annotation, change, none));
const gate = () => {
  const start = text.indexOf('Gate 2') + 5;
  return { start, end: start + 1 };
};
const words = async (reportId: string) => {
  const found = await getReport(reportId);
  return found?.version.annotation.claims.map(({ start, end }) => found.version.text.slice(start, end));
};

beforeEach(() => wipeLibrary());

describe('what is no claim', () => {
  test('is gone from the saved report and from the list of claims, and back when the correction is taken back', async () => {
    const { reportId } = await saveReport(levee(), read());
    const id = await correct(levee(), { kind: 'not-claim', span: gate(), elsewhere: true });
    expect(await words(reportId)).toEqual(['At least 40 people']);
    expect((await listClaims(reportId)).map(({ claim: { id: claimId } }) => claimId)).toEqual(['c1']);
    expect((await getReport(reportId))?.report.claimCount).toBe(1);
    await setRevoked(id, true);
    expect(await words(reportId)).toEqual(['At least 40 people', '2']);
    expect(await listCorrections()).toEqual([]);
    await setRevoked(id, false);
    expect(await words(reportId)).toEqual(['At least 40 people']);
  });

  test('stays so when the article is read again by a newer engine, and in a new version of its text', async () => {
    const { reportId } = await saveReport(levee(), read());
    await correct(levee(), { kind: 'not-claim', span: gate(), elsewhere: false });
    await saveReport(levee(), read(text, 'test-2'));
    expect(await words(reportId)).toEqual(['At least 40 people']);
    const later = `The river fell on Sunday. ${text}`;
    await saveReport(levee({ text: later }), read(later));
    expect(await words(reportId)).toEqual(['At least 40 people']);
  });

  test('is none in a later article of the same outlet that has the same name, and stays one elsewhere', async () => {
    await correct(levee(), { kind: 'not-claim', span: gate(), elsewhere: true });
    const other = 'Lorries queue at Gate 2 since noon.';
    const same = { canonicalUrl: 'https://herald.example/queue', text: other };
    expect((await readCorrected(same, read(other).annotation)).claims).toEqual([]);
    const elsewhere = { canonicalUrl: 'https://wire.example/queue', text: other };
    expect((await readCorrected(elsewhere, read(other).annotation)).claims).toHaveLength(1);
  });

  test('is none where another outlet prints the same sentence', async () => {
    await correct(levee(), { kind: 'not-claim', span: gate(), elsewhere: false });
    const copy = { canonicalUrl: 'https://wire.example/levee', text };
    expect((await readCorrected(copy, read().annotation)).claims.map(({ id }) => id)).toEqual(['c1']);
  });

  test('leaves a number alone that merely reads the same', async () => {
    await correct(levee(), { kind: 'not-claim', span: spanOf(text, 'At least 40 people'), elsewhere: true });
    const other = 'Later 40 people were brought home. At least 40 people are missing in Odra.';
    const same = { canonicalUrl: 'https://herald.example/later', text: other };
    expect((await readCorrected(same, read(other).annotation)).claims).toHaveLength(1);
  });
});

test('a wrong number is the right one in report and list, and not when the article changes the number itself', async () => {
  const { reportId } = await saveReport(levee(), read());
  const quantity = { low: 400, high: 400, modifier: 'about' as const, trend: null };
  const unit = { text: 'people', name: 'people', kind: 'count' as const };
  const span = spanOf(text, 'At least 40 people');
  await correct(levee(), { kind: 'wrong-number', span, quantity, unit, elsewhere: false });
  expect((await listClaims(reportId))[0]?.claim.quantity).toEqual(quantity);
  const later = text.replace('40', '52');
  await saveReport(levee({ text: later }), read(later));
  expect((await listClaims(reportId))[0]?.claim.quantity.low).toBe(52);
});

describe('a passage marked by hand', () => {
  const missed = `${text} Damage came to a king's ransom, Ines Dorn wrote.`;
  const of = levee({ text: missed });
  const amount = {
    quantity: { low: 9e6, high: 9e6, modifier: 'about' as const, trend: null },
    unit: { text: 'euros', name: 'euro', kind: 'money' as const },
  };

  test('as a claim is one, white space around it left out', async () => {
    const { reportId } = await saveReport(of, read(missed));
    const { start, end } = spanOf(missed, " a king's ransom");
    await correct(of, { kind: 'mark', as: 'claim', span: { start, end }, amount });
    expect(await words(reportId)).toEqual(['At least 40 people', '2', "a king's ransom"]);
    expect((await listClaims(reportId)).at(-1)?.claim).toMatchObject({ quantity: amount.quantity, salience: 'major' });
  });

  test('without a number is refused', () => {
    const span = spanOf(missed, 'Crews met');
    expect(() => correctionOf(of, read(missed).annotation, { kind: 'mark', as: 'claim', span }, none)).toThrow(
      /No number/,
    );
  });

  test('as an actor is one, here and in later articles anywhere', async () => {
    const { reportId } = await saveReport(of, read(missed));
    await correct(of, { kind: 'mark', as: 'actor', span: spanOf(missed, 'Ines Dorn'), actorKind: 'person' });
    expect((await listActors()).map(({ name }) => name)).toContain('Ines Dorn');
    expect((await getReport(reportId))?.report.actorKeys).toContain('p:ines dorn');
    const later = levee({ canonicalUrl: 'https://wire.example/x', text: 'So says Ines Dorn, not Ines Dornier.' });
    const { reportId: second } = await saveReport(later, read(later.text));
    const actors = (await getReport(second))?.version.annotation.actors ?? [];
    expect(actors.map(({ name, mentions }) => [name, mentions.length])).toEqual([['Ines Dorn', 1]]);
  });
});

describe('who is who', () => {
  const twoNames = 'Kim Ro met Mr. Ro, and Hana Ro left. She said 40 people came.';
  const of = levee({ text: twoNames });
  function people() {
    const made = reading(twoNames);
    const mention = (name: string) => ({ ...spanOf(twoNames, name), kind: 'person' as const });
    made.annotation.actors = [
      { id: 'a1', name: 'Kim Ro', kind: 'person', roles: [], mentions: [mention('Kim Ro'), mention('Mr. Ro')] },
      { id: 'a2', name: 'Hana Ro', kind: 'person', roles: ['mayor'], mentions: [mention('Hana Ro')] },
    ];
    made.annotation.attributions = [
      {
        id: 's1',
        source: { ...spanOf(twoNames, 'She'), actors: ['a2'] },
        cue: spanOf(twoNames, 'said'),
        content: spanOf(twoNames, '40 people came'),
      },
    ];
    return made;
  }
  const kim = { key: 'p:kim ro', name: 'Kim Ro' };
  const hana = { key: 'p:hana ro', name: 'Hana Ro' };
  const names = async (reportId: string) =>
    (await getReport(reportId))?.version.annotation.actors.map(({ name, mentions }) => `${name} ${mentions.length}`);

  test('the same person: one actor in every report, counted once, sources follow', async () => {
    const { reportId } = await saveReport(of, people());
    await correct(of, { kind: 'same-actor', actor: hana, as: kim, elsewhere: true }, people());
    expect(await names(reportId)).toEqual(['Kim Ro 3']);
    const found = await getReport(reportId);
    const source = found?.version.annotation.attributions[0]?.source?.actors;
    expect(source).toEqual([found?.version.annotation.actors[0]?.id]);
    expect((await listActors()).map(({ key, reports }) => [key, reports])).toEqual([['p:kim ro', 1]]);
  });

  test('not the same person: the words go to who it is', async () => {
    const { reportId } = await saveReport(of, people());
    await correct(of, { kind: 'other-actor', actor: kim, words: 'Mr. Ro', as: hana, elsewhere: false }, people());
    expect(await names(reportId)).toEqual(['Kim Ro 1', 'Hana Ro 2']);
  });

  test('no actor at all: gone from text, lists and sources', async () => {
    const { reportId } = await saveReport(of, people());
    const id = await correct(of, { kind: 'not-actor', actor: hana, elsewhere: true }, people());
    expect(await names(reportId)).toEqual(['Kim Ro 2']);
    expect((await getReport(reportId))?.version.annotation.attributions[0]?.source?.actors).toEqual([]);
    await setRevoked(id, true);
    expect((await listActors()).map(({ key }) => key).sort()).toEqual(['p:hana ro', 'p:kim ro']);
  });

  test('a circle of corrections ends', async () => {
    const { reportId } = await saveReport(of, people());
    await correct(of, { kind: 'same-actor', actor: hana, as: kim, elsewhere: true }, people());
    await correct(of, { kind: 'same-actor', actor: kim, as: hana, elsewhere: true }, people());
    expect(await names(reportId)).toEqual(['Hana Ro 3']);
  });
});
