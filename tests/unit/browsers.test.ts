import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../scripts/browsers';

afterEach(() => vi.unstubAllEnvs());

test('a browser named by its variable comes before all others', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  vi.stubEnv('FIREFOX_PATH', process.execPath);
  expect(findBrowser('chromium')).toBe(process.execPath);
  expect(findBrowser('firefox')).toBe(process.execPath);
});

test('a variable that names no program is an error that says which one', () => {
  vi.stubEnv('FIREFOX_PATH', '/no/such/firefox');
  expect(() => findBrowser('firefox')).toThrow('FIREFOX_PATH names no program: /no/such/firefox');
});
