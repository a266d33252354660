import { describe, expect, it } from 'vitest';
import { parseSpf } from '../../src/spf/parse.ts';
import { allLast, endingInSoftfail, merged, repaired, separated, without } from '../../src/spf/rewrite.ts';

describe('merged', () => {
  it.each<[readonly string[], string | null, string]>([
    [['v=spf1 a -all', 'v=spf1 mx ~all'], 'v=spf1 a mx ~all', 'the terms of all, the weaker all'],
    [['v=spf1 a -all', 'v=spf1 mx -all'], 'v=spf1 a mx -all', 'as strict as all of them'],
    [['v=spf1 a -all', 'v=spf1 +A mx -all'], 'v=spf1 +A mx -all', 'the same term once'],
    [['v=spf1 a', 'v=spf1 mx -all'], 'v=spf1 a mx ~all', 'one says nothing of the others'],
    [['v=spf1 a +all', 'v=spf1 mx ?all'], 'v=spf1 a mx ~all', 'an all that protects'],
    [['v=spf1 a exp=x.test -all', 'v=spf1 mx exp=y.test -all'], 'v=spf1 a mx -all exp=x.test', 'one exp'],
    [['v=spf1 a -all ip4:45.64.7.1', 'v=spf1 mx -all'], 'v=spf1 a ip4:45.64.7.1 mx -all', 'addresses'],
    [
      ['v=spf1 a:%{L}.x.test -all', 'v=spf1 a:%{l}.x.test -all'],
      'v=spf1 a:%{L}.x.test a:%{l}.x.test -all',
      '',
    ],
    [['v=spf1 a -all mx', 'v=spf1 ~all'], null, 'a name behind the all has not counted'],
    [['v=spf1 -all', 'v=spf1 ~all'], null, 'nothing to merge'],
    [['v=spf1 a -all', 'v=spf1 redirect=x.test'], null, 'a redirect would change its meaning'],
    [['v=spf1 a -all', 'v=spf1 include:x.test -all'], null, 'nobody counted what it includes'],
    [['v=spf1 a -all', 'v=spf1 exists:%{i}.x.test -all'], null, 'exists'],
    [['v=spf1 a -all', 'v=spf1 ptr -all'], null, 'ptr'],
    [['v=spf1 a -all', 'v=spf1 -ip4:45.64.7.1 mx -all'], null, 'a refusal depends on its place'],
    [['v=spf1 a -all', 'v=spf1 ip4:0.0.0.0/0 -all'], null, 'everybody would pass'],
    [['v=spf1 a -all', 'v=spf1 moo -all'], null, 'a broken record cannot be trusted'],
    [
      ['v=spf1 a a:1.x a:2.x a:3.x a:4.x a:5.x -all', 'v=spf1 mx a:6.x a:7.x a:8.x a:9.x -all'],
      null,
      'eleven lookups are no mend',
    ],
  ])('%j is %j: %s', (texts, record) => {
    const records = texts.map(parseSpf);
    expect(merged(records, 10)?.text ?? null).toBe(record);
    expect(merged(records.toReversed(), 10)?.text ?? null).toBe(record);
  });

  it('leaves room for what else is looked up', () => {
    const records = ['v=spf1 a -all', 'v=spf1 mx -all'].map(parseSpf);
    expect(merged(records, 2)?.text).toBe('v=spf1 a mx -all');
    expect(merged(records, 1)).toBeNull();
  });
});

/** What a step makes of a record; null where it leaves it alone. */
function changed(text: string, step: (record: ReturnType<typeof parseSpf>) => { readonly text: string }) {
  const record = parseSpf(text);
  const result = step(record);
  return result === record ? null : result.text;
}

describe('endingInSoftfail', () => {
  it.each<[string, string | null, string]>([
    ['v=spf1 a +all', 'v=spf1 a ~all', 'in the place of the all'],
    ['v=spf1 a ?all exp=x.test', 'v=spf1 a ~all exp=x.test', 'the rest stays'],
    ['v=spf1 a', 'v=spf1 a ~all', 'added at the end'],
    ['v=spf1 a -all', null, 'strict already'],
    ['v=spf1 a redirect=x.test', null, 'the redirect decides'],
    ['v=spf1 +all', null, 'would authorize nobody'],
    ['v=spf1 -a ?all', null, 'nor would this'],
    ['v=spf1 a +all mx', null, 'hosts that pass today, if only by "+all", would no longer'],
    ['v=spf1 a +all redirect=x.test', null, 'the same of the redirect'],
    ['v=spf1 a:x.test-all', null, 'the all is there, in the name'],
  ])('%s is %s: %s', (text, record) => {
    expect(changed(text, endingInSoftfail)).toBe(record);
  });
});

describe('allLast', () => {
  it.each<[string, string | null, string]>([
    ['v=spf1 a -all ip4:45.64.7.1', 'v=spf1 a ip4:45.64.7.1 -all', 'the first all, at the end'],
    ['v=spf1 a ~all ip6:2a10:50c0::1 -all', 'v=spf1 a ip6:2a10:50c0::1 ~all', 'its qualifier, and only it'],
    ['v=spf1 -all ip4:45.64.7.1 exp=x.test', 'v=spf1 ip4:45.64.7.1 -all exp=x.test', 'modifiers behind it'],
    ['v=spf1 a -all -all', 'v=spf1 a -all', 'a second all'],
    ['v=spf1 a -all include:seen.test', 'v=spf1 a include:seen.test -all', 'a term that counts today'],
    ['v=spf1 a -all mx', null, 'a name that nobody asked for'],
    ['v=spf1 a -all ip4:45.64.7.1 include:x.test', null, 'not one without the other'],
    ['v=spf1 a ~all -ip4:0.0.0.0/0', null, 'a network of everyone'],
    ['v=spf1 a -all', null, 'in order'],
    ['v=spf1 a', null, 'no all'],
  ])('%s is %s: %s', (text, record) => {
    expect(changed(text, (one) => allLast(one, new Set(['include:seen.test'])))).toBe(record);
  });
});

describe('without', () => {
  it('drops terms as long as something still sends', () => {
    const text = 'v=spf1 include:a.test include:b.test ~all';
    expect(changed(text, (one) => without(one, new Set(['include:a.test'])))).toBe(
      'v=spf1 include:b.test ~all',
    );
    expect(changed(text, (one) => without(one, new Set(['include:a.test', 'include:b.test'])))).toBeNull();
    expect(changed(text, (one) => without(one, new Set(['include:c.test'])))).toBeNull();
  });
});

describe('separated', () => {
  const pairs = new Map([
    ['include:a.test-all', ['include:a.test', '-all']],
    ['include:b.test.include:c.test', ['include:b.test', 'include:c.test']],
  ]);
  it.each<[string, string | null, string]>([
    ['v=spf1 include:a.test-all', 'v=spf1 include:a.test -all', 'an all'],
    ['v=spf1 include:b.test.include:c.test ~all', 'v=spf1 include:b.test include:c.test ~all', 'an include'],
    ['v=spf1 include:a.test-all ~all', null, 'which all is meant?'],
    ['v=spf1 include:a.test-all redirect=x.test', null, 'all or redirect?'],
    ['v=spf1 include:d.test ~all', null, 'nothing to separate'],
  ])('%s is %s: %s', (text, record) => {
    expect(changed(text, (one) => separated(one, pairs))).toBe(record);
  });
});

describe('repaired', () => {
  it.each<[string, string | null, string]>([
    ['v=spf1 ipv4:192.0.2.1, a~all', 'v=spf1 ip4:192.0.2.1 a ~all', 'every problem'],
    ['V=SPF1  - all', 'v=spf1 -all', 'terms joined again'],
    ['v=spf1 redirect:a.test', 'v=spf1 redirect=a.test', 'a colon'],
    ['v=spf1 exp=x.test exp=x.test -all', 'v=spf1 exp=x.test -all', 'the second of two'],
    ['v=spf1  a', 'v=spf1  a', 'nothing to repair'],
    ['v=spf1 ipv4:192.0.2.1 moo', null, 'one problem that only its owner can solve'],
    ['v=spf1 ip4:192.0\n.2.1 -all', null, 'a repair that would break elsewhere'],
    ['v=spf2 a', null, 'another version'],
  ])('%j is %j: %s', (text, record) => {
    expect(repaired(parseSpf(text))?.text ?? null).toBe(record);
  });
});
