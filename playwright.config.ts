import { defineConfig } from '@playwright/test';

/** End to end in both browsers. `journey` is what a reader does, the same in both; the rest is one browser's own. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/build.ts',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'chromium', testMatch: ['journey/*.spec.ts', 'chromium/*.spec.ts'] },
    { name: 'firefox', testMatch: ['journey/*.spec.ts', 'firefox/*.spec.ts'] },
  ],
});
