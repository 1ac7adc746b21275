import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // PGlite starts in about a second on a free machine, and in many on a busy one.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
