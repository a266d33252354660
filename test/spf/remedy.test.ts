import { describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/dns/resolver.ts';
import type { DomainName } from '../../src/domain.ts';
import { Attempts } from '../../src/spf/trials.ts';
import type { SpfRemedy } from '../../src/spf/facts.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import type { Names } from './evaluation.ts';
import { published, txt } from './published.ts';

const domain = 'example.com' as DomainName;

async function remediesOf(resolver: Resolver, addresses: readonly string[]): Promise<readonly SpfRemedy[]> {
  const spf = await gatherSpf(domain, resolver, { addresses, sender: null, helo: null });
  if (!spf.ok) throw new Error('not ok');
  return spf.value.remedies;
}

/** The resolver with one question failing. */
function failing(resolver: Resolver, question: string): Resolver {
  return {
    async query(name, type) {
      if (`${name} ${type}` === question) return { status: 'failed', failure: 'servfail' };
      return resolver.query(name, type);
    },
  };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const hostTerms = (count: number) =>
  range(count)
    .map((index) => `a:h${index}.net`)
    .join(' ');
const includes = (count: number) =>
  range(count)
    .map((index) => `include:i${index}.net`)
    .join(' ');

const world: Names = {
  ...Object.fromEntries(
    range(11).map((index) => [`h${index}.net`, { A: [`45.80.0.${index}`], AAAA: [`2a10::${index + 1}`] }]),
  ),
  ...Object.fromEntries(
    range(11).map((index) => [`i${index}.net`, txt(`v=spf1 ip4:45.77.${index}.0/24 -all`)]),
  ),
  'broken.net': txt('v=spf1 ip4:45.64.0.0/16 ip4:bogus -all'),
  'good.net': txt('v=spf1 ip4:45.64.1.0/24 -all'),
  'half.net': txt('v=spf1 ip4:45.64.1.128/25 -all'),
  'shop.net': txt('v=spf1 ip4:45.1.1.1 -all'),
  'mail.net': { A: ['45.9.9.9'], AAAA: ['2a10::99'] },
  'dual.net': { A: ['45.64.1.1'] },
  'void.net': txt('v=spf1 a:gone1.net a:gone2.net -all'),
  'down.net': 'servfail',
  'many.net': { MX: range(12).map((preference) => ({ preference, exchange: `x${preference}.net` })) },
  'x11.net': { A: ['45.5.5.5'] },
  '_spf.provider.net': txt('v=spf1 ip4:45.64.16.7 ip4:45.64.16.0/24 -all'),
  '_spf.host.net': txt('v=spf1 include:%{o}.custom.host.net a:mail.%{o} ip4:45.1.1.0/24 -all'),
  '_own.example.com': txt('v=spf1 include:%{o}.custom.host.net a:mail.%{o} a:gone.net ip4:45.1.1.0/24 -all'),
};

/** The records to publish, each behind its name where that is another one. */
async function fixes(text: string | readonly string[], given: readonly string[] = [], failed = '') {
  const own = typeof text === 'string' ? txt(text) : { TXT: text.map((one) => [one]) };
  const found = await remediesOf(failing(published({ ...world, [domain]: own }), failed), given);
  return found.map((fix) => `${fix.name === domain ? '' : `${fix.name}: `}${fix.text}`);
}

async function hostsOf(text: string | readonly string[], given: readonly string[] = []) {
  const own = typeof text === 'string' ? txt(text) : { TXT: text.map((one) => [one]) };
  const found = await remediesOf(published({ ...world, [domain]: own }), given);
  return found.map(({ text: mended, hosts }) => [mended, hosts]);
}

describe('no remedy', () => {
  it.each<[string, string | readonly string[], readonly string[], string?]>([
    [
      'drops a network whose hosts an error would meet before the other network',
      'v=spf1 ip4:45.64.1.7 include:broken.net ip4:45.64.1.0/24 -all',
      ['45.64.1.7'],
    ],
    ['the same without the address', 'v=spf1 ip4:45.64.1.7 include:broken.net ip4:45.64.1.0/24 -all', []],
    ['nor one that may meet it', 'v=spf1 ip4:45.64.1.7 include:down.net ip4:45.64.1.0/24 -all', []],
    ['nor one behind the limit', `v=spf1 ip4:45.64.1.7 ${hostTerms(11)} ip4:45.64.1.0/24 -all`, []],
    [
      'drops a network of the domain for that of an include',
      'v=spf1 ip4:45.64.1.0/25 ?ip4:45.70.0.1 include:half.net ip4:45.64.1.0/24 -all',
      [],
    ],
    [
      'drops a network half of which is refused',
      'v=spf1 ip4:45.64.1.0/25 -ip4:45.64.1.128/25 ip4:45.64.1.0/24 -all',
      [],
    ],
    ['drops what another domain may have', 'v=spf1 redirect=_spf.host.net', []],
    [
      'puts terms into force of which nobody knows what they do',
      'v=spf1 a:mail.net -all include:down.net ptr exists:%{i}.x.net',
      [],
    ],
    ['the same of the only one', 'v=spf1 -all include:down.net', []],
    ['the same in a merger', ['v=spf1 ip4:45.1.1.1 -all include:down.net', 'v=spf1 ip4:45.1.1.2 -all'], []],
    ['takes the room that what nobody has read may need', 'v=spf1 ptr -all include:void.net', []],
    ['the same of modifiers', 'v=spf1 a:mail.net exists=%{i}.a.net include=down.net ~all', []],
    ['writes ptr', 'v=spf1 a:mail.net ptr=example.com ~all', []],
    [
      'drops a host of which one question failed',
      `v=spf1 a:dual.net ip4:45.64.1.0/24 ${hostTerms(10)} -all`,
      [],
      'dual.net AAAA',
    ],
    ['counts on a broken include', `v=spf1 include:good.net ${hostTerms(9)} include:broken.net -all`, []],
    ['drops an mx of which only ten names were asked for', 'v=spf1 mx:many.net ip4:45.1.1.1 -all', []],
    ['closes a record whose redirect is mistyped', 'v=spf1 ip4:45.1.1.1 redirct=_spf.provider.net', []],
    ['authorizes an address that no client has', 'v=spf1 ip4:45.1.1.1 -all', ['10.0.0.1']],
  ])('%s', async (_, text, given, failed) => {
    expect(await fixes(text, given, failed)).toEqual([]);
  });
});

describe('a remedy', () => {
  it.each<[string, string | readonly string[], readonly string[], readonly string[]]>([
    [
      'keeps the widest network',
      'v=spf1 ip4:45.64.1.0/25 ip4:45.64.1.128/25 ip4:45.64.1.0/24 -all',
      [],
      ['v=spf1 ip4:45.64.1.0/24 -all'],
    ],
    [
      'drops a host where others have it for certain',
      `v=spf1 a:dual.net ip4:45.64.1.0/24 ${hostTerms(10)} -all`,
      [],
      [`v=spf1 ip4:45.64.1.0/24 ${hostTerms(10)} -all`],
    ],
    [
      'adds an address where it passes',
      'v=spf1 -ip4:45.64.1.0/24 a:mail.net -all',
      ['45.64.1.5'],
      ['v=spf1 ip4:45.64.1.5 -ip4:45.64.1.0/24 a:mail.net -all'],
    ],
    [
      'is for records of the domain alone, and adds to its own',
      'v=spf1 redirect=_spf.provider.net',
      ['45.99.1.5'],
      ['v=spf1 ip4:45.99.1.5 redirect=_spf.provider.net'],
    ],
    [
      'leaves terms that name the sender in a record that others may lead to',
      'v=spf1 redirect=_own.example.com',
      [],
      ['_own.example.com: v=spf1 include:%{o}.custom.host.net a:mail.%{o} ip4:45.1.1.0/24 -all'],
    ],
    [
      'leaves what stands behind the all where it cannot be judged',
      'v=spf1 ip4:10.1.1.1 ip4:45.1.1.1 -all include:down.net exists:%{i}.x.net',
      [],
      ['v=spf1 ip4:45.1.1.1 -all include:down.net exists:%{i}.x.net'],
    ],
    ['is complete at once', 'v=spf1 ip4:10.0.0.1 -all', ['45.3.3.3'], ['v=spf1 ip4:45.3.3.3 -all']],
    ['the same of an all', 'v=spf1 v=spf1', ['45.3.3.3'], ['v=spf1 ip4:45.3.3.3 ~all']],
    [
      'the same of a loop',
      'v=spf1 include:example.com a:gone.net ip4:45.1.1.1 -all',
      [],
      ['v=spf1 ip4:45.1.1.1 -all'],
    ],
    [
      'keeps a private address that mail is said to leave from',
      'v=spf1 ip4:10.0.0.1 ip4:10.0.0.2 ip4:45.1.1.1 -all',
      ['10.0.0.1'],
      ['v=spf1 ip4:10.0.0.1 ip4:45.1.1.1 -all'],
    ],
  ])('%s', async (_, text, given, expected) => {
    expect(await fixes(text, given)).toEqual(expected);
  });

  it('adds an address beside an EHLO name that has no record', async () => {
    const mail = { addresses: ['45.3.3.3'], sender: null, helo: 'mail.net' };
    const spf = await gatherSpf(
      domain,
      published({ ...world, [domain]: txt('v=spf1 ip4:45.1.1.1 -all') }),
      mail,
    );
    expect(spf.ok && spf.value.remedies.map(({ added }) => added)).toEqual([['45.3.3.3']]);
  });
});

describe('whom a remedy authorizes', () => {
  it.each<[string, string | readonly string[], string]>([
    ['fewer', 'v=spf1 ip4:45.1.1.1 +all', 'v=spf1 ip4:45.1.1.1 ~all'],
    ['same', 'v=spf1 ip4:45.1.1.1 ?all', 'v=spf1 ip4:45.1.1.1 ~all'],
    [
      'same',
      'v=spf1 include:down.net ip4:45.1.1.1 ip4:10.0.0.1 -all',
      'v=spf1 include:down.net ip4:45.1.1.1 -all',
    ],
    ['new', 'v=spf1 ipv4:45.1.1.1 -all', 'v=spf1 ip4:45.1.1.1 -all'],
    ['unknown', 'v=spf1 include:down.net ipv4:45.1.1.1 -all', 'v=spf1 include:down.net ip4:45.1.1.1 -all'],
    [
      'more',
      'v=spf1 ip4:45.1.1.1 -all include:shop.net ip4:45.1.1.2',
      'v=spf1 ip4:45.1.1.1 include:shop.net ip4:45.1.1.2 -all',
    ],
    [
      'unknown',
      ['v=spf1 a:mail.net -all', 'v=spf1 include:down.net -all'],
      'v=spf1 a:mail.net include:down.net -all',
    ],
    ['new', ' v=spf1 ip4:45.1.1.1 -all', 'v=spf1 ip4:45.1.1.1 -all'],
  ])('%s: %j', async (hosts, text, mended) => {
    expect(await hostsOf(text)).toEqual([[mended, hosts]]);
  });

  it('stays above the limit where nothing can go', async () => {
    const own = { [domain]: txt(`v=spf1 ${includes(11)} ?all`) };
    const found = await remediesOf(published({ ...world, ...own }), []);
    expect(found.map(({ text, lookups }) => [text, lookups])).toEqual([[`v=spf1 ${includes(11)} ~all`, 11]]);
  });
});

describe('what is tried', () => {
  it('are the records of the domain that ten lookups come to', async () => {
    const chain = Object.fromEntries(
      range(6).map((step) => [
        step === 0 ? domain : `r${step}.${domain}`,
        txt(`v=spf1 ip4:10.0.0.1 ip4:45.${step}.1.1 a:h1.net a:h2.net redirect=r${step + 1}.${domain}`),
      ]),
    );
    const end = { [`r6.${domain}`]: txt('v=spf1 ip4:45.6.1.1 ip4:10.0.0.1 -all') };
    const found = await remediesOf(published({ ...world, ...chain, ...end }), []);
    expect(found.map(({ name }) => name)).toEqual([domain, `r1.${domain}`, `r2.${domain}`, `r3.${domain}`]);
  });

  it('ends for good where it would be too much', () => {
    const attempts = new Attempts(3);
    expect([attempts.take(2), attempts.take(2), attempts.take(1), attempts.spent]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
