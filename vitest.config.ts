import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    // Contract tests start processes; machines that run many at once are slow to.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
