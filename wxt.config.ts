import { defineConfig } from 'wxt';

/** Builds for tests and the demo may read pages on this machine without a prompt; store builds ask the person first. */
const localPages = ['http://localhost/*', 'http://127.0.0.1/*'];

/**
 * Nothing but our own files, and no connection to anywhere: the browser itself holds us to it. Style elements are made by the chart
 * library; scripts never stand in a page.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  // What Firefox's reviewers build from: nothing that building does not need.
  zip: {
    includeSources: ['**/*', '.npmrc'],
    excludeSources: [
      'scripts/train/**',
      'tests/**',
      'demo/**',
      'demo-results/**',
      'test-results/**',
      'store/screenshots/**',
    ],
  },
  // The demo build is a release build with more access: without this its mode would bring React's development code.
  hooks: {
    'vite:build:extendConfig': (_, config) => {
      process.env['NODE_ENV'] = 'production';
      config.define = { ...config.define, 'process.env.NODE_ENV': '"production"' };
    },
  },
  manifest: ({ mode, browser }) => ({
    name: 'Claimbook',
    default_locale: 'en',
    description: '__MSG_manifest_summary__',
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus'],
    optional_host_permissions: ['*://*/*'],
    // Asked in the click that chooses a backup schedule: who wants none is never asked.
    optional_permissions: browser === 'firefox' ? ['downloads'] : ['downloads', 'offscreen'],
    content_security_policy: { extension_pages: policy },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      'next-mark': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commands_nextMark__' },
      'previous-mark': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commands_previousMark__' },
      'open-library': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commands_openLibrary__' },
      'open-panel': { description: '__MSG_commands_openPanel__' },
    },
    ...(mode === 'demo' ? { host_permissions: localPages } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'claimbook@claimbook.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '125' }),
  }),
});
