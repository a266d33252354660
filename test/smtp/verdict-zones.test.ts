import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  audit,
  defaultLists,
  type RecordType,
  type Resolver,
  type Volume,
  zoneResolver,
} from '../../src/index.ts';
import type { ReceiverVerdict } from '../../src/smtp/verdict.ts';

const address = '45.64.7.1';
const key =
  'v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuxAif+V4PIW8pKUQ7R9MS9FAaVVyDpNHFSI5BGjDdBkBa+/0JmBmfCHJnWucaVH6rkRCr8X3/PYUl5Et7lFbPY/vdhT1wg70E8qLnKkdfMa+8FqP4vKRk5sYY0cCo+A/w0DA8V7YWWPRdqNW/ItBDDPHZ81h" "xlANU5zBDZUAj+TKEGpidJqwdDrqRG65JyVjk7vTsAaM56GdxccstbE8XBV3inBQMmK6HeJxKv8dYw7qzsj1uiX76oVD2Kq0M7Uvju9PmzCkHHSTS0tFYtpJ2Z8rSk3JuJ+Ykn/lOKv5Hv5p8AizfOS53oWbDWL6uUvjRGR0SZSUVTUudQ2Gg2UcVwIDAQAB';

/** Records, and the question among them that fails. */
interface State {
  readonly lines: readonly string[];
  readonly fails?: string;
}

const is = (...lines: string[]): State => ({ lines });
const fails = (question: string, ...lines: string[]): State => ({ lines, fails: question });

const txt = (name: string, text: string) => `${name}. TXT "${text}"`;
const dmarcIs = (text: string) => is(txt('_dmarc.e.test', `v=DMARC1; ${text}; rua=mailto:a@e.test`));
const reverse = '1.7.64.45.in-addr.arpa';
const named = `${reverse}. PTR mx.e.test.`;
const zenTest = '2.0.0.127.zen.spamhaus.org. A 127.0.0.2';
const dblTest = 'test.dbl.spamhaus.org. A 127.0.1.2';

function keys(selector: string) {
  const name = `${selector}._domainkey.e.test`;
  return {
    good: is(txt(name, key)),
    missing: is(),
    revoked: is(txt(name, 'v=DKIM1; p=')),
    servfail: fails(`${name} TXT`, txt(name, key)),
  };
}

/** What each part of the zone can be. */
const parts = {
  spf: {
    pass: is(txt('e.test', `v=spf1 ip4:${address} -all`)),
    missing: is(),
    fail: is(txt('e.test', 'v=spf1 ip4:192.0.2.1 -all')),
    softfail: is(txt('e.test', 'v=spf1 ~all')),
    syntax: is(txt('e.test', `v=spf1 ip4:${address} foo -all`)),
    include: is(txt('e.test', 'v=spf1 include:none.e.test -all')),
    servfail: fails('e.test TXT', txt('e.test', `v=spf1 ip4:${address} -all`)),
    behind: fails('inc.e.test TXT', txt('e.test', 'v=spf1 include:inc.e.test -all')),
  },
  s1: keys('s1'),
  s2: keys('s2'),
  dmarc: {
    none: dmarcIs('p=none'),
    quarantine: dmarcIs('p=quarantine'),
    reject: dmarcIs('p=reject'),
    testing: dmarcIs('p=reject; t=y'),
    partly: dmarcIs('p=reject; pct=10'),
    missing: is(),
    servfail: fails('_dmarc.e.test TXT', txt('_dmarc.e.test', 'v=DMARC1; p=none')),
  },
  ptr: {
    good: is(named),
    missing: is(),
    unconfirmed: is(`${reverse}. PTR www.e.test.`, 'www.e.test. A 192.0.2.9'),
    servfail: fails(`${reverse} PTR`, named),
  },
  zen: {
    clear: is(zenTest),
    listed: is(zenTest, '1.7.64.45.zen.spamhaus.org. A 127.0.0.2'),
    servfail: fails('1.7.64.45.zen.spamhaus.org A', zenTest),
  },
  dbl: {
    clear: is(dblTest),
    listed: is(dblTest, 'e.test.dbl.spamhaus.org. A 127.0.1.2'),
    servfail: fails('e.test.dbl.spamhaus.org A', dblTest),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, State>>>>;

type Part = keyof typeof parts;
type Zone = { readonly [P in Part]: keyof (typeof parts)[P] };

interface Mail {
  readonly zone: Zone;
  readonly volume: Volume | null;
  readonly mailFrom: boolean;
  readonly ip: boolean;
  readonly selectors: readonly ('s1' | 's2')[];
}

const stateOf = <P extends Part>(part: P) =>
  fc.constantFrom(...(Object.keys(parts[part]) as (keyof (typeof parts)[P])[]));

const mails: fc.Arbitrary<Mail> = fc.record({
  zone: fc.record({
    spf: stateOf('spf'),
    s1: stateOf('s1'),
    s2: stateOf('s2'),
    dmarc: stateOf('dmarc'),
    ptr: stateOf('ptr'),
    zen: stateOf('zen'),
    dbl: stateOf('dbl'),
  }),
  volume: fc.constantFrom(null, 'bulk', 'low'),
  mailFrom: fc.boolean(),
  ip: fc.boolean(),
  selectors: fc.constantFrom<readonly ('s1' | 's2')[]>(['s1'], ['s1', 's2']),
});

/** Mail of which the user says all that can be said. */
const told = mails.map((mail): Mail => ({ ...mail, mailFrom: true, ip: true }));

function resolverOf(zone: Zone): Resolver {
  const states = (Object.keys(parts) as Part[]).map(
    (part) => (parts[part] as Readonly<Record<string, State>>)[zone[part]] ?? is(),
  );
  const base = ['e.test. MX 10 mx.e.test.', `mx.e.test. A ${address}`, 'e.test. NS ns.e.test.'];
  const soa = 'e.test. SOA ns.e.test. h.e.test. 1 2 3 4 5';
  const records = zoneResolver([...base, soa, ...states.flatMap(({ lines }) => lines)].join('\n'));
  return {
    query: async <T extends RecordType>(name: string, type: T): Promise<Answer<T>> =>
      states.some((state) => state.fails === `${name} ${type}`)
        ? { status: 'failed', failure: 'servfail' }
        : records.query(name, type),
  };
}

async function verdicts({
  zone,
  volume,
  mailFrom,
  ip,
  selectors,
}: Mail): Promise<readonly ReceiverVerdict[]> {
  const { receivers } = await audit(
    {
      domain: 'e.test',
      from: 'a@e.test',
      ...(volume && { volume }),
      ...(mailFrom && { mailFrom: 'b@e.test' }),
      ips: ip ? [address] : [],
      selectors,
    },
    {
      resolver: resolverOf(zone),
      selectorDepth: 3,
      lists: defaultLists.filter((list) => list.zone.endsWith('.spamhaus.org')),
    },
  );
  return receivers;
}

/** Each part with its question failed. */
const failures = [
  ['spf', 'servfail'],
  ['spf', 'behind'],
  ['s1', 'servfail'],
  ['s2', 'servfail'],
  ['dmarc', 'servfail'],
  ['ptr', 'servfail'],
  ['zen', 'servfail'],
  ['dbl', 'servfail'],
] as const;

/** A rule of a receiver: kept, broken so that it refuses, or neither is settled. */
type Rule = 'kept' | 'broken' | 'open';

const rule = (broken: boolean, open: boolean): Rule => (broken ? 'broken' : open ? 'open' : 'kept');
/** Broken, it does not surely refuse. */
const maybe = (one: Rule): Rule => (one === 'kept' ? 'kept' : 'open');

/** The rules of each receiver for mail of which all is said, stated apart from the consequences. */
function rulesFor({ zone, volume, selectors }: Mail): Readonly<Record<string, readonly Rule[]>> {
  const used = new Set<string>(selectors.map((selector) => zone[selector]));
  const unread = zone.spf === 'servfail' || zone.spf === 'behind';
  const spf = rule(zone.spf !== 'pass' && !unread, unread);
  // That a key is revoked refuses nothing for certain: no receiver says what it does then.
  const dkim = used.has('good') ? 'kept' : rule(used.has('missing') && !used.has('servfail'), true);
  const both = new Set([spf, dkim]);
  const either = both.has('kept') ? 'kept' : rule(!both.has('open'), true);
  const held = zone.dmarc === 'testing' || zone.dmarc === 'partly';
  const follows =
    zone.dmarc === 'reject' ? either : held || zone.dmarc === 'servfail' ? maybe(either) : 'kept';
  const ptr = rule(zone.ptr === 'missing', zone.ptr === 'servfail');
  const confirmed = rule(zone.ptr === 'missing' || zone.ptr === 'unconfirmed', zone.ptr === 'servfail');
  const policy = rule(zone.dmarc === 'missing', zone.dmarc === 'servfail');
  const fail = rule(zone.spf === 'fail', unread);
  const bulk = (one: Rule): Rule => (volume === 'low' ? 'kept' : volume === 'bulk' ? one : maybe(one));
  const listed = rule(zone.zen === 'listed', false);
  const inDbl = rule(zone.dbl === 'listed', false);
  return {
    gmail: [either, follows, confirmed, bulk(spf), bulk(dkim), bulk(maybe(policy))],
    outlook: [follows, bulk(spf), bulk(dkim), bulk(policy), listed, inDbl],
    'exchange-online': [follows, listed, maybe(fail)],
    yahoo: [either, follows, bulk(maybe(spf)), bulk(maybe(dkim)), bulk(maybe(policy)), listed],
    icloud: [either, follows, bulk(maybe(spf)), bulk(maybe(dkim)), bulk(maybe(policy)), listed, inDbl],
    comcast: [follows, ptr, listed],
    gmx: [follows, fail, ptr],
    orange: [follows, fail, maybe(spf), maybe(dkim), maybe(policy), maybe(ptr), listed, inDbl],
    laposte: [follows, fail, maybe(ptr), listed],
    free: [maybe(confirmed)],
    sfr: [listed],
    ovh: [maybe(ptr)],
  };
}

describe('the verdicts on zones', () => {
  it('accept nothing more where a question fails', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mails, fc.constantFrom(...failures), async (mail, [part, state]) => {
        const before = await verdicts(mail);
        const after = await verdicts({ ...mail, zone: { ...mail.zone, [part]: state } });
        const cleared = after.filter(({ receiver, verdict, condition }) => {
          const was = before.find((one) => one.receiver === receiver);
          // A blocklist that does not answer is coverage: it is named beside the acceptance.
          const isCovered = (part === 'zen' || part === 'dbl') && condition !== null;
          return verdict === 'accept' && was?.verdict !== 'accept' && !isCovered;
        });
        expect(cleared).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('name the blocklist that gave no answer beside each acceptance', async () => {
    const zone = { spf: 'pass', s1: 'good', s2: 'good', dmarc: 'none', ptr: 'good', dbl: 'clear' } as const;
    const all = { zone: { ...zone, zen: 'servfail' }, volume: 'low', mailFrom: true, ip: true } as const;
    const found = await verdicts({ ...all, selectors: ['s1'] });
    const of = (receiver: string) => found.find((one) => one.receiver === receiver);
    const condition = 'not every blocklist in question gave an answer';
    expect(of('sfr')).toMatchObject({ verdict: 'unknown', condition });
    expect(of('outlook')).toMatchObject({ verdict: 'accept', condition });
    expect(of('gmail')).toMatchObject({ verdict: 'accept', condition: null });
  });

  it('accept nothing where only receivers of the older standard read a policy of reject', async () => {
    const resolver = zoneResolver(
      [
        '_dmarc.b.e.test. TXT "v=DMARC1; p=none; psd=n"',
        '_dmarc.e.test. TXT "v=DMARC1; p=reject"',
        'a.b.e.test. MX 10 mx.e.test.',
        'mx.e.test. A 45.64.7.1',
        named,
        'esp.test. TXT "v=spf1 ip4:45.64.7.1 -all"',
        'esp.test. MX 10 mx.e.test.',
        's1._domainkey.esp.test. TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
      ].join('\n'),
    );
    const mail = { domain: 'a.b.e.test', mailFrom: 'x@esp.test', ips: [address], selectors: ['s1@esp.test'] };
    const { receivers } = await audit(mail, { resolver, lists: [], selectorDepth: 0 });
    expect(receivers.find(({ receiver }) => receiver === 'comcast')).toMatchObject({
      verdict: 'unknown',
      reply: 550,
      condition: 'where the receiver applies the policy in full',
    });
  });

  it('refuse where a rule is surely broken, and accept where none is broken or open', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(told, async (mail) => {
        const rules = rulesFor(mail);
        const wrong = (await verdicts(mail)).filter(({ receiver, verdict }) => {
          const all = rules[receiver] ?? [];
          if (verdict === 'accept') return all.some((one) => one !== 'kept');
          if (verdict === 'reject') return !all.includes('broken');
          return all.includes('broken');
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
