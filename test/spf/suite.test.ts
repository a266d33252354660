import { describe, expect, it } from 'vitest';
import { onBadName } from '../../src/dns/layers/fallback.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import { wireResolver } from '../../src/dns/wire-resolver.ts';
import { checkHost } from '../../src/spf/english.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { faultsOf, readSuite, type SuiteCase, suiteResolver, zoneOf } from './suite.ts';

const cases = readSuite();

async function expectRight(theCase: SuiteCase, resolver: Resolver): Promise<void> {
  const { ip, mailfrom, helo } = theCase;
  const { result, explanation, reason } = await checkHost({ ip, sender: mailfrom, helo }, resolver);
  expect(theCase.expect, `${result}: ${reason}`).toContain(result);
  if (result !== 'fail' || theCase.explanation === null) return;
  // The default of this program is no explanation.
  expect(explanation).toBe(theCase.explanation === 'DEFAULT' ? undefined : theCase.explanation);
}

describe.skipIf(!cases)(
  cases ? 'the public RFC 7208 suite' : 'the public RFC 7208 suite (skipped: shared/conformance is not here)',
  () => {
    it('is whole', () => {
      expect(cases?.length).toBe(203);
    });

    it.each(cases ?? [])('$scenario: $test is $expect', async (theCase) => {
      await expectRight(theCase, suiteResolver(theCase));
    });

    describe('through a real server and the resolver of the program', () => {
      it.each(cases ?? [])('$scenario: $test', async (theCase) => {
        const server = await startDnsServer(zoneOf(theCase), faultsOf(theCase, 'SERVFAIL'));
        try {
          const options = { servers: [server.server], timeoutMs: 5000 };
          await expectRight(theCase, onBadName(nodeResolver(options), wireResolver(options)));
        } finally {
          await server.close();
        }
      });
    });
  },
);
