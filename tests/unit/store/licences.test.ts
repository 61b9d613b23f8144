import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledPackages, licences, licencesFile } from '../../../scripts/licences';

/** What may be mixed with MIT code and shipped: each without duties but to name its authors. */
const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'Unlicense', 'CC0-1.0'];

test('the list of licences that ships is the one of the packages installed', () => {
  expect(readFileSync(licencesFile, 'utf8')).toBe(licences());
});

test.each(bundledPackages())('$name is under a licence that lets us ship it', ({ license }) => {
  const choices = license.replace(/[()]/g, '').split(/ OR /);
  expect(choices.some((choice) => choice.split(' AND ').every((one) => free.includes(one)))).toBe(true);
});
