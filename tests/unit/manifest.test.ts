/** The built store packages: what they ask for, each with its reason, and what they weigh. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageFiles } from '../../lib/highlight/files';
import type { BrowserName } from '../../scripts/browsers';
import { builtExtension } from '../../scripts/extension';

/**
 * A person who installs Claimbook is asked nothing. Whoever adds an entry gives the reason in `store/permissions.json`, which the
 * stores' forms repeat.
 */
const reasons: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../store/permissions.json', import.meta.url), 'utf8'),
);

/** None of these shows a warning at install: developer.chrome.com/docs/extensions/reference/permissions-list, MDN permissions. */
const permissions: Record<BrowserName, string[]> = {
  chromium: ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage'],
  // Its sidebar needs none.
  firefox: ['activeTab', 'contextMenus', 'scripting', 'storage'],
};

interface Manifest {
  [key: string]: unknown;
  manifest_version: number;
  permissions: string[];
  optional_permissions?: string[];
  commands: Record<string, { suggested_key?: { default: string } }>;
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
    expect(manifest.permissions.toSorted()).toEqual(permissions[browser]);
    expect(manifest['host_permissions']).toBeUndefined();
    expect(manifest['content_scripts']).toBeUndefined();
    expect(manifest['externally_connectable']).toBeUndefined();
  });

  test('may ask later, on a click, for the sites to read', () => {
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    // downloads: writes the backup files a person has chosen to have. offscreen: Chrome's background cannot make a file by itself.
    expect(manifest.optional_permissions).toEqual(browser === 'firefox' ? ['downloads'] : ['downloads', 'offscreen']);
  });

  test('has one reason for each entry, and no reason without an entry', () => {
    const later = [...manifest.optional_host_permissions, 'downloads', 'offscreen'];
    const asked = new Set([...permissions.chromium, ...permissions.firefox, ...later]);
    expect(Object.keys(reasons).toSorted()).toEqual([...asked].toSorted());
    for (const reason of Object.values(reasons)) expect(reason).toMatch(/^[A-Z].{30,}\.\)?$/);
  });

  test('suggests at most four keys, with Alt or Ctrl and Shift, so that no letter alone is taken', () => {
    const keys = Object.values(manifest.commands).flatMap(({ suggested_key }) => suggested_key?.default ?? []);
    expect(keys.length).toBeLessThanOrEqual(4);
    for (const key of keys) expect(key).toMatch(/^(Alt|Ctrl)\+Shift\+[A-Z]$/);
  });

  test('is described in every language it speaks', () => {
    expect(manifest['default_locale']).toBe('en');
    const folders = readdirSync(join(folder, '_locales'));
    expect(folders).toContain('en');
    const named = JSON.stringify(manifest).match(/__MSG_(\w+)__/g) ?? [];
    for (const locale of folders) {
      const messages = readFileSync(join(folder, '_locales', locale, 'messages.json'), 'utf8');
      for (const name of named) expect(messages, locale).toContain(`"${name.slice(6, -2)}"`);
    }
  });

  test('has a side panel that stays shut at install', () => {
    const panel = manifest['side_panel'] ?? manifest['sidebar_action'];
    expect(panel).toMatchObject(
      browser === 'firefox'
        ? { default_panel: 'sidepanel.html', open_at_install: false }
        : { default_path: 'sidepanel.html' },
    );
  });

  test('shows no file of its own to pages', () => {
    expect(manifest['web_accessible_resources']).toBeUndefined();
  });

  test('loads no code from elsewhere', () => {
    const policy = new Map(
      manifest.content_security_policy?.extension_pages
        ?.split('; ')
        .map((rule): [string, string] => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]),
    );
    expect(policy.get('default-src')).toBe("'none'");
    for (const own of ['script-src', 'worker-src', 'connect-src']) expect(policy.get(own), own).toBe("'self'");
    for (const rule of policy.values()) expect(rule).not.toMatch(/https?:|\*|unsafe-eval/);
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
