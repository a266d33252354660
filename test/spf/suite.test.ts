import { describe, expect, it } from 'vitest';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import { checkHost } from '../../src/spf/evaluate.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { faultsOf, readSuite, type SuiteCase, suiteResolver, zoneOf } from './suite.ts';

const cases = readSuite();

const outcomeOf = ({ ip, mailfrom, helo }: SuiteCase, resolver: Resolver) =>
  checkHost({ ip, sender: mailfrom, helo }, resolver);

async function expectRight(theCase: SuiteCase, resolver: Resolver): Promise<void> {
  const { result, explanation, reason } = await outcomeOf(theCase, resolver);
  expect(theCase.expect, `${result}: ${reason}`).toContain(result);
  if (result !== 'fail' || theCase.explanation === null) return;
  // The default of this program is no explanation.
  expect(explanation).toBe(theCase.explanation === 'DEFAULT' ? undefined : theCase.explanation);
}

/**
 * Cases that ask for a name which the runtime's resolver cannot put in a question: it ends as `badname`, and the
 * evaluation as temperror.
 */
const unaskable: ReadonlySet<string> = new Set([
  // foo:bar/baz.example.com
  'a-colon-domain',
  'a-colon-domain-ip4mapped',
  'mx-colon-domain',
  'mx-colon-domain-ip4mapped',
  // macro%percent  space%20url-space.example.com
  'macro-mania-in-domain',
  // jumpin%27%20jupiter, %5b192.168.218.40%5d
  'invalid-hello-macro',
  'hello-domain-literal',
]);

describe.skipIf(!cases)(
  cases ? 'the public RFC 7208 suite' : 'the public RFC 7208 suite (skipped: shared/conformance is not here)',
  () => {
    it('is whole', () => {
      expect(cases?.length).toBe(203);
    });

    it.each(cases ?? [])('$scenario: $test is $expect', async (theCase) => {
      await expectRight(theCase, suiteResolver(theCase));
    });

    describe('over the wire', () => {
      it.each(cases ?? [])('$scenario: $test', async (theCase) => {
        const server = await startDnsServer(zoneOf(theCase), faultsOf(theCase, 'SERVFAIL'));
        try {
          const resolver = nodeResolver({ servers: [server.server], timeoutMs: 2000 });
          if (!unaskable.has(theCase.test)) return await expectRight(theCase, resolver);
          expect(await outcomeOf(theCase, resolver)).toMatchObject({
            result: 'temperror',
            reason: expect.stringContaining('badname') as string,
          });
        } finally {
          await server.close();
        }
      });
    });
  },
);
