import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/dns/resolver.ts';
import { interpret } from '../../src/dnsbl/interpret.ts';
import { spoken } from '../../src/text/say.ts';
import { listOf } from './support.ts';

const found = (...records: string[]): Answer<'A'> => ({ status: 'found', records });

describe('interpret', () => {
  it.each<[string, string, Answer<'A'>, string]>([
    ['zen.spamhaus.org', 'NXDOMAIN denies the entry', { status: 'nxdomain' }, 'not-listed'],
    ['zen.spamhaus.org', 'NODATA denies it as well', { status: 'nodata' }, 'not-listed'],
    ['zen.spamhaus.org', 'a failure is no denial', { status: 'failed', failure: 'servfail' }, 'unknown'],
    ['zen.spamhaus.org', 'a timeout is no denial', { status: 'failed', failure: 'timeout' }, 'unknown'],
    ['zen.spamhaus.org', 'a documented code', found('127.0.0.2'), 'listed'],
    ['zen.spamhaus.org', 'a policy range is a listing', found('127.0.0.11'), 'listed'],
    ['zen.spamhaus.org', 'several documented codes', found('127.0.0.9', '127.0.0.2'), 'listed'],
    ['zen.spamhaus.org', 'a public resolver is refused', found('127.255.255.254'), 'refused'],
    ['zen.spamhaus.org', 'too many questions', found('127.255.255.255'), 'refused'],
    ['psbl.surriel.com', 'the range of refusals counts for every list', found('127.255.255.1'), 'refused'],
    ['zen.spamhaus.org', 'a refusal beside a listing', found('127.255.255.254', '127.0.0.4'), 'listed'],
    ['zen.spamhaus.org', 'an odd answer beside a listing', found('198.51.100.1', '127.0.0.4'), 'listed'],
    [
      'zen.spamhaus.org',
      'a refusal beside an odd answer',
      found('198.51.100.1', '127.255.255.254'),
      'refused',
    ],
    ['zen.spamhaus.org', 'an undocumented code', found('127.0.0.77'), 'unknown'],
    ['psbl.surriel.com', '127.0.0.1 never means listed', found('127.0.0.1'), 'unknown'],
    ['zen.spamhaus.org', 'a code of the domain list', found('127.0.1.2'), 'unknown'],
    ['psbl.surriel.com', 'a rewritten answer', found('198.51.100.80'), 'unknown'],
    ['psbl.surriel.com', 'an address that only begins alike', found('12.7.0.2'), 'unknown'],
    ['dbl.spamhaus.org', 'an address was asked', found('127.0.1.255'), 'refused'],
    ['dbl.spamhaus.org', 'a phishing domain', found('127.0.1.4'), 'listed'],
    ['dbl.spamhaus.org', 'a code of the address list', found('127.0.0.2'), 'unknown'],
    ['multi.uribl.com', 'one bit', found('127.0.0.2'), 'listed'],
    ['multi.uribl.com', 'several bits', found('127.0.0.14'), 'listed'],
    ['multi.uribl.com', 'the bit that refuses', found('127.0.0.1'), 'refused'],
    ['multi.uribl.com', 'all bits are a refusal too', found('127.0.0.255'), 'refused'],
    ['multi.uribl.com', 'a bit without meaning', found('127.0.0.64'), 'unknown'],
    ['multi.uribl.com', 'bits stand in the last octet only', found('127.0.1.2'), 'unknown'],
    ['multi.surbl.org', 'blocked beside other bits', found('127.0.0.9'), 'refused'],
    ['multi.surbl.org', 'the test entry holds bits without meaning', found('127.0.0.254'), 'listed'],
  ])('%s: %s', (zone, _reason, answer, outcome) => {
    expect(interpret(answer, listOf(zone)).outcome).toBe(outcome);
  });

  it('gives each code its meaning, a sum of bits all of them', () => {
    const codes = (zone: string, ...records: string[]) =>
      spoken(interpret(found(...records), listOf(zone)).codes, 'en');
    expect(codes('multi.surbl.org', '127.0.0.24')).toEqual([
      { code: '127.0.0.24', meaning: 'PH: phishing, MW: malware' },
    ]);
    expect(codes('zen.spamhaus.org', '127.0.0.9', '127.0.0.2', '127.0.0.2')).toEqual([
      { code: '127.0.0.2', meaning: 'SBL: a source of spam' },
      { code: '127.0.0.9', meaning: 'DROP: a network under criminal control' },
    ]);
  });

  it('keeps only the codes behind the outcome', () => {
    const { codes } = interpret(
      found('127.255.255.254', '127.0.0.4', '127.0.0.77'),
      listOf('zen.spamhaus.org'),
    );
    expect(codes.map(({ code }) => code)).toEqual(['127.0.0.4']);
  });

  it.each([
    ['127.0.0.64', 'warning', 'the weight of the list'],
    ['127.0.0.32', 'notice', 'a click tracker is information'],
    ['127.0.0.96', 'warning', 'the heavier of two'],
  ])('SURBL %s weighs %s: %s', (code, weight) => {
    expect(interpret(found(code), listOf('multi.surbl.org')).weight).toBe(weight);
  });

  it.each([
    ['198.51.100.80', 'rewritten'],
    ['127.0.0.77', 'undocumented'],
  ])('tells why %s settles nothing', (record, oddity) => {
    expect(interpret(found(record), listOf('zen.spamhaus.org')).oddity).toBe(oddity);
  });
});
