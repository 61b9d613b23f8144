import { describe, expect, it, vi } from 'vitest';

const kept = vi.hoisted(() => ({ value: undefined as unknown }));
vi.mock('wxt/utils/storage', () => ({
  storage: {
    defineItem: () => ({
      getValue: async () => kept.value,
      setValue: async (value: unknown) => {
        kept.value = structuredClone(value);
      },
    }),
  },
}));
const { changeSettings, defaultSettings, marksOnAt, readSettings, restoreSettings, setMarks } = await import(
  '../../../lib/settings'
);

const page = 'https://www.herald.example/levee';

describe('settings', () => {
  it('are the defaults for someone who never chose', async () => {
    kept.value = undefined;
    expect(await readSettings()).toEqual(defaultSettings);
  });

  it('lose one damaged entry, not the others', () => {
    expect(restoreSettings({ density: 'loud', sitesOff: ['a.example'], marksOn: false, unknown: 1 })).toEqual({
      ...defaultSettings,
      sitesOff: ['a.example'],
      marksOn: false,
    });
    for (const damaged of [null, 7, 'x', []]) expect(restoreSettings(damaged)).toEqual(defaultSettings);
  });

  it('change one entry and keep the rest', async () => {
    kept.value = { ...defaultSettings, sitesOff: ['a.example'] };
    await changeSettings({ density: 'claims' });
    expect(await readSettings()).toEqual({ ...defaultSettings, sitesOff: ['a.example'], density: 'claims' });
  });
});

describe('an update', () => {
  /** As earlier versions wrote them. */
  const old = {
    'the first version': {
      marksOn: false,
      sitesOff: ['a.example'],
      pagesOff: ['https://b.example/1'],
      density: 'everything',
    },
    'a version to come': {
      ...defaultSettings,
      density: 'claims',
      palette: 'ultraviolet',
      language: 'ko',
      theme: 'dark',
      kinds: ['person'],
      shape: 'round',
    },
  };

  it('keeps what was chosen before it and gives new entries their defaults', async () => {
    kept.value = old['the first version'];
    expect(await readSettings()).toEqual({ ...defaultSettings, ...old['the first version'] });
    await changeSettings({ theme: 'dark' });
    expect(await readSettings()).toEqual({ ...defaultSettings, ...old['the first version'], theme: 'dark' });
  });

  it('undone, keeps what the older version understands', async () => {
    kept.value = old['a version to come'];
    expect(await readSettings()).toEqual({
      ...defaultSettings,
      density: 'claims',
      language: 'ko',
      theme: 'dark',
      kinds: ['person'],
    });
  });
});

it('changes made at once are all kept', async () => {
  kept.value = undefined;
  await Promise.all([
    changeSettings({ theme: 'dark' }),
    changeSettings({ palette: 'blue' }),
    setMarks(false, 'site', page),
  ]);
  expect(await readSettings()).toEqual({
    ...defaultSettings,
    theme: 'dark',
    palette: 'blue',
    sitesOff: ['herald.example'],
  });
});

describe('marks', () => {
  it.each([
    ['page', { here: false, elsewhereOnSite: true, otherSite: true }],
    ['site', { here: false, elsewhereOnSite: false, otherSite: true }],
    ['everywhere', { here: false, elsewhereOnSite: false, otherSite: false }],
  ] as const)('off for this %s', async (where, expected) => {
    kept.value = undefined;
    const settings = await setMarks(false, where, page);
    expect({
      here: marksOnAt(settings, page),
      elsewhereOnSite: marksOnAt(settings, 'https://herald.example/other'),
      otherSite: marksOnAt(settings, 'https://gazette.example/'),
    }).toEqual(expected);
  });

  it('come back on a page however they were turned off', async () => {
    for (const where of ['page', 'site', 'everywhere'] as const) {
      kept.value = undefined;
      await setMarks(false, where, page);
      expect(marksOnAt(await setMarks(true, 'page', page), page)).toBe(true);
    }
  });

  it('twice off leaves one entry to turn on again', async () => {
    kept.value = undefined;
    await setMarks(false, 'site', page);
    await setMarks(false, 'site', page);
    expect((await readSettings()).sitesOff).toEqual(['herald.example']);
  });
});
