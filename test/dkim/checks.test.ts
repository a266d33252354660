import { say, spoken } from '../../src/text/say.ts';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSubject } from '../../src/audit.ts';
import { dkimChecks } from '../../src/dkim/checks/index.ts';
import { controlSelector } from '../../src/dkim/control.ts';
import { gatherDkim } from '../../src/dkim/gather.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

const publish = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
const p = publish(2048);
const txt = (text: string) =>
  (text.match(/[^]{1,250}/g) ?? ['']).map((part) => JSON.stringify(part)).join(' ');

/** The findings and unknowns of one check over a zone. */
async function run(
  id: (typeof dkimChecks)[number]['id'],
  lines: readonly string[],
  selectors: readonly string[] = [],
) {
  const subject = readSubject({ domain: 'example.test', selectors });
  const zone = ['$ORIGIN example.test.', '$TTL 60', '@ A 192.0.2.1', ...lines].join('\n');
  const { value } = await gatherDkim(subject, zoneResolver(zone));
  const check = dkimChecks.find((one) => one.id === id);
  return [...(check?.find({ dkim: value }, { subject }) ?? [])].map((draft) => {
    if ('unknown' in draft) throw new Error(`unknown: ${say(draft.reason, 'en')}`);
    const { at, fix, ...rest } = draft;
    return {
      ...spoken(rest, 'en'),
      marked: at?.record.slice(at.start, at.end),
      fix: fix?.map(({ name, value: text }) => [name, text]),
    };
  });
}

describe('the findings about keys', () => {
  it('marks h= and gives the record with sha256', async () => {
    const [finding] = await run('dkim-hash-sha1', [`s1._domainkey TXT ${txt(`v=DKIM1; h=sha1; p=${p}`)}`]);
    expect(finding).toMatchObject({
      about: 's1._domainkey.example.test',
      params: { hashes: 'sha1' },
      marked: 'h=sha1',
      fix: [['s1._domainkey.example.test', `v=DKIM1; h=sha256; p=${p}`]],
    });
  });

  it('marks s= and gives the record with email', async () => {
    const [finding] = await run('dkim-service-excluded', [
      `s1._domainkey TXT ${txt(`v=DKIM1; s=x:y; p=${p}`)}`,
    ]);
    expect(finding).toMatchObject({
      params: { services: 'x, y' },
      marked: 's=x:y',
      fix: [['s1._domainkey.example.test', `v=DKIM1; s=email; p=${p}`]],
    });
  });

  it.each([
    ['t=y', `v=DKIM1; p=${p}`, 'the flag alone goes with its tag'],
    ['t=y:s', `v=DKIM1; t=s; p=${p}`, 'other flags stay'],
  ])('takes the test flag out of %s', async (flags, value) => {
    const [finding] = await run('dkim-testing', [`s1._domainkey TXT ${txt(`v=DKIM1; ${flags}; p=${p}`)}`]);
    expect(finding).toMatchObject({ marked: flags, fix: [['s1._domainkey.example.test', value]] });
  });

  it('gives no record to publish where the name is an alias', async () => {
    const lines = ['s1._domainkey CNAME key.esp.test.', `key.esp.test. TXT ${txt(`v=DKIM1; t=y; p=${p}`)}`];
    const [finding] = await run('dkim-testing', lines);
    expect(finding).toMatchObject({ about: 's1._domainkey.example.test', fix: undefined });
  });

  it('joins one key published as two records, whatever their order', async () => {
    const whole = `v=DKIM1; k=rsa; p=${p}`;
    const lines = [
      `s1._domainkey TXT ${txt(whole.slice(200))}`,
      `s1._domainkey TXT ${txt(whole.slice(0, 200))}`,
    ];
    const [finding] = await run('dkim-multiple-records', lines);
    expect(finding).toMatchObject({ params: { count: 2 }, fix: [['s1._domainkey.example.test', whole]] });
  });

  it('does not join two keys', async () => {
    const lines = [`s1._domainkey TXT ${txt(`v=DKIM1; p=${p}`)}`, 's1._domainkey TXT "v=DKIM1; p="'];
    expect(await run('dkim-multiple-records', lines)).toMatchObject([{ fix: undefined }]);
  });

  it('tells a revoked key that is in use from one that was found', async () => {
    const lines = ['s1._domainkey TXT "v=DKIM1; p="', 'google._domainkey TXT "p="'];
    const found = await run('dkim-key-revoked', lines, ['s1']);
    expect(found.map(({ about, severity }) => [about, severity])).toEqual([
      ['s1._domainkey.example.test', 'error'],
      ['google._domainkey.example.test', 'notice'],
    ]);
  });

  it('names every fault of a record once, and marks the first', async () => {
    const [finding] = await run('dkim-key-invalid', ['s1._domainkey TXT "k=rsa; k=rsa; x; y; p=AA-A"']);
    expect(finding?.params).toMatchObject({
      faults:
        'a tag stands in it more than once; a part of it has no equals sign; p= holds a character that base64 does not have',
    });
    expect(finding?.marked).toBe('k=rsa');
  });

  it('finds no fault with a record beside one that works: several records are a finding of their own', async () => {
    const lines = [`s1._domainkey TXT ${txt(`v=DKIM1; p=${p}`)}`, 's1._domainkey TXT "junk"'];
    expect(await run('dkim-key-invalid', lines)).toEqual([]);
  });

  it('tells the bits of each key and marks p=', async () => {
    const weak = publish(1024);
    const lines = [
      `s1._domainkey TXT ${txt(`v=DKIM1; p=${weak}`)}`,
      `s2._domainkey TXT ${txt(`v=DKIM1; p=${p}`)}`,
    ];
    expect(await run('dkim-key-weak', lines)).toMatchObject([
      { params: { bits: 1024 }, marked: `p=${weak}` },
    ]);
    expect(await run('dkim-key-short', lines)).toEqual([]);
  });

  it('says whether the name of a given selector is absent, empty or an alias', async () => {
    const lines = [
      'a._domainkey A 192.0.2.1',
      'b._domainkey CNAME gone.esp.test.',
      'x.esp.test. A 192.0.2.1',
    ];
    const found = await run('dkim-selector-missing', lines, ['a', 'b', 'c']);
    expect(found.map(({ params }) => params['state'])).toEqual([
      'exists, but has no TXT record',
      'is an alias of gone.esp.test, which has no TXT record',
      'does not exist',
    ]);
  });
});

/** What each check could not tell, over a zone with the names that fail. */
async function unknowns(
  lines: readonly string[],
  failing: readonly string[],
  { domain = 'example.test', selectors = [] }: { domain?: string; selectors?: readonly string[] } = {},
) {
  const subject = readSubject({ domain, selectors });
  const zone = zoneResolver(['$ORIGIN example.test.', '$TTL 60', '@ A 192.0.2.1', ...lines].join('\n'));
  const resolver: Resolver = {
    query: (name, type, signal) =>
      failing.includes(name)
        ? Promise.resolve({ status: 'failed', failure: 'servfail' })
        : zone.query(name, type, signal),
  };
  const { value } = await gatherDkim(subject, resolver);
  return dkimChecks
    .filter((check) => check.applies({ dkim: value }, { subject }))
    .map((check) => {
      const drafts = [...check.find({ dkim: value }, { subject })];
      const gaps = drafts.flatMap((draft) => ('unknown' in draft ? [spoken(draft, 'en')] : []));
      return { id: check.id, found: drafts.length - gaps.length, gaps };
    });
}

const ownKey = `google._domainkey TXT ${txt(`v=DKIM1; p=${p}`)}`;

describe('what the checks of keys could not read', () => {
  const others = new Set(['dkim-missing', 'dkim-selector-missing', 'dkim-domainkey-denied']);
  const readsKeys = ({ id }: { id: string }) => !others.has(id);

  it('is told by each of them, once for all common selectors, and blocks nothing', async () => {
    const failing = ['s1', 's2', 'k1'].map((selector) => `${selector}._domainkey.example.test`);
    const told = await unknowns([ownKey], failing);
    expect(told.filter(readsKeys)).toHaveLength(13);
    for (const { gaps } of told.filter(readsKeys)) {
      expect(gaps).toMatchObject([{ about: 'example.test', blocking: false }]);
      expect(gaps[0]?.reason).toMatch(/^3 of the \d+ selectors tried went unanswered$/);
    }
    expect(told.find(({ id }) => id === 'dkim-missing')?.gaps).toEqual([]);
  });

  it('is nothing where no question failed', async () => {
    const told = await unknowns([ownKey], []);
    expect(told.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  it('names the control where both controls failed', async () => {
    const failing = (['first', 'second'] as const).map(
      (which) => `${controlSelector('example.test', which)}._domainkey.example.test`,
    );
    const told = await unknowns([ownKey, 'mine._domainkey TXT "p="'], failing, { selectors: ['mine'] });
    for (const { gaps } of told.filter(readsKeys)) {
      expect(gaps).toMatchObject([{ unknown: { name: failing[0], type: 'TXT' }, blocking: false }]);
      expect(gaps[0]?.reason).toMatch(/^a wildcard may have answered for 1 of the \d+ selectors/);
    }
  });
});

describe('dkim-missing', () => {
  const controls = (['first', 'second'] as const).map(
    (which) => `${controlSelector('example.test', which)}._domainkey.example.test`,
  );
  const wildcard = `*._domainkey TXT ${txt(`p=${p}`)}`;

  it.each<[string, readonly string[], readonly string[], { blocking: boolean; asked: string | undefined }]>([
    [
      'the controls, of a domain whose wildcard holds a key',
      [wildcard],
      controls,
      { blocking: false, asked: controls[0] },
    ],
    [
      'the controls and _domainkey, which an answer below shows to exist',
      [wildcard],
      [...controls, '_domainkey.example.test'],
      { blocking: false, asked: controls[0] },
    ],
    [
      'the first control, which the second makes up for',
      [wildcard],
      controls.slice(0, 1),
      { blocking: false, asked: undefined },
    ],
    [
      '_domainkey, where a wildcard answers below it',
      [wildcard],
      ['_domainkey.example.test'],
      { blocking: false, asked: undefined },
    ],
    [
      '_domainkey, where nothing does',
      [],
      ['_domainkey.example.test'],
      { blocking: true, asked: '_domainkey.example.test' },
    ],
  ])('is neither right nor wrong where these fail: %s', async (_, lines, failing, { blocking, asked }) => {
    const told = await unknowns(lines, failing);
    const missing = told.find(({ id }) => id === 'dkim-missing');
    expect(missing?.found).toBe(0);
    expect(missing?.gaps).toMatchObject([{ blocking }]);
    expect(missing?.gaps[0]?.unknown?.name).toBe(asked);
  });

  it.each([
    ['s1@example.test', 'a parent'],
    ['s1@esp.news.example.test', 'a subdomain'],
    ['s1@mail.example.test', 'a domain of the same organization'],
  ])('is open where the question about %s failed, %s, whose signatures align', async (selector) => {
    const [label, domain] = selector.split('@');
    const name = `${label}._domainkey.${domain}`;
    const told = await unknowns(['news A 192.0.2.1'], [name], {
      domain: 'news.example.test',
      selectors: [selector],
    });
    const missing = told.find(({ id }) => id === 'dkim-missing');
    expect(missing).toMatchObject({ found: 0, gaps: [{ blocking: true, unknown: { name } }] });
  });

  it('is found where the question about a foreign selector failed', async () => {
    const told = await unknowns([], ['s1._domainkey.esp.test'], { selectors: ['s1@esp.test'] });
    expect(told.find(({ id }) => id === 'dkim-missing')).toMatchObject({ found: 1, gaps: [] });
  });

  it('is not found where a wildcard answers below a name that is said not to exist', async () => {
    const zone = zoneResolver(
      ['$ORIGIN example.test.', '$TTL 60', '@ A 192.0.2.1', '*._domainkey TXT "p="'].join('\n'),
    );
    const resolver: Resolver = {
      query: (name, type, signal) =>
        name === '_domainkey.example.test'
          ? Promise.resolve({ status: 'nxdomain' })
          : zone.query(name, type, signal),
    };
    const subject = readSubject({ domain: 'example.test' });
    const { value } = await gatherDkim(subject, resolver);
    const check = dkimChecks.find(({ id }) => id === 'dkim-missing');
    expect([...(check?.find({ dkim: value }, { subject }) ?? [])]).toMatchObject([
      { unknown: null, blocking: false },
    ]);
  });
});
