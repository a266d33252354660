import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/integration/**/*.test.ts', 'test/differential/**/*.test.ts'],
    setupFiles: ['test/support/loopback-only.ts'],
  },
});
