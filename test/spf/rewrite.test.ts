import { describe, expect, it } from 'vitest';
import { parseSpf } from '../../src/spf/parse.ts';
import { endingInSoftfail, merged, repaired, withAllLast, withoutTerms } from '../../src/spf/rewrite.ts';

describe('merged', () => {
  it.each<[readonly string[], string | null, string]>([
    [['v=spf1 a -all', 'v=spf1 mx ~all'], 'v=spf1 a mx -all', 'terms in order, the first all'],
    [['v=spf1 a -all', 'v=spf1 +A mx ~all'], 'v=spf1 +A mx -all', 'the same term once'],
    [['v=spf1 a', 'v=spf1 mx'], 'v=spf1 a mx ~all', 'an all where there was none'],
    [['v=spf1 a +all', 'v=spf1 mx ?all'], 'v=spf1 a mx ~all', 'an all that protects'],
    [['v=spf1 a -all mx', 'v=spf1 ~all'], 'v=spf1 a -all', 'what nobody reads authorizes nobody'],
    [['v=spf1 a exp=x.test -all', 'v=spf1 mx exp=y.test -all'], 'v=spf1 a mx -all exp=x.test', 'one exp'],
    [['v=spf1 -all', 'v=spf1 -all'], null, 'nothing to merge'],
    [['v=spf1 a -all', 'v=spf1 redirect=x.test'], null, 'a redirect would change its meaning'],
    [['v=spf1 a -all', 'v=spf1 moo -all'], null, 'a broken record cannot be trusted'],
    [
      ['v=spf1 a a:1.x a:2.x a:3.x a:4.x a:5.x -all', 'v=spf1 mx a:6.x a:7.x a:8.x a:9.x -all'],
      null,
      'eleven lookups are no mend',
    ],
  ])('%j: %#', (texts, record) => {
    expect(merged(texts.map(parseSpf))).toBe(record);
  });
});

describe('endingInSoftfail', () => {
  it.each<[string, string | null, string]>([
    ['v=spf1 a +all', 'v=spf1 a ~all', 'in the place of the all'],
    ['v=spf1 a ?all exp=x.test', 'v=spf1 a ~all exp=x.test', 'the rest stays'],
    ['v=spf1 a', 'v=spf1 a ~all', 'added at the end'],
    ['v=spf1 +all', null, 'would authorize nobody'],
    ['v=spf1 -a ?all', null, 'nor would this'],
    ['v=spf1 all mx', null, 'a term behind the all does not count'],
    ['v=spf1 moo a ?all', null, 'still broken'],
  ])('%s is %s: %s', (text, record) => {
    expect(endingInSoftfail(parseSpf(text))).toBe(record);
  });
});

describe('withAllLast', () => {
  it.each<[string, string | null, string]>([
    ['v=spf1 a -all mx', 'v=spf1 a mx -all', 'the first all, at the end'],
    ['v=spf1 a ~all mx -all', 'v=spf1 a mx ~all', 'its qualifier, and only it'],
    ['v=spf1 -all a exp=x.test', 'v=spf1 a -all exp=x.test', 'modifiers behind it'],
    ['v=spf1 a', null, 'no all'],
  ])('%s is %s: %s', (text, record) => {
    expect(withAllLast(parseSpf(text))).toBe(record);
  });
});

describe('withoutTerms', () => {
  it('drops terms as long as something still sends', () => {
    const record = parseSpf('v=spf1 include:a.test include:b.test ~all');
    const [a, b] = record.terms;
    if (!a || !b) throw new Error('two terms');
    expect(withoutTerms(record, new Set([a]))).toBe('v=spf1 include:b.test ~all');
    expect(withoutTerms(record, new Set([a, b]))).toBeNull();
  });
});

describe('repaired', () => {
  it.each<[string, string | null, string]>([
    ['v=spf1 ipv4:192.0.2.1, a~all', 'v=spf1 ip4:192.0.2.1 a ~all', 'every problem'],
    ['V=SPF1  - all', 'v=spf1 -all', 'terms joined again'],
    ['v=spf1 redirect:a.test', 'v=spf1 redirect=a.test', 'a colon'],
    ['v=spf1 exp=x.test exp=x.test -all', 'v=spf1 exp=x.test -all', 'the second of two'],
    ['v=spf1 ipv4:192.0.2.1 moo', null, 'one problem that only its owner can solve'],
    ['v=spf1 ip4:192.0\n.2.1 -all', null, 'a repair that would break elsewhere'],
    ['v=spf2 a', null, 'another version'],
  ])('%j is %j: %s', (text, record) => {
    expect(repaired(parseSpf(text))).toBe(record);
  });
});
