import { describe, expect, it } from 'vitest';
import { testList } from '../../src/dnsbl/health.ts';
import { spoken } from '../../src/text/say.ts';
import { listOf, serving } from './support.ts';

const health = async (zone: string, list: string) => {
  const { result } = await serving(zone, (resolver) => testList(listOf(list), resolver));
  return result;
};

describe('testList', () => {
  it.each([
    ['psbl.surriel.com', '2.0.0.127.psbl.surriel.com. A 127.0.0.2', 'working', 'listed and not listed'],
    ['psbl.surriel.com', 'other.test. A 192.0.2.1', 'empty', 'the test entry is gone'],
    ['psbl.surriel.com', '1.0.0.127.psbl.surriel.com. A 127.0.0.2', 'wildcard', 'what must not be there is'],
    ['psbl.surriel.com', '*.psbl.surriel.com. A 127.0.0.2', 'wildcard', 'everything is there'],
    [
      'psbl.surriel.com',
      '*.psbl.surriel.com. A 127.0.0.77',
      'wildcard',
      'everything has a code nobody knows',
    ],
    ['psbl.surriel.com', '*.psbl.surriel.com. A 198.51.100.80', 'rewritten', 'everything is a web server'],
    ['psbl.surriel.com', '*.psbl.surriel.com. A 127.255.255.254', 'refused', 'everything is refused'],
    [
      'psbl.surriel.com',
      '2.0.0.127.psbl.surriel.com. A 127.0.0.2\n1.0.0.127.psbl.surriel.com. A 127.255.255.255',
      'refused',
      'the refusal began between two questions',
    ],
    ['psbl.surriel.com', '2.0.0.127.psbl.surriel.com. A 127.0.0.77', 'unknown', 'a code nobody knows'],
    ['psbl.surriel.com', '; answer 2.0.0.127.psbl.surriel.com A SERVFAIL', 'unknown', 'no answer'],
    [
      'psbl.surriel.com',
      '; answer 1.0.0.127.psbl.surriel.com A REFUSED\n2.0.0.127.psbl.surriel.com. A 127.0.0.2',
      'unknown',
      'it may be a wildcard',
    ],
    ['all.spamrats.com', '38.0.0.127.all.spamrats.com. A 127.0.0.38', 'working', 'a test entry of its own'],
    ['all.spamrats.com', '2.0.0.127.all.spamrats.com. A 127.0.0.38', 'empty', 'the usual one is not its own'],
    ['dbl.spamhaus.org', 'dbltest.com.dbl.spamhaus.org. A 127.0.1.2', 'working', 'the second test entry'],
    [
      'dbl.spamhaus.org',
      '; answer test.dbl.spamhaus.org A SERVFAIL\ndbltest.com.dbl.spamhaus.org. A 127.0.1.2',
      'working',
      'one test entry suffices',
    ],
    ['dbl.spamhaus.org', '; answer test.dbl.spamhaus.org A SERVFAIL', 'unknown', 'a failure beside a denial'],
    ['multi.uribl.com', '*.multi.uribl.com. A 127.0.0.1', 'refused', 'the bit that refuses'],
    ['multi.surbl.org', 'test.surbl.org.multi.surbl.org. A 127.0.0.254', 'working', 'its own test entry'],
  ])('%s, %s: %s (%s)', async (list, zone, expected) => {
    const { health: seen } = await health(`$ORIGIN .\n${zone}\nsome.test. A 192.0.2.1\n`, list);
    expect('why' in seen ? seen.why : seen.state).toBe(expected);
  });

  it('tells the code of a refusal, and the question that showed it', async () => {
    const { health: seen, test } = await health('*.zen.spamhaus.org. A 127.255.255.254', 'zen.spamhaus.org');
    expect(spoken(seen, 'en')).toEqual({
      state: 'refused',
      code: '127.255.255.254',
      meaning: 'public or open resolver',
    });
    expect(test.name).toBe('2.0.0.127.zen.spamhaus.org');
  });

  it('asks a second test entry only where the first one is not there', async () => {
    const zone = 'test.multi.uribl.com. A 127.0.0.14';
    const { questions } = await serving(zone, (resolver) => testList(listOf('multi.uribl.com'), resolver));
    expect(questions.map(({ name }) => name).toSorted()).toEqual([
      'invalid.multi.uribl.com',
      'test.multi.uribl.com',
    ]);
  });
});
