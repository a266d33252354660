import { describe, expect, it } from 'vitest';
import { judge, readSubject } from '../../src/index.ts';
import { gather } from '../../src/gather.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

const names: Names = {
  'nomail.test': { MX: [{ preference: 0, exchange: '' }] },
  'dangling.test': { MX: [{ preference: 1, exchange: 'gone.test' }] },
  'tab.test': { TXT: [['one\ttwo']] },
  'utf.test': { TXT: [['caf\u00e9']] },
  'plain.test': txt('See our page.'),
  'inner.test': txt('v=spf1 a:gone.test -all'),
};

/** The findings of one check about example.test, in full sentences. */
async function said(id: string, record: string) {
  const subject = readSubject({ domain: 'example.test' });
  const resolver = published({ ...names, 'example.test': txt(record) });
  const report = judge(subject, await gather(subject, resolver, { sections: ['spf'] }));
  expect(report.internalErrors).toEqual([]);
  return report.findings.filter((one) => one.id === id);
}

describe('spf-term-void', () => {
  it('calls a null MX no void lookup', async () => {
    const [found] = await said('spf-term-void', 'v=spf1 mx:nomail.test -all');
    expect(found?.explanation).toContain('has an MX record that names no host.');
    expect(JSON.stringify(found)).not.toMatch(/void lookup|third term/);
  });

  it.each(['mx:dangling.test', 'mx:gone.test', 'a:gone.test', 'exists:gone.test'])(
    'counts %s as one of two that are allowed',
    async (term) => {
      const [found] = await said('spf-term-void', `v=spf1 ${term} -all`);
      expect(found?.explanation).toContain('one of two void lookups');
      expect(found?.consequence).toContain('A third term of this kind');
    },
  );

  it('has the operator of another record told', async () => {
    const [found] = await said('spf-term-void', 'v=spf1 include:inner.test -all');
    expect(found?.remedy).toContain('Where the record belongs to someone else, tell its operator.');
  });
});

describe('spf-modifier-unknown', () => {
  it.each<[string, RegExp, RegExp, RegExp]>([
    ['ip4=45.64.7.1', /"ip4" were meant/, /authorize do not pass/, /write "ip4:45\.64\.7\.1" in/],
    [
      'redirct=plain.test',
      /"redirect" were meant/,
      /record that it was meant/,
      /write "redirect=plain\.test" in/,
    ],
    ['exo=plain.test', /"exp" were meant/, /do not read the text/, /write "exp=plain\.test" in the place/],
    ['v=spf1', /Such a word begins a record/, /counts as part of this record/, /^Remove the word/],
    ['v=DMARC1', /A DMARC record begins/, /counts as part of this record/, /"_dmarc"/],
  ])('of %s', async (term, guess, outcome, advice) => {
    const [found, ...others] = await said('spf-modifier-unknown', `v=spf1 mx ${term} -all`);
    expect(found?.explanation).toMatch(guess);
    expect(found?.consequence).toMatch(outcome);
    expect(found?.remedy).toMatch(advice);
    expect(others).toEqual([]);
  });

  it.each(['exo=plain.test', 'v=spf1', 'v=DMARC1'])('says of %s nothing about hosts', async (term) => {
    const [found] = await said('spf-modifier-unknown', `v=spf1 mx ${term} -all`);
    expect(JSON.stringify(found)).not.toMatch(/authorize|10 lookups/);
  });
});

describe('spf-exp-unusable', () => {
  const long = `${'x'.repeat(64)}.test`;
  it.each<[string, RegExp | null]>([
    ['exp=tab.test', /holds a control character/],
    ['exp=utf.test', /holds characters outside ASCII/],
    ['exp=plain.test', null],
    ['exp=gone.test', /does not exist/],
    [`exp=${long}`, /is no valid domain name/],
    ['exp=%{i}.test', null],
  ])('of %s: %s', async (term, fault) => {
    const [found] = await said('spf-exp-unusable', `v=spf1 mx -all ${term}`);
    if (fault) expect(found?.explanation).toMatch(fault);
    else expect(found).toBeUndefined();
  });

  it('proposes no text at a name that cannot be', async () => {
    const [found] = await said('spf-exp-unusable', `v=spf1 mx -all exp=${long}`);
    expect(found?.remedy).toMatch(/^Correct the name, or remove /);
  });
});
