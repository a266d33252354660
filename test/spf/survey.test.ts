import { describe, expect, it } from 'vitest';
import { surveySpf } from '../../src/spf/survey.ts';
import type { SpfSurvey } from '../../src/spf/surveyed.ts';
import { noMail } from '../../src/spf/evaluations.ts';
import { evaluatedFacts } from './findings.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

const names: Names = {
  'bad.test': txt('v=spf1 foo -all'),
  'twice.test': { TXT: [['v=spf1 -all'], ['v=spf1 mx -all']] },
  'host.test': { A: ['45.64.7.9'] },
  'down.test': 'servfail',
  'half.test': {
    MX: [
      { preference: 1, exchange: 'host.test' },
      { preference: 2, exchange: 'down.test' },
    ],
  },
  'crowd.test': {
    MX: Array.from({ length: 11 }, (_, preference) => ({ preference, exchange: 'host.test' })),
  },
  'inner.test': txt('v=spf1 ip4:45.65.0.0/24 include:gone.test ip4:45.66.0.0/24 -all'),
  'forbids.test': txt('v=spf1 -ip4:45.64.7.0/25 include:gone.test ip4:45.64.7.0/24 -all'),
  'early.test': txt('v=spf1 exists:v1.test ~ip4:45.64.7.4 exists:v2.test -all'),
  'plus.test': txt('v=spf1 exists:v1.test ip4:45.64.7.4 exists:v2.test -all'),
  'other.test': { A: ['45.64.7.10'] },
  'repeated.test': {
    MX: Array.from({ length: 11 }, (_, preference) => ({
      preference,
      exchange: preference < 10 ? 'host.test' : 'other.test',
    })),
  },
  'onward.test': txt('v=spf1 ip4:45.67.0.0/24 -all'),
  'opens.test': txt('v=spf1 exists:host.test -all'),
};

async function survey(...records: readonly string[]): Promise<SpfSurvey> {
  const resolver = published({ ...names, 'example.test': { TXT: records.map((record) => [record]) } });
  return surveySpf(await evaluatedFacts(resolver, noMail));
}

/** `passing of named`, with `+` where the count is no exact one. */
const counts = ({ addresses, named }: SpfSurvey, family: 'ipv4' | 'ipv6' = 'ipv4') =>
  `${addresses[family]}${addresses.complete ? '' : '+'} of ${named[family]}`;

describe('the addresses that pass', () => {
  const net = 'ip4:45.64.7.0/24';
  const void3 = 'a:v1.test a:v2.test a:v3.test';
  const ten = Array.from({ length: 10 }, () => 'a:host.test').join(' ');
  it.each<[string, string, string]>([
    [`v=spf1 ${net} -all`, '256 of 256', 'no error'],
    [`v=spf1 ${net} foo:bar -all`, '0 of 256', 'a record in permerror lets nobody pass'],
    [`v=spf1 ${net} include:gone.test a:host.test ip4:45.64.8.0/24 -all`, '256 of 512', 'a missing include'],
    [`v=spf1 include:gone.test a:host.test ${net} -all`, '0 of 256', 'a missing include at the front'],
    [`v=spf1 include:bad.test ${net} -all`, '0 of 256', 'an invalid include'],
    [`v=spf1 include:twice.test ${net} -all`, '0 of 256', 'an include of several records'],
    [`v=spf1 include:example.test ${net} -all`, '0 of 256', 'a circle'],
    [`v=spf1 include:..test ${net} -all`, '0 of 256', 'a syntax error'],
    [`v=spf1 ${net} redirect=gone.test`, '256 of 256', 'a redirect concerns those that nothing matched'],
    [`v=spf1 ${net} redirect=onward.test`, '512 of 512', 'a redirect'],
    [`v=spf1 ${net} redirect=bad.test`, '256 of 256', 'a redirect to a broken record'],
    [`v=spf1 ${void3} ${net} -all`, '0 of 256', 'the third void lookup'],
    [`v=spf1 ${net} ${void3} a:host.test -all`, '256 of 256', 'those before it'],
    [`v=spf1 ${ten} a:x.test ${net} -all`, '1 of 256', 'the eleventh lookup'],
    [`v=spf1 mx:crowd.test ${net} -all`, '1 of 256', 'the hosts of an mx with too many records pass'],
    [`v=spf1 include:inner.test ${net} -all`, '256 of 768', 'an error inside an include'],
    [
      `v=spf1 include:forbids.test ${net} -all`,
      '128 of 256',
      'whom an include refuses before its error goes on',
    ],
    [`v=spf1 -include:inner.test ${net} -all`, '0 of 256', 'an error behind a minus is one too'],
    [`v=spf1 ?include:onward.test ${net} -all`, '256 of 256', 'neutral is no pass'],
    [`v=spf1 -ip4:45.64.7.0/25 ${net} -all`, '128 of 128', 'the first term that matches decides'],
    [`v=spf1 include:opens.test ${net} -all`, '4294967296 of 4294967296', 'everybody'],
    [`v=spf1 -exists:%{i}.bl.test ${net} -all`, '256+ of 256', 'it may be fewer'],
    [`v=spf1 a:down.test ${net} -all`, '256+ of 256', 'a failed question'],
    [`v=spf1 include:down.test ${net} -all`, '256+ of 256', 'a failed include'],
    [
      `v=spf1 include:early.test a:v3.test ${net} -all`,
      '0+ of 256',
      'one that an include refuses early has a void lookup left',
    ],
    [`v=spf1 include:plus.test a:v3.test ${net} -all`, '1 of 256', 'one that it lets pass is done'],
    [`v=spf1 include:early.test ${net} -all`, '256 of 256', 'no limit is passed'],
    ['v=spf1 mx:repeated.test -all', '1 of 1', 'ten records are looked up, not ten names'],
    ['v=spf1 moo exists:%{i}.bl.test', '0 of 0', 'nobody for certain'],
  ])('of %s: %s, %s', async (record, expected) => {
    expect(counts(await survey(record))).toBe(expected);
  });

  it.each([
    ['v=spf1 ip6:::ffff:45.64.7.1 -all', '0 of 0'],
    ['v=spf1 ip6:::ffff:0:0/96 -all', '0 of 0'],
    ['v=spf1 ip6:::ffff:45.64.7.1 ip6:2a10::1 -all', '1 of 1'],
    ['v=spf1 ip6:::/0 -all', `${2n ** 128n} of ${2n ** 128n}`],
  ])('over IPv6 are none of those mapped from IPv4: %s', async (record, expected) => {
    expect(counts(await survey(record), 'ipv6')).toBe(expected);
  });
});

describe('the figures of a term', () => {
  it.each([
    ['mx:half.test', { ipv4: 1, complete: false }],
    ['a:host.test', { ipv4: 1, complete: true }],
    ['include:inner.test', { ipv4: 512, complete: true }],
    ['ip4:45.64.7.0/24', { ipv4: 256, complete: true }],
  ])('are marked where a question failed: %s', async (term, addresses) => {
    const { records } = await survey(`v=spf1 ${term} -all`);
    expect(records[0]?.terms[0]?.addresses).toMatchObject(addresses);
  });
});

describe('void lookups', () => {
  it.each<[string, number, boolean]>([
    ['v=spf1 a:v1.test a:host.test -all', 1, true],
    ['v=spf1 a:v1.test a:down.test -all', 1, false],
    ['v=spf1 a:v1.test exists:%{i}.a.test -all', 1, false],
    ['v=spf1 a:v1.test ptr -all', 1, false],
    ['v=spf1 a:v1.test include:down.test -all', 1, false],
    ['v=spf1 a:v1.test include:onward.test -all', 1, true],
  ])('of %s: %i, complete %s', async (record, ipv4, complete) => {
    expect((await survey(record)).voidLookups).toMatchObject({ ipv4, complete });
  });
});

describe('several records', () => {
  it('have no lookups together', async () => {
    const { lookups, voidLookups, addresses, named } = await survey(
      'v=spf1 a:v1.test ip4:45.64.7.1 -all',
      'v=spf1 mx ip4:45.64.7.2 -all',
    );
    expect(lookups).toEqual({
      total: null,
      limit: 10,
      left: null,
      complete: false,
      passedAt: null,
      dearest: null,
    });
    expect(voidLookups).toEqual({ limit: 2, ipv4: null, ipv6: null, complete: false });
    expect([addresses.ipv4, addresses.complete, named.ipv4]).toEqual([0, true, 2]);
  });
});

describe('a long term', () => {
  const long = `exists:${'%{d}.'.repeat(6000)}host.test`;

  it('is cut wherever it is named', async () => {
    const told = await survey(`v=spf1 ${long} ip4:45.64.7.1 -all`);
    const [record] = told.records;
    expect(record?.terms[0]?.text).toBe(`${long.slice(0, 300)}…`);
    expect(record?.terms[0]?.end).toBe(long.length + 7);
    expect(told.lookups.dearest?.term.length).toBe(301);
    expect(JSON.stringify(told).length).toBeLessThan(10_000);
  });
});
