import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/integration/**', 'test/differential/**'],
    setupFiles: ['test/support/loopback-only.ts'],
  },
});
