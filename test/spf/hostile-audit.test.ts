import { describe, expect, it } from 'vitest';
import { readSubject } from '../../src/audit.ts';
import type { Answer, RecordType, Resolver } from '../../src/dns/resolver.ts';
import { gather } from '../../src/gather.ts';
import { judge } from '../../src/judge.ts';
import { renderers } from '../../src/report/index.ts';

/** A whole audit of a domain whose every name publishes the same hostile record, for 256 addresses. */

const addresses = Array.from({ length: 256 }, (_, last) => `45.9.9.${last}`);

const strings = (text: string) => text.match(/[^]{1,255}/g) ?? [''];

/** 64 kB, the most that a TXT record can hold. */
const filled = (term: (index: number) => string) =>
  `${`v=spf1 ${Array.from({ length: 16_000 }, (_, index) => term(index)).join(' ')}`.slice(0, 64_000)} -all`;

/** Ten includes of names that do not end, each with ten more. */
const tenEach = (name: string) =>
  `v=spf1 ${Array.from({ length: 10 }, (_, index) => `include:i${index}.${name.slice(-180)}`).join(' ')} -all`;

const records: readonly (readonly [string, (name: string) => string])[] = [
  ['each include naming ten others', tenEach],
  ['an include of itself', (name) => `v=spf1 include:${name} include:other.${name.slice(-100)} -all`],
  [
    'networks that overlap and contradict',
    () => filled((n) => `${n % 3 === 0 ? '-' : ''}ip4:${n % 223}.${n % 251}.0.0/${8 + (n % 24)}`),
  ],
  ['the same network', () => filled(() => 'ip4:45.1.1.1')],
  ['IPv6 networks', () => filled((n) => `ip6:2a10:${(n % 9999).toString(16)}::/${16 + (n % 100)}`)],
  ['hosts', () => filled((n) => `a:h${n}.test`)],
  ['mail hosts', () => filled((n) => `mx:h${n}.test`)],
  ['macros', () => `v=spf1 exists:${'%{l1r-}'.repeat(9000)}.x.test -all`],
  [
    'one term of 30 kB that everybody matches, and networks behind it',
    () =>
      `v=spf1 exists:${'%{d}.'.repeat(6000)}x.test ${filled((n) => `ip4:45.${n % 250}.1.1`).slice(7, 30_000)} -all`,
  ],
  [
    'one modifier of 30 kB after the other',
    () => `v=spf1 ${`redirct=${'%{d}.'.repeat(6000)}x.test `.repeat(2)}-all`,
  ],
  [
    'terms of 3 kB that ask',
    () =>
      `v=spf1 ${Array.from({ length: 20 }, (_, n) => `a:${'%{d}.'.repeat(600)}h${n}.test`).join(' ')} -all`,
  ],
  ['mechanisms written as modifiers', () => filled((n) => `ip4=45.${n % 250}.1.1`)],
  ['words that are no terms', () => filled(() => 'moo')],
];

function resolverOf(record: (name: string) => string): Resolver {
  return {
    async query<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
      if (type === 'TXT')
        return { status: 'found', records: [strings(record(name))] } as unknown as Answer<T>;
      if (type === 'A') return { status: 'found', records: ['45.7.7.7'] } as unknown as Answer<T>;
      return { status: 'nodata' };
    },
  };
}

describe('an audit of 256 addresses with a record of', () => {
  it.each(records)('%s ends, and what it says is bounded', async (_, record) => {
    const subject = readSubject({ domain: 'example.test', ips: addresses });
    const facts = await gather(subject, resolverOf(record), { sections: ['domain', 'spf'] });
    const report = judge(subject, facts);
    expect(report.internalErrors).toEqual([]);
    // Twice the caps of the walk, which is asked ahead and then in order, and what is asked beside it.
    expect(report.queries).toBeLessThan(500);
    const drawn = { width: 80, color: false, survey: true };
    expect(renderers.json.render([report], drawn).length).toBeLessThan(6_000_000);
    expect(renderers.text.render([report], drawn).length).toBeLessThan(150_000);
  });
});
