/** Every request of a Chromium's whole session as it writes them down itself: pages, workers, the background, its own services. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from './test';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator?: string; method?: string } }[];
}

/** The browser's switches that make it write the log into `file`. */
export function logInto(file: string): string[] {
  writeFileSync(file, '');
  return [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'];
}

/**
 * Expects that the extension asked for its own files only, and no page for anything outside this machine. The log is complete once
 * the browser has been closed, and is deleted when all is well. @param origin the test site's
 */
export function expectOwnRequestsOnly(file: string, origin: string): void {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const type = constants.logEventTypes['URL_REQUEST_START_JOB'];
  const requests = events.filter((event) => event.type === type && event.params?.url).map(({ params }) => params);
  const seen = requests.some(({ url = '' } = {}) => url.startsWith(origin));
  expect(seen, 'the log is complete').toBe(true);
  const ours = requests.filter((request) => request?.initiator?.startsWith('chrome-extension://'));
  expect(ours.filter(({ url = '' } = {}) => !/^(chrome-extension|blob):/.test(url))).toEqual([]);
  // The browser has services of its own (accounts, autofill): what they ask for was started by no page and no extension.
  const elsewhere = requests.filter(
    ({ url = '' } = {}) => !/^(https?:\/\/(localhost|127\.0\.0\.1)[:/]|chrome|data:|blob:)/.test(url),
  );
  expect(elsewhere.filter((request) => request?.initiator !== 'not an origin')).toEqual([]);
  expect(requests.filter(({ url = '', method } = {}) => url.startsWith(origin) && method !== 'GET')).toEqual([]);
  rmSync(file);
}
