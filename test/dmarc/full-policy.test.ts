import { describe, expect, it } from 'vitest';
import { fullPolicy } from '../../src/dmarc/full-policy.ts';
import { gatherDmarc } from '../../src/dmarc/gather.ts';
import { readSubject } from '../../src/audit.ts';
import type { Answer, RecordType, Resolver } from '../../src/dns/resolver.ts';

/** Records by domain; `FAIL` where its `_dmarc` does not answer. */
type Places = Readonly<Record<string, string | readonly string[]>>;

/** `missing` and `unread` are the domains that do not exist, and whose existence nobody can tell. */
function resolverOf(places: Places, existence: { missing?: string; unread?: string }): Resolver {
  const failed: Answer = { status: 'failed', failure: 'servfail' };
  const answerTo = (name: string, type: RecordType): Answer => {
    if (name === existence.unread) return failed;
    if (name === existence.missing) return { status: 'nxdomain' };
    const texts = [places[name.replace(/^_dmarc\./, '')] ?? []].flat();
    if (type !== 'TXT' || !name.startsWith('_dmarc.') || texts.length === 0) return { status: 'nodata' };
    return texts.includes('FAIL') ? failed : { status: 'found', records: texts.map((text) => [text]) };
  };
  return {
    query: <T extends RecordType>(name: string, type: T) =>
      Promise.resolve(answerTo(name, type) as Answer<T>),
  };
}

async function policyOf(
  domain: string,
  places: Places,
  existence: { missing?: string; unread?: string } = {},
) {
  const fact = await gatherDmarc(readSubject({ domain }), resolverOf(places, existence));
  if (!fact.ok) throw new Error(fact.failed.answer.failure);
  const { policy, certain } = fullPolicy(fact.value);
  return `${policy ?? 'null'}${certain ? '' : '?'}`;
}

const [sub, mail, org, top] = ['a.mail.example.test', 'mail.example.test', 'example.test', 'test'];
const rua = 'rua=mailto:d@example.test';
const reject = 'v=DMARC1; p=reject';

describe('the policy that every receiver applies in full', () => {
  it.each<[string, string, string, Places]>([
    ['reject', 'a record of its own', org, { [org]: reject }],
    [
      'quarantine',
      'p of its own, whatever sp and np say',
      sub,
      { [sub]: 'v=DMARC1; p=quarantine; sp=none; np=none' },
    ],
    ['null', 'no record anywhere', sub, {}],
    ['null', 'text that is no record', org, { [org]: 'v=spf1 -all' }],
    [
      'reject',
      'a record of its own, with failures above',
      sub,
      { [sub]: reject, [mail]: 'FAIL', [org]: 'FAIL' },
    ],
    ['null?', 'a failure above that may hide psd=n', sub, { [mail]: 'FAIL', [org]: 'v=DMARC1; p=none' }],

    ['reject?', 't=y, of which RFC 7489 does not know', org, { [org]: `${reject}; t=y` }],
    ['quarantine?', 't=y of quarantine', org, { [org]: 'v=DMARC1; p=quarantine; t=y' }],
    ['none', 't=y of none has nothing to hold back', org, { [org]: 'v=DMARC1; p=none; t=y' }],
    ['reject', 't=n', org, { [org]: `${reject}; t=n` }],
    ['reject?', 'pct below 100, which RFC 9989 ignores', org, { [org]: `${reject}; pct=99` }],
    ['reject?', 'pct=0', org, { [org]: `${reject}; pct=0` }],
    ['reject', 'pct=100', org, { [org]: `${reject}; pct=100` }],
    ['reject', 'a pct that is no number', org, { [org]: `${reject}; pct=x` }],
    ['none', 'pct of none has nothing to hold back', org, { [org]: 'v=DMARC1; p=none; pct=10' }],
    ['reject?', 'both agree on one step less, not on the policy', org, { [org]: `${reject}; pct=0; t=y` }],

    ['reject?', 'two p', org, { [org]: `${reject}; p=none` }],
    [
      'reject?',
      'two p alike, which void the list for a strict receiver',
      org,
      { [org]: `${reject}; p=reject` },
    ],
    ['reject', 'two sp, of which its own record needs none', org, { [org]: `${reject}; sp=none; sp=reject` }],
    ['none?', 'two sp that decide', mail, { [org]: `${reject}; sp=none; sp=reject` }],
    ['none', 'two p where sp decides', mail, { [org]: `${reject}; p=none; sp=none` }],
    ['reject?', 'two t', org, { [org]: `${reject}; t=n; t=y` }],
    ['none', 'two t of none', org, { [org]: 'v=DMARC1; p=none; t=n; t=y' }],
    ['reject?', 'two pct', org, { [org]: `${reject}; pct=100; pct=5` }],
    ['reject', 'two rua', org, { [org]: `${reject}; ${rua}; ${rua}` }],
    ['null?', 'two p, the first of which is none of the three', org, { [org]: 'v=DMARC1; p=x; p=reject' }],
    ['reject?', 'P, which receivers that compare by case do not know', org, { [org]: 'v=DMARC1; P=reject' }],

    [
      'null',
      'several records of its own, none above: RFC 9989 goes on to nothing',
      org,
      { [org]: [reject, 'v=DMARC1; p=none'] },
    ],
    [
      'reject?',
      'several records of its own: only RFC 9989 goes on',
      mail,
      { [mail]: [reject, reject], [org]: reject },
    ],
    ['null', 'several records at the organizational domain', mail, { [org]: [reject, 'v=DMARC1; p=none'] }],
    [
      'reject',
      'several records half way, where RFC 7489 does not look',
      sub,
      { [mail]: [reject, 'v=DMARC1; p=none'], [org]: reject },
    ],
    [
      'reject?',
      'several records at the organizational domain, psd=y above',
      mail,
      { [org]: [reject, reject], [top]: `${reject}; psd=y` },
    ],

    ['reject', 'inherited from the organizational domain', sub, { [org]: reject }],
    ['reject', 'inherited by a deep name', 'a.b.c.d.e.f.g.h.i.example.test', { [org]: reject }],
    ['none', 'sp of it', sub, { [org]: `${reject}; sp=none` }],
    ['reject?', 'inherited from half way, where RFC 7489 does not look', sub, { [mail]: reject }],
    [
      'none?',
      'psd=n half way, and another policy above',
      sub,
      { [mail]: 'v=DMARC1; p=none; psd=n', [org]: reject },
    ],
    [
      'reject',
      'psd=n half way, and the same policy above',
      sub,
      { [mail]: `${reject}; psd=n`, [org]: reject },
    ],
    [
      'reject?',
      'psd=n half way, and the same policy above, held back',
      sub,
      { [mail]: `${reject}; psd=n`, [org]: `${reject}; pct=50` },
    ],
    ['reject?', 'psd=n half way, and a failure above', sub, { [mail]: `${reject}; psd=n`, [org]: 'FAIL' }],
    ['reject?', 'psd=y of the public suffix', org, { [top]: `${reject}; psd=y` }],
    [
      'reject?',
      'inherited from above a public suffix of the list',
      'example.github.io',
      { 'github.io': reject },
    ],
    ['reject', 'of a public suffix itself', 'github.io', { 'github.io': reject }],
    ['null', 'a public suffix without a record', 'github.io', {}],
    ['reject?', 'a public suffix that inherits', 'co.uk', { uk: `${reject}; psd=y` }],

    ['none', 'no p, and a report address', org, { [org]: `v=DMARC1; ${rua}` }],
    ['null', 'no p, and no report address', org, { [org]: 'v=DMARC1; sp=reject' }],
    ['none', 'a wrong p, and a report address', org, { [org]: `v=DMARC1; p=x; ${rua}` }],
    ['null', 'a wrong sp and no report address', org, { [org]: `${reject}; sp=x` }],
    ['null?', 'a wrong np, of which RFC 7489 does not know', org, { [org]: `${reject}; np=x` }],
    ['none?', 'a wrong np and a report address', org, { [org]: `${reject}; np=x; ${rua}` }],
    ['none', 'a wrong np that costs p=none nothing', org, { [org]: `v=DMARC1; p=none; np=x; ${rua}` }],
  ])('is %s: %s', async (expected, _, domain, places) => {
    expect(await policyOf(domain, places)).toBe(expected);
  });

  it.each<[string, string, string, { missing?: string; unread?: string }]>([
    [
      'none?',
      'np of a name that does not exist, of which RFC 7489 does not know',
      'np=none',
      { missing: sub },
    ],
    ['reject', 'np that says the same as p', 'np=reject', { missing: sub }],
    ['reject', 'np of a name that exists', 'np=none', {}],
    ['null?', 'np, and nobody knows whether the name exists', 'np=none', { unread: sub }],
    ['reject', 'np that says the same as p, and nobody knows', 'np=reject', { unread: sub }],
  ])('is %s for %s', async (expected, _, tag, existence) => {
    expect(await policyOf(sub, { [org]: `${reject}; ${tag}` }, existence)).toBe(expected);
  });
});
