/** An update of the extension in a running browser: its files are replaced, and the browser is told to load them. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { extensionFolder, type Mode } from '../../scripts/extension';
import type { Reader } from '../../scripts/reader';
import type { Chromium } from '../../scripts/reader-chromium';
import type { Firefox } from '../../scripts/reader-firefox';
import { browserOf, expect, prefer } from './test';

const olderVersion = '0.0.1';

const versionIn = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { version: string }).version;

/** Puts a build into a folder, under an older version's number if asked. */
function putBuild(build: string, folder: string, version?: string): void {
  cpSync(build, folder, { recursive: true });
  if (!version) return;
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
}

/** Chromium loads an unpacked extension's files anew only for developers, and tells only them of its errors. */
export const developer = { extensions: { ui: { developer_mode: true } } };

/** What is loaded is an older version, in a folder of its own inside the profile's. */
export async function olderExtension(
  { mode, profile }: { mode: Mode; profile: string },
  use: (folder: string) => Promise<void>,
  info: TestInfo,
): Promise<void> {
  prefer(profile, developer);
  const folder = join(profile, 'extension');
  mkdirSync(folder);
  putBuild(buildOf(mode, info), folder, olderVersion);
  await use(folder);
}

/** The build that an older version is updated to. */
export const buildOf = (mode: Mode, info: TestInfo): string => extensionFolder(browserOf(info), mode);

const isChromium = (reader: Reader): reader is Chromium => reader.name === 'chromium';

/** Replaces the files in `folder` by the build's, and waits until the new version runs. */
export async function update(reader: Reader, build: string, folder: string): Promise<void> {
  putBuild(build, folder);
  const version = versionIn(folder);
  if (isChromium(reader)) {
    const fresh = reader.context.waitForEvent('serviceworker');
    // The worker ends before it can answer.
    await (await reader.background()).evaluate('chrome.runtime.reload()').catch(() => {});
    const worker = await fresh;
    expect(await worker.evaluate('chrome.runtime.getManifest().version')).toBe(version);
    return;
  }
  const firefox = reader as Firefox;
  await firefox.inChrome(`const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await (await AddonManager.getAddonByID(extension.id)).reload();`);
  expect(await firefox.inChrome('return extension.version')).toBe(version);
}

/** Errors that the browser noted of the extension: what a developer sees on its page of extensions, or in its console. */
export async function notedErrors(reader: Reader): Promise<string[]> {
  if (isChromium(reader)) {
    const page = await reader.context.newPage();
    await page.goto('chrome://extensions');
    const noted = (await page.evaluate(
      `chrome.developerPrivate.getExtensionInfo('${reader.extensionId}').then(({ runtimeErrors, manifestErrors }) =>
        [...runtimeErrors, ...manifestErrors].map(({ message, source }) => source + ': ' + message))`,
    )) as string[];
    await page.close();
    return noted;
  }
  // A page that is closed while it waits for an answer is noted, too, and is no error of anybody's.
  return (reader as Firefox).inChrome(`return Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag) &&
      message.sourceName.startsWith('moz-extension:') && !message.errorMessage.includes('context unloaded'))
    .map(({ sourceName, lineNumber, errorMessage }) => sourceName + ':' + lineNumber + ': ' + errorMessage);`);
}
