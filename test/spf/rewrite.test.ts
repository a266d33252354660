import { describe, expect, it } from 'vitest';
import { parseSpf } from '../../src/spf/parse.ts';
import { termText } from '../../src/spf/record.ts';
import {
  allLast,
  endingInSoftfail,
  merged,
  repaired,
  separated,
  withoutTerms,
} from '../../src/spf/rewrite.ts';

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
    [['v=spf1 a -all mx', 'v=spf1 ~all'], 'v=spf1 a mx ~all', 'what stands behind the all as well'],
    [['v=spf1 a -all -mx', 'v=spf1 ~all'], null, 'but not a refusal'],
    [['v=spf1 -all', 'v=spf1 ~all'], null, 'nothing to merge'],
    [['v=spf1 a -all', 'v=spf1 redirect=x.test'], null, 'a redirect would change its meaning'],
    [['v=spf1 a -all', 'v=spf1 include:x.test -all'], 'v=spf1 a include:x.test -all', 'includes'],
    [['v=spf1 a -all', 'v=spf1 exists:%{i}.x.test ~all'], 'v=spf1 a exists:%{i}.x.test ~all', 'and all else'],
    [['v=spf1 a -all', 'v=spf1 -ip4:45.64.7.1 mx -all'], null, 'a refusal depends on its place'],
    [['v=spf1 a -all', 'v=spf1 moo -all'], null, 'a broken record cannot be trusted'],
  ])('%j is %j: %s', (texts, record) => {
    const records = texts.map(parseSpf);
    expect(merged(records)?.text ?? null).toBe(record);
    expect(merged(records.toReversed())?.text ?? null).toBe(record);
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
    ['v=spf1 a -all include:x.test', 'v=spf1 a include:x.test -all', 'an include'],
    ['v=spf1 a ~all -ip4:45.64.7.0/24', null, 'not a refusal: it would begin to count'],
    ['v=spf1 a -all', null, 'in order'],
    ['v=spf1 a', null, 'no all'],
  ])('%s is %s: %s', (text, record) => {
    expect(changed(text, allLast)).toBe(record);
  });
});

describe('withoutTerms', () => {
  it.each<[string, readonly string[], string | null, string]>([
    [
      'include:a.test include:b.test ~all',
      ['include:a.test'],
      'include:b.test ~all',
      'something still sends',
    ],
    ['include:a.test include:b.test ~all', ['include:a.test', 'include:b.test'], null, 'nothing would'],
    ['include:a.test redirect=b.test', ['include:a.test'], 'redirect=b.test', 'a redirect does'],
    ['include:a.test ~all', ['include:c.test'], null, 'nothing to drop'],
  ])('%s without %j is %s: %s', (terms, names, left) => {
    const dropped = (record: ReturnType<typeof parseSpf>) =>
      new Set(record.terms.filter((term) => names.includes(termText(record, term))));
    const text = left === null ? null : `v=spf1 ${left}`;
    expect(changed(`v=spf1 ${terms}`, (one) => withoutTerms(one, dropped(one)))).toBe(text);
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
