import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSpf } from '../../src/spf/parse.ts';
import { reachableMechanisms } from '../../src/spf/reach.ts';
import { termText } from '../../src/spf/record.ts';
import { isOpen } from '../../src/spf/rewrite.ts';
import { findings, mended } from './findings.ts';
import { published, txt } from './published.ts';

const others = {
  'good.test': txt('v=spf1 ip4:45.64.16.0/20 -all'),
  'open.test': txt('v=spf1 +all'),
  'mail.test': { A: ['45.64.7.1'] },
  'failing.test-all': 'servfail',
} as const;

const foundIn = (text: string) => findings(published({ 'example.test': txt(text), ...others }));

/** The fixes by the id of their finding; null where it has none. */
async function fixes(text: string): Promise<Record<string, string | null>> {
  const found = await foundIn(text);
  return Object.fromEntries(found.map(({ id, fix }) => [id, fix?.[0]?.value ?? null]));
}

describe('the fix of a record', () => {
  it.each<[string, Record<string, string | null>, string]>([
    [
      'v=spf1 a:mail.test +all ip4:45.64.7.9',
      {
        'spf-all-pass': 'v=spf1 a:mail.test ip4:45.64.7.9 ~all',
        'spf-terms-unreachable': 'v=spf1 a:mail.test ip4:45.64.7.9 ~all',
      },
      'never an all that lets everyone pass, wherever it stands',
    ],
    [
      'v=spf1 a:mail.test all include:good.test',
      {
        'spf-all-pass': 'v=spf1 a:mail.test include:good.test ~all',
        'spf-terms-unreachable': 'v=spf1 a:mail.test include:good.test ~all',
      },
      'what stands behind the all counts, once it was walked',
    ],
    [
      'v=spf1 a:mail.test ?all redirect=good.test',
      { 'spf-all-neutral': null, 'spf-redirect-ignored': null },
      'the same of the hosts of a redirect',
    ],
    ['v=spf1 -all redirect=open.test', { 'spf-redirect-ignored': null }, 'what was never asked stays idle'],
    [
      'v=spf1 a:mail.test -all include:open.test',
      { 'spf-terms-unreachable': null },
      'the same of an include',
    ],
    ['v=spf1 ip4:0.0.0.0/0 ?all', { 'spf-all-pass': null, 'spf-all-neutral': null }, 'everyone would pass'],
    [
      'v=spf1 ipv4:45.64.7.8 include:gone.test a:mail.test ?all ip4:45.64.7.9',
      Object.fromEntries(
        ['spf-syntax', 'spf-include-missing', 'spf-all-neutral', 'spf-terms-unreachable'].map((id) => [
          id,
          'v=spf1 ip4:45.64.7.8 a:mail.test ip4:45.64.7.9 ~all',
        ]),
      ),
      'one record for all faults',
    ],
    [
      'v=spf1 ip4:45.64.7.9 include:gone.test -all include:good.test',
      {
        'spf-include-missing': 'v=spf1 ip4:45.64.7.9 include:good.test -all',
        'spf-terms-unreachable': 'v=spf1 ip4:45.64.7.9 include:good.test -all',
      },
      'one without a record is dropped, one with a record is put where it counts',
    ],
    [
      'v=spf1 ipv4:45.64.7.8 moo include:gone.test ?all',
      { 'spf-syntax': null, 'spf-include-missing': null, 'spf-all-neutral': null },
      'nothing in a record that would stay broken',
    ],
    [
      'v=spf1 a:mail.test include:good.test.include:gone.test ~all',
      { 'spf-include-missing': 'v=spf1 a:mail.test include:good.test ~all' },
      'two includes in one name are taken apart, and the dead one dropped',
    ],
    [
      'v=spf1 a:mail.test include:good.test,gone.test include:gone.test ~all',
      { 'spf-include-missing': 'v=spf1 a:mail.test include:good.test,gone.test ~all' },
      'a name that is not one name stays',
    ],
    [
      'v=spf1 include:good.test-all include:good.test ip4:45.64.7.9',
      {
        'spf-include-missing': 'v=spf1 include:good.test ip4:45.64.7.9 -all',
        'spf-all-missing': 'v=spf1 include:good.test ip4:45.64.7.9 -all',
      },
      'an all that is split off hides no term that counts',
    ],
    [
      'v=spf1 a:mail.test-all',
      { 'spf-all-missing': 'v=spf1 a:mail.test -all', 'spf-term-void': 'v=spf1 a:mail.test -all' },
      'the name leads nowhere',
    ],
    ['v=spf1 a:failing.test-all', { 'spf-all-missing': null }, 'nobody knows where the name leads'],
    [
      'v=spf1 a:mail.test -all,include:good.test',
      { 'spf-syntax': null, 'spf-all-missing': null },
      'no repair that puts a term behind the all',
    ],
    [
      `v=spf1 ${'a:mail.test '.repeat(10)}ip4:45.64.7.9,a:mail.test ~all`,
      { 'spf-syntax': null, 'spf-lookup-headroom': null },
      'nor one that passes the limit of lookups',
    ],
  ])('%s: %#', async (text, expected) => {
    expect(await fixes(text)).toEqual(expected);
  });

  const pool = ['ip4:45.64.7.9', 'ipv4:45.64.7.8', 'a:mail.test', 'include:good.test', 'include:gone.test'];
  const more = [
    'include:example.test',
    'ip4:45.64.7.7,',
    'include:good.test-all',
    'redirect=good.test',
    'exp=e.test',
  ];
  const alls = ['+all', '?all', '~all', '-all', 'moo'];
  const text = fc
    .shuffledSubarray([...pool, ...more, ...alls], { minLength: 1, maxLength: 7 })
    .map((terms) => ['v=spf1', ...terms].join(' '));

  it('is the same on every finding, ends each of them, begins none and takes nothing away', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (published_) => {
        const before = await foundIn(published_);
        const fixed = before.filter(({ fix }) => fix);
        const values = new Set(fixed.flatMap(({ fix = [] }) => fix.map(({ value }) => value)));
        expect(values.size).toBeLessThanOrEqual(1);
        const [fix] = fixed.flatMap((one) => one.fix ?? []);
        if (!fix) return;
        const record = parseSpf(fix.value);
        expect(record.terms.filter(isOpen)).toEqual([]);
        const resolver = mended(published({ 'example.test': txt(published_), ...others }), fix);
        const after = await findings(resolver);
        const key = ({ id, about }: (typeof after)[number]) => `${id} ${about}`;
        const ended = new Set(fixed.map(key));
        expect(after.map(key).filter((one) => ended.has(one))).toEqual([]);
        const known = new Set(before.map(({ id }) => id));
        expect(after.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
        expect(authorized(fix.value)).toEqual(expect.arrayContaining(authorized(published_)));
      }),
      { numRuns: 300 },
    );
  });
});

/** The terms that let someone pass, those apart that lead nowhere. */
function authorized(text: string): string[] {
  const record = parseSpf(text);
  return reachableMechanisms(record)
    .map(({ term }) => termText(record, term))
    .filter((term) => !/all$|gone|example/.test(term));
}
