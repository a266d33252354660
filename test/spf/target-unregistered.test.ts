import { describe, expect, it } from 'vitest';
import { judged } from './findings.ts';
import { published, txt } from './published.ts';

const inner = txt('v=spf1 ip4:45.64.7.1 a:gone.b-gone.com -all');

/** The terms that spf-target-unregistered names, and the questions about registrations. */
async function lost(record: string): Promise<{ terms: unknown[]; asked: string[] }> {
  const resolver = published({ 'example.test': txt(record), 'inner.com': inner });
  const result = await judged(resolver);
  const found = result?.found.filter(({ id }) => id === 'spf-target-unregistered') ?? [];
  return {
    terms: found.map(({ params }) => params['term']),
    asked: resolver.asked.filter((question) => question.endsWith('-gone.com CNAME')),
  };
}

describe('a domain that anybody could register', () => {
  it.each<[string, readonly string[]]>([
    ['v=spf1 include:x.a-gone.com -all', ['include:x.a-gone.com']],
    ['v=spf1 +a:x.a-gone.com -all', ['+a:x.a-gone.com']],
    ['v=spf1 redirect=x.a-gone.com', ['redirect=x.a-gone.com']],
    ['v=spf1 ?include:x.a-gone.com -all', []],
    ['v=spf1 ~include:x.a-gone.com -all', []],
    ['v=spf1 -exists:x.a-gone.com ~all', []],
    ['v=spf1 include:inner.com -all', ['a:gone.b-gone.com']],
    ['v=spf1 redirect=inner.com', ['a:gone.b-gone.com']],
    ['v=spf1 ?include:inner.com -all', []],
    ['v=spf1 -include:inner.com include:inner.com -all', ['a:gone.b-gone.com']],
  ])('%s: %j', async (record, expected) => {
    const { terms, asked } = await lost(record);
    expect(terms).toEqual(expected);
    expect(asked.length).toBe(expected.length);
  });
});
