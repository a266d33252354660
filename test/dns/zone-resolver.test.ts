import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recorded, type Exchange } from '../../src/dns/layers/recorded.ts';
import type { RecordType, Resolver } from '../../src/dns/resolver.ts';
import { readZoneFile, ZoneFileError } from '../../src/dns/zone-file.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

const file = `
$ORIGIN example.test.
@                TXT "v=spf1 -all"
s1._domainkey    TXT "v=DKIM1; p="
alias            CNAME real
away             CNAME there.elsewhere.test.
both             CNAME patched
patched          A 192.0.2.9
*.wild           TXT "any"
*.aliased        CNAME there.elsewhere.test.
loop             CNAME loop
`;

const published = zoneResolver(`
$ORIGIN example.test.
@                TXT "v=spf1 +all"
@                MX 10 mx
mx               A 192.0.2.1
real             A 192.0.2.2
taken.wild       A 192.0.2.3
dangling.wild    CNAME nothing.test.
there.elsewhere.test. A 192.0.2.4
patched          A 192.0.2.5
`);

const found = (...records: unknown[]) => ({ status: 'found', records });

describe('zoneResolver over another resolver', () => {
  const overlay = zoneResolver(file, published);

  it.each<[string, string, RecordType, unknown]>([
    ['a set in the file takes the place of the published one', 'example.test', 'TXT', found(['v=spf1 -all'])],
    ['in any case', 'EXAMPLE.test', 'TXT', found(['v=spf1 -all'])],
    [
      'another type of that name is asked elsewhere',
      'example.test',
      'MX',
      found({ preference: 10, exchange: 'mx.example.test' }),
    ],
    ['a name that is not in the file is asked elsewhere', 'mx.example.test', 'A', found('192.0.2.1')],
    ['what exists nowhere does not exist', 'nothing.example.test', 'A', { status: 'nxdomain' }],
    ['a new name', 's1._domainkey.example.test', 'TXT', found(['v=DKIM1; p='])],
    ['a new name without this type exists', 's1._domainkey.example.test', 'A', { status: 'nodata' }],
    ['the name above a new name exists', '_domainkey.example.test', 'CNAME', { status: 'nodata' }],
    ['an alias in the file leads elsewhere', 'alias.example.test', 'A', found('192.0.2.2')],
    ['an alias in the file leads to another zone', 'away.example.test', 'A', found('192.0.2.4')],
    ['an alias in the file leads through the file first', 'both.example.test', 'A', found('192.0.2.9')],
    ['an alias of itself', 'loop.example.test', 'A', { status: 'failed', failure: 'servfail' }],
    ['a wildcard for a name that exists nowhere', 'new.wild.example.test', 'TXT', found(['any'])],
    ['a wildcard below a name that exists nowhere', 'a.b.wild.example.test', 'TXT', found(['any'])],
    ['no wildcard for a name that exists elsewhere', 'taken.wild.example.test', 'TXT', { status: 'nodata' }],
    [
      'no wildcard below a name that exists elsewhere',
      'x.taken.wild.example.test',
      'TXT',
      { status: 'nxdomain' },
    ],
    [
      'no wildcard for an alias elsewhere that leads nowhere',
      'dangling.wild.example.test',
      'TXT',
      { status: 'nxdomain' },
    ],
    ['a wildcard alias', 'new.aliased.example.test', 'A', found('192.0.2.4')],
  ])('%s', async (_, name, type, expected) => {
    expect(await overlay.query(name, type)).toEqual(expected);
  });

  it.each<[string, string, RecordType]>([
    ['what the file does not hold', 'mx.example.test', 'A'],
    ['what the file holds with another type', 'example.test', 'MX'],
    ['whether a wildcard applies', 'new.wild.example.test', 'TXT'],
    ['the target of an alias', 'away.example.test', 'A'],
  ])('a failure elsewhere stays a failure: %s', async (_, name, type) => {
    const failing: Resolver = { query: () => Promise.resolve({ status: 'failed', failure: 'timeout' }) };
    expect(await zoneResolver(file, failing).query(name, type)).toEqual({
      status: 'failed',
      failure: 'timeout',
    });
  });

  it('a failed proof is no proof, whatever is answered a moment later', async () => {
    const recovering: Resolver = {
      query: (_name, type) =>
        Promise.resolve(
          type === 'CNAME' ? { status: 'failed', failure: 'servfail' } : { status: 'nxdomain' },
        ),
    };
    expect(await zoneResolver(file, recovering).query('new.wild.example.test', 'TXT')).toEqual({
      status: 'failed',
      failure: 'servfail',
    });
  });

  it('asks nothing elsewhere for what the file holds', async () => {
    const log: Exchange[] = [];
    const watched = zoneResolver(file, recorded(published, log));
    await watched.query('example.test', 'TXT');
    await watched.query('both.example.test', 'A');
    expect(log).toEqual([]);
  });

  it('hands on the signal', async () => {
    const seen: (AbortSignal | undefined)[] = [];
    const spy: Resolver = {
      query(_name, _type, signal) {
        seen.push(signal);
        return Promise.resolve({ status: 'nxdomain' });
      },
    };
    const { signal } = new AbortController();
    await zoneResolver(file, spy).query('other.test', 'A', signal);
    await zoneResolver(file, spy).query('new.wild.example.test', 'TXT', signal);
    expect(seen).toEqual([signal, signal]);
  });

  it('an empty file changes nothing', async () => {
    const nothing = zoneResolver('', published);
    const names = ['example.test', 'mx.example.test', 'dangling.wild.example.test', 'x.test', 'test'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom<RecordType>('A', 'TXT', 'MX', 'CNAME'),
        async (name, type) => {
          expect(await nothing.query(name, type)).toEqual(await published.query(name, type));
        },
      ),
    );
  });
});

describe('zoneResolver alone', () => {
  it('is the whole DNS', async () => {
    const alone = zoneResolver(file);
    expect(await alone.query('example.test', 'TXT')).toEqual(found(['v=spf1 -all']));
    expect(await alone.query('mx.example.test', 'A')).toEqual({ status: 'nxdomain' });
    expect(await alone.query('away.example.test', 'A')).toEqual({ status: 'nxdomain' });
  });

  it('takes a zone that has been read', async () => {
    expect(await zoneResolver(readZoneFile(file)).query('patched.example.test', 'A')).toEqual(
      found('192.0.2.9'),
    );
  });

  it('gives the TTL that the file states', async () => {
    expect(await zoneResolver('a.test. 60 A 192.0.2.1').query('a.test', 'A')).toEqual({
      status: 'found',
      records: ['192.0.2.1'],
      ttl: 60,
    });
  });

  it('refuses a text that is no master file before any question', () => {
    expect(() => zoneResolver('a.test. TXTT x')).toThrow(ZoneFileError);
  });
});
