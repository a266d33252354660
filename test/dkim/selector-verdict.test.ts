import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DkimSelector } from '../../src/dkim/facts.ts';
import { gatherDkim } from '../../src/dkim/gather.ts';
import { type SelectorVerdict, verdictOfSelector } from '../../src/dkim/selector-verdict.ts';
import type { Answer, RecordType, Resolver } from '../../src/dns/resolver.ts';
import { parseDomain } from '../../src/domain.ts';

const publish = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
const p = publish(2048);
const [p1024, p1023, p512] = [publish(1024), publish(1023), publish(512)];
const ed = 'DOxl0iv6Qx0Yfo3WM9t4iIHN8BBkknNMzQUk7dy5jUo=';

const failed: Answer = { status: 'failed', failure: 'servfail' };
const found = (texts: readonly string[]): Answer<'TXT'> => ({
  status: 'found',
  records: texts.map((text) => [text]),
});

type TxtOf = (selector: string) => Answer;

/** The facts of `s1`, given or not, from what each name below `_domainkey` answers to TXT. */
async function selectorOf(txtOf: TxtOf, given: boolean): Promise<DkimSelector | undefined> {
  const domain = parseDomain('example.test');
  const resolver: Resolver = {
    query<T extends RecordType>(name: string, type: T) {
      const answer: Answer = type === 'TXT' ? txtOf(name.split('.')[0] ?? '') : { status: 'nodata' };
      return Promise.resolve(answer as Answer<T>);
    },
  };
  const selectors = given ? [{ selector: 's1', domain }] : [];
  const { value } = await gatherDkim({ authorDomain: domain, selectors }, resolver);
  return value.selectors.find(({ selector }) => selector === 's1');
}

/** Only `s1` answers. */
const alone =
  (answer: Answer): TxtOf =>
  (selector) =>
    selector === 's1' ? answer : { status: 'nxdomain' };

describe('the verdict of a selector', () => {
  it.each<[SelectorVerdict, readonly string[], string]>([
    ['usable', [`v=DKIM1; p=${p}`], 'one RSA key of 2048 bits'],
    ['usable', [`p=${p1024}`], 'RSA from 1024 bits on'],
    ['broken', [`p=${p1023}`], 'one bit less'],
    ['broken', [`p=${p512}`], 'RSA of 512 bits'],
    ['usable', [`k=ed25519; p=${ed}`], 'one Ed25519 key'],
    ['broken', [`p=${ed}`], 'a key of another type than k= says'],
    ['broken', ['v=DKIM1; p='], 'revoked'],
    ['broken', ['v=spf1 -all'], 'no key record'],
    ['broken', [`v=DKIM2; p=${p}`], 'an unknown version'],
    ['broken', [`p=${p.slice(0, 100)}`], 'a key cut off'],
    ['broken', [`h=sha1; p=${p}`], 'SHA-1 alone'],
    ['usable', [`h=sha1:sha256; p=${p}`], 'SHA-256 among others'],
    ['broken', [`s=tlsrpt; p=${p}`], 'for another service'],
    ['usable', [`s=email:tlsrpt; p=${p}`], 'for mail among others'],
    ['usable', [`s=*; p=${p}`], 'for every service'],
    ['usable', [`t=y:s; p=${p}`], 'marked as a test'],
    ['usable', [`v=DKIM1;; p=${p}`], 'a fault that verifiers read over'],
    ['unsure', [`p=${p}`, `p=${p1024}`], 'two keys'],
    ['unsure', [`p=${p}`, 'v=DKIM1; p='], 'one of two revoked'],
    ['unsure', ['v=spf1 -all', `p=${p}`], 'a stranger beside the key'],
    ['unsure', [`p=${p512}`, `k=ed25519; p=${ed}`, 'p='], 'one of three works'],
    ['broken', [`p=${p512}`, 'p='], 'none of two works'],
    ['broken', [`p=${p.slice(0, 200)}`, p.slice(200)], 'a key in two pieces'],
    ['unknown', Array.from({ length: 11 }, (_, i) => `p=; n=${i}`), 'more records than are read, none works'],
    ['unsure', [...Array.from({ length: 11 }, () => 'x'), `p=${p}`], 'more than are read, one works'],
  ])('is %s for %j (%s)', async (expected, texts) => {
    const selectors = await Promise.all([true, false].map((given) => selectorOf(alone(found(texts)), given)));
    expect(selectors.map((selector) => selector && verdictOfSelector(selector))).toEqual([
      expected,
      expected,
    ]);
  });

  it.each<[SelectorVerdict | undefined, string, TxtOf, boolean]>([
    ['broken', 'a given name that does not exist', alone({ status: 'nxdomain' }), true],
    ['broken', 'a given name without a TXT record', alone({ status: 'nodata' }), true],
    ['unknown', 'a given selector whose question failed', alone(failed), true],
    ['unknown', 'a common selector whose question failed', alone(failed), false],
    ['usable', 'a given selector that a wildcard answers for', () => found([`p=${p}`]), true],
    [
      undefined,
      'a common one that a wildcard answers for is not among the facts',
      () => found(['p=']),
      false,
    ],
    [
      'unknown',
      'a common one where no control was answered',
      (selector) => (selector === 's1' ? found([`p=${p}`]) : failed),
      false,
    ],
    [
      'usable',
      'a given one where no control was answered',
      (selector) => (selector === 's1' ? found([`p=${p}`]) : failed),
      true,
    ],
  ])('is %s for %s', async (expected, _, txtOf, given) => {
    const selector = await selectorOf(txtOf, given);
    expect(selector && verdictOfSelector(selector)).toBe(expected);
  });
});
