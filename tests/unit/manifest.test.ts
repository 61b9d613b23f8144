/** The built store packages: what they ask for, each with its reason, and what they weigh. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageFiles } from '../../lib/highlight/files';
import type { BrowserName } from '../../scripts/browsers';
import { builtExtension } from '../../scripts/extension';

/** A person who installs Claimbook is asked nothing. Whoever adds an entry gives the reason that the store texts repeat. */
const reasons: Record<string, string> = {
  storage: 'Keeps the settings: which sites are read, how the marks look.',
  activeTab: 'Reads the page in front of the person, once, after a click on "Read this page".',
  scripting: 'Puts the reader into the pages of the sites that the person chose, from then on.',
};

interface Manifest {
  [key: string]: unknown;
  manifest_version: number;
  permissions: string[];
  optional_permissions?: string[];
  optional_host_permissions: string[];
  content_security_policy?: { extension_pages?: string };
  browser_specific_settings?: {
    gecko: { data_collection_permissions: unknown; strict_min_version: string; id: string };
  };
}

describe.each<BrowserName>(['chromium', 'firefox'])('the store build for %s', (browser) => {
  let folder = '';
  let manifest: Manifest;
  beforeAll(() => {
    folder = builtExtension(browser, 'store');
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  });

  test('asks at install for nothing but what is explained', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.toSorted()).toEqual(Object.keys(reasons).toSorted());
    expect(manifest['host_permissions']).toBeUndefined();
    expect(manifest['content_scripts']).toBeUndefined();
    expect(manifest['externally_connectable']).toBeUndefined();
  });

  test('may ask later, on a click, for the sites to read', () => {
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  test('shows no file of its own to pages', () => {
    expect(manifest['web_accessible_resources']).toBeUndefined();
  });

  test('loads no code from elsewhere', () => {
    expect(manifest.content_security_policy?.extension_pages ?? "script-src 'self'").not.toMatch(/unsafe|https?:/);
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    for (const page of scripts)
      expect(readFileSync(join(folder, page), 'utf8'), page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('puts at most 40 kB, gzipped, into a page before a card is opened', () => {
    const bytes = [pageFiles.reader, pageFiles.marks].map((file) => gzipSync(readFileSync(join(folder, file))).length);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40_000);
  });
});

test('Firefox is told that no data is collected', () => {
  const manifest = JSON.parse(
    readFileSync(join(builtExtension('firefox', 'store'), 'manifest.json'), 'utf8'),
  ) as Manifest;
  expect(manifest.browser_specific_settings?.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  expect(
    Number.parseInt(manifest.browser_specific_settings?.gecko.strict_min_version ?? '0', 10),
  ).toBeGreaterThanOrEqual(140);
});
