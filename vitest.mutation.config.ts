import { defineConfig } from 'vitest/config';

/** The tests of what stryker.config.json mutates. */
export default defineConfig({
  test: {
    include: [
      'test/dkim/{abnf,base64,der,grammar,key,legal-records,rfc-examples,tag-list}.test.ts',
      'test/dmarc/{abnf,grammar,legal-records,parse,rfc-examples,uri,walk,walk-property}.test.ts',
    ],
    setupFiles: ['test/support/loopback-only.ts'],
    env: { PRESEND_WALK_TREES: '200' },
  },
});
