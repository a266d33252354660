import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../src/dns/resolver.ts';
import { lookup } from '../../src/dns/zone.ts';
import { readZoneFile } from '../../src/dns/zone-file.ts';

const zone = readZoneFile(`
$ORIGIN example.test.
@          300 SOA ns hostmaster 1 2 3 4 5
@              TXT "apex"
host           A 192.0.2.1
a.b.c          TXT "deep"
alias          CNAME host
chain          CNAME Alias
away           CNAME host.elsewhere.test.
gone           CNAME nothing
loop1          CNAME loop2
loop2          CNAME loop1
self           CNAME self
flat           CNAME host
flat           TXT "beside an alias"
*.wild         TXT "any"
taken.wild     A 192.0.2.2
x.y.wild       A 192.0.2.3
*.aliased      CNAME host
sub.*.star     A 192.0.2.4
`);

const status = (name: string, type: RecordType) => lookup(zone, name, type).answer;
const found = (...records: unknown[]) => expect.objectContaining({ status: 'found', records });

describe('lookup', () => {
  it.each<[string, string, RecordType, unknown]>([
    ['a record', 'host.example.test', 'A', found('192.0.2.1')],
    ['a record in any case', 'HOST.Example.TEST', 'A', found('192.0.2.1')],
    ['a record under a name with a final dot', 'host.example.test.', 'A', found('192.0.2.1')],
    ['a name without this type', 'host.example.test', 'AAAA', { status: 'nodata' }],
    ['a name that exists for those below it', 'b.c.example.test', 'TXT', { status: 'nodata' }],
    ['the parent of that', 'c.example.test', 'TXT', { status: 'nodata' }],
    ['a name above the zone', 'test', 'A', { status: 'nodata' }],
    ['a name beside', 'other.c.example.test', 'TXT', { status: 'nxdomain' }],
    ['a name below one with records', 'x.host.example.test', 'A', { status: 'nxdomain' }],
    ['a name in another zone', 'example.com', 'A', { status: 'nxdomain' }],
    ['a name that ends alike', 'nothost.example.test', 'A', { status: 'nxdomain' }],
    ['through an alias', 'alias.example.test', 'A', found('192.0.2.1')],
    ['through two aliases, in any case', 'chain.example.test', 'A', found('192.0.2.1')],
    ['an alias without this type', 'alias.example.test', 'TXT', { status: 'nodata' }],
    ['an alias that leads nowhere', 'gone.example.test', 'A', { status: 'nxdomain' }],
    ['an alias that leads out of the file', 'away.example.test', 'A', { status: 'nxdomain' }],
    ['the alias itself', 'gone.example.test', 'CNAME', found('nothing.example.test')],
    ['aliases in a circle', 'loop1.example.test', 'A', { status: 'failed', failure: 'servfail' }],
    ['an alias of itself', 'self.example.test', 'A', { status: 'failed', failure: 'servfail' }],
    ['a type beside an alias', 'flat.example.test', 'TXT', found(['beside an alias'])],
    ['another type at that name', 'flat.example.test', 'A', found('192.0.2.1')],
    ['a wildcard', 'any.wild.example.test', 'TXT', found(['any'])],
    ['a wildcard, several labels deep', 'a.b.wild.example.test', 'TXT', found(['any'])],
    ['a wildcard without this type', 'any.wild.example.test', 'A', { status: 'nodata' }],
    ['not a wildcard for the name above it', 'wild.example.test', 'TXT', { status: 'nodata' }],
    ['not a wildcard for a name that exists', 'taken.wild.example.test', 'TXT', { status: 'nodata' }],
    ['not a wildcard for an empty name that exists', 'y.wild.example.test', 'TXT', { status: 'nodata' }],
    ['not a wildcard below a name that exists', 'z.y.wild.example.test', 'TXT', { status: 'nxdomain' }],
    ['the asterisk asked for by name', '*.wild.example.test', 'TXT', found(['any'])],
    ['an alias from a wildcard', 'any.aliased.example.test', 'A', found('192.0.2.1')],
    ['an asterisk that only has names below it', 'any.star.example.test', 'A', { status: 'nodata' }],
  ])('%s', (_, name, type, expected) => {
    expect(status(name, type)).toEqual(expected);
  });

  it('names the aliases on the way in order', () => {
    expect(lookup(zone, 'chain.example.test', 'A').aliases).toEqual([
      { name: 'chain.example.test', target: 'Alias.example.test', ttl: 300 },
      { name: 'Alias.example.test', target: 'host.example.test', ttl: 300 },
    ]);
  });

  it('ends after a bounded number of aliases', () => {
    expect(lookup(zone, 'loop1.example.test', 'A').aliases.length).toBeLessThan(20);
  });

  it('follows a chain of sixteen and not one of eighteen', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) => `n${index}.test. CNAME n${index + 1}.test.\n`).join('') +
      `n${length}.test. A 192.0.2.1`;
    expect(lookup(readZoneFile(chain(16)), 'n0.test', 'A').answer.status).toBe('found');
    expect(lookup(readZoneFile(chain(18)), 'n0.test', 'A').answer.status).toBe('failed');
  });

  it('finds a wildcard at the root', () => {
    expect(lookup(readZoneFile('*. TXT x'), 'a.test', 'TXT').answer).toEqual({
      status: 'found',
      records: [['x']],
    });
  });

  it('a name that exists makes every name above it exist', () => {
    const label = fc.stringMatching(/^[a-z0-9_-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 2, maxLength: 12 }), fc.nat(), (labels, cut) => {
        const name = labels.join('.');
        const above = labels.slice(cut % labels.length).join('.');
        const one = readZoneFile(`${name}. A 192.0.2.1`);
        expect(lookup(one, above, 'TXT').answer).toEqual({ status: 'nodata' });
        expect(lookup(one, `0x.${name}`, 'TXT').answer).toEqual({ status: 'nxdomain' });
      }),
    );
  });
});
