import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['apps/*/vitest.config.ts', 'packages/*/vitest.config.ts'],
    // Two cores run servers, databases and tests side by side: as many workers as cores.
    maxWorkers: 2,
  },
});
