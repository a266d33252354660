import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/integration/**', 'test/differential/**'],
    // Reports in English, whatever the locale here.
    env: { LC_ALL: 'C' },
    setupFiles: ['test/support/loopback-only.ts'],
  },
});
