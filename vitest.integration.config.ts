import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/integration/**/*.test.ts', 'test/differential/**/*.test.ts'],
    // Reports in English, whatever the locale here.
    env: { LC_ALL: 'C' },
    setupFiles: ['test/support/loopback-only.ts'],
  },
});
