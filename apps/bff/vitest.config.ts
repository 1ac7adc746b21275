import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // Each file finds the modules of the one before: no test replaces a module, and loading them anew was half the time.
    isolate: false,
    // PGlite starts in about a second on a free machine, and in many on a busy one.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
