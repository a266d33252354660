import { say, spoken } from '../../src/text/say.ts';
import { describe, expect, it } from 'vitest';
import { readSubject } from '../../src/audit.ts';
import { dmarcChecks } from '../../src/dmarc/checks/index.ts';
import { gatherDmarc } from '../../src/dmarc/gather.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

/** The findings of one check over a zone. */
async function run(
  id: (typeof dmarcChecks)[number]['id'],
  lines: readonly string[],
  domain = 'example.test',
) {
  const subject = readSubject({ domain });
  const zone = ['$ORIGIN example.test.', '$TTL 60', '@ A 192.0.2.1', 'mail A 192.0.2.2', ...lines].join('\n');
  const fact = await gatherDmarc(subject, zoneResolver(zone));
  if (!fact.ok) throw new Error(fact.failed.answer.failure);
  const check = dmarcChecks.find((one) => one.id === id);
  return [...(check?.find({ dmarc: fact.value }, { subject }) ?? [])].map((draft) => {
    if ('unknown' in draft) throw new Error(`unknown: ${say(draft.reason, 'en')}`);
    const { at, fix, ...rest } = draft;
    return {
      ...spoken(rest, 'en'),
      marked: at?.record.slice(at.start, at.end),
      fix: fix?.map(({ name, value }) => [name, value]),
    };
  });
}

const own = (text: string) => `_dmarc TXT ${JSON.stringify(text)}`;
const rua = 'rua=mailto:d@example.test';

describe('the findings about DMARC records', () => {
  it('proposes a first record at the domain itself', async () => {
    expect(await run('dmarc-missing', [])).toMatchObject([
      {
        about: 'example.test',
        params: { state: 'does not exist' },
        fix: [['_dmarc.example.test', 'v=DMARC1; p=none; rua=mailto:dmarc-reports@example.test']],
      },
    ]);
  });

  it.each([
    [['x._dmarc A 192.0.2.1'], 'exists, but holds none', true],
    [
      ['_dmarc CNAME gone.esp.test.', 'esp.test. A 192.0.2.1'],
      'is an alias of gone.esp.test, where there is none',
      false,
    ],
  ])('says what stands in the place of the record: %j', async (lines, state, fixable) => {
    const [finding] = await run('dmarc-missing', lines);
    expect([finding?.params['state'], finding?.fix !== undefined]).toEqual([state, fixable]);
  });

  it('is silent about a missing record where a text was meant as one, anywhere in the walk', async () => {
    expect(await run('dmarc-missing', [own('v=dmarc1; p=none')], 'mail.example.test')).toEqual([]);
  });

  it.each([
    [[own('v=DMARC1; p=none'), own('v=DMARC1; p=reject')], 'finds no record'],
    [
      [own('v=DMARC1; p=none'), own('v=DMARC1; p=reject'), '_dmarc.test. TXT "v=DMARC1; p=none"'],
      'finds the record at _dmarc.test',
    ],
  ])('says where the walk ends after several records: %j', async (lines, outcome) => {
    const found = await run('dmarc-multiple-records', lines);
    expect(found).toMatchObject([
      { about: '_dmarc.example.test', params: { count: 2, outcome }, fix: undefined },
    ]);
  });

  it('looks at no several records above the one that applies', async () => {
    const lines = ['_dmarc.mail TXT "v=DMARC1; p=none"', own('v=DMARC1; p=none'), own('v=DMARC1; p=reject')];
    expect(await run('dmarc-multiple-records', lines, 'mail.example.test')).toEqual([]);
  });

  it.each([
    ['v=DMARC1; p=rejct', 'p=rejct', 'apply no DMARC at all', 'v=DMARC1; p=reject'],
    [`v=DMARC1; p=rejct; ${rua}`, 'p=rejct', 'p=none', `v=DMARC1; p=reject; ${rua}`],
    ['v=DMARC1', 'no p tag', 'apply no DMARC at all', 'v=DMARC1; p=none'],
  ])('says what becomes of %j', async (text, published, effect, value) => {
    const [finding] = await run('dmarc-policy-invalid', [own(text)]);
    expect(finding).toMatchObject({
      about: '_dmarc.example.test p',
      params: { published, effect: expect.stringContaining(effect) as string },
      fix: [['_dmarc.example.test', value]],
    });
  });

  it('gives each invalid policy a finding, marked, with one record that mends all', async () => {
    const found = await run('dmarc-policy-invalid', [own(`v=DMARC1; p=rejct; sp=noone; np=none; ${rua}`)]);
    const fix = [['_dmarc.example.test', `v=DMARC1; p=reject; sp=none; np=none; ${rua}`]];
    expect(found).toMatchObject([
      { about: '_dmarc.example.test p', marked: 'p=rejct', fix },
      { about: '_dmarc.example.test sp', marked: 'sp=noone', fix },
    ]);
  });

  it('cuts what an invalid policy says, which may be as long as its publisher likes', async () => {
    const [finding] = await run('dmarc-policy-invalid', [own(`v=DMARC1; p=${'x'.repeat(200)}`)]);
    expect(say(finding?.params['published'] ?? '', 'en').length).toBeLessThan(50);
  });

  it('marks each kind of syntax fault once a tag, with its weight', async () => {
    const text = 'v=DMARC1; p=none;; adkim=x; fo=9; rua=a,b;; z=1';
    const found = await run('dmarc-syntax', [own(text)]);
    expect(found.map(({ about, severity, marked }) => [about, severity, marked])).toEqual([
      ['_dmarc.example.test empty-tag', 'warning', ';'],
      ['_dmarc.example.test value-unknown adkim', 'error', 'x'],
      ['_dmarc.example.test value-unknown fo', 'warning', '9'],
      ['_dmarc.example.test uri-invalid rua', 'error', 'a'],
      ['_dmarc.example.test tag-unknown z', 'notice', 'z=1'],
    ]);
  });

  it('tells a discarded record from one that another of the same name supersedes', async () => {
    const broken = own('v=DMARC1 p=none');
    expect(await run('dmarc-syntax', [broken])).toMatchObject([
      {
        severity: 'error',
        params: { handling: expect.stringContaining('discard') as string },
        fix: [['_dmarc.example.test', 'v=DMARC1; p=none']],
      },
    ]);
    expect(await run('dmarc-syntax', [broken, own('v=DMARC1; p=none')])).toMatchObject([
      { severity: 'warning', fix: undefined },
    ]);
  });

  it.each([
    ['v=DMARC1; p=reject', 'v=DMARC1; p=reject; rua=mailto:dmarc-reports@example.test'],
    ['v=DMARC1; p=reject ; ', 'v=DMARC1; p=reject; rua=mailto:dmarc-reports@example.test'],
  ])('adds a report address to %j', async (text, value) => {
    expect(await run('dmarc-rua-missing', [own(text)])).toMatchObject([
      { fix: [['_dmarc.example.test', value]] },
    ]);
  });

  it.each<[string, string | undefined, string]>([
    [
      'v=DMARC1; p=rejct',
      'v=DMARC1; p=reject; rua=mailto:dmarc-reports@example.test',
      'with the policy mended',
    ],
    ['v=DMARC1; p=block', undefined, 'not where nobody knows what policy was meant'],
  ])('builds on a sound record: %j', async (text, value) => {
    const [finding] = await run('dmarc-rua-missing', [own(text)]);
    expect(finding?.fix?.[0]?.[1]).toBe(value);
  });

  it('tells of a record that is discarded only why it is', async () => {
    const found = await run('dmarc-syntax', [own('"v=DMARC1; p=reject;; x; rua=d@example.test"')]);
    expect(found.map(({ about, marked }) => [about, marked])).toEqual([
      ['_dmarc.example.test leading-text', '"'],
    ]);
  });

  it('adds it to the record that is inherited, in its own domain', async () => {
    const [finding] = await run('dmarc-rua-missing', [own('v=DMARC1; p=reject')], 'mail.example.test');
    expect(finding?.fix).toEqual([
      ['_dmarc.example.test', 'v=DMARC1; p=reject; rua=mailto:dmarc-reports@example.test'],
    ]);
  });

  it.each([
    ['v=DMARC1; p=reject; pct=100; rf=afrf', 'pct, rf', 'v=DMARC1; p=reject;'],
    ['v=DMARC1; ri=60; p=none; pct=5', 'ri, pct', 'v=DMARC1; p=none;'],
  ])('takes withdrawn tags out of %j', async (text, tags, value) => {
    expect(await run('dmarc-tags-removed', [own(text)])).toMatchObject([
      { params: { tags }, fix: [['_dmarc.example.test', value]] },
    ]);
  });

  it('does not take out a pct that holds a policy back', async () => {
    expect(await run('dmarc-tags-removed', [own('v=DMARC1; p=reject; pct=5')])).toMatchObject([
      { fix: undefined },
    ]);
  });

  it('tells both tags that hold a policy back', async () => {
    const found = await run('dmarc-testing', [own('v=DMARC1; p=reject; t=y; pct=0')]);
    expect(found.map(({ about, marked }) => [about, marked])).toEqual([
      ['_dmarc.example.test t', 't=y'],
      ['_dmarc.example.test pct', 'pct=0'],
    ]);
  });

  it('names the tag that a policy of none was read from', async () => {
    const found = await run(
      'dmarc-policy-none',
      [own(`v=DMARC1; p=reject; sp=none; ${rua}`)],
      'mail.example.test',
    );
    expect(found).toMatchObject([
      { about: 'mail.example.test', params: { source: 'sp=none' }, marked: 'sp=none' },
    ]);
  });
});

describe('what is proposed at a name above the author domain', () => {
  const suffix = (text: string) => [
    'user.github.io. A 192.0.2.1',
    `_dmarc.github.io. TXT ${JSON.stringify(text)}`,
  ];

  it.each(['v=DMARC1; p=none', 'v=DMARC1; p=none; psd=y'])(
    'is nothing where it is a public suffix: %s',
    async (text) => {
      const [finding] = await run('dmarc-rua-missing', suffix(text), 'user.github.io');
      expect(finding).toMatchObject({ about: '_dmarc.github.io', fix: undefined });
    },
  );

  it('is the mend where it is the organizational domain', async () => {
    const [finding] = await run('dmarc-rua-missing', [own('v=DMARC1; p=none')], 'mail.example.test');
    expect(finding?.fix).toHaveLength(1);
  });
});

describe('a misplaced record', () => {
  const strayed = (text: string, name = '@') => `${name} TXT ${JSON.stringify(text)}`;

  it('is proposed in the right place where nothing else is published', async () => {
    const [finding] = await run('dmarc-misplaced', [strayed(`v=DMARC1; p=reject; ${rua}`)]);
    expect(finding?.fix).toEqual([['_dmarc.example.test', `v=DMARC1; p=reject; ${rua}`]]);
  });

  it('is not proposed against the policy from above, which is told', async () => {
    const lines = [own(`v=DMARC1; p=reject; ${rua}`), strayed(`v=DMARC1; p=none; ${rua}`, 'mail')];
    const [finding] = await run('dmarc-misplaced', lines, 'mail.example.test');
    expect(finding).toMatchObject({
      about: 'mail.example.test',
      params: {
        effect:
          'For receivers the domain has no DMARC record of its own: the one at _dmarc.example.test speaks for it.',
      },
      fix: undefined,
    });
  });

  it.each([
    ['another misplaced one', strayed('v=DMARC1; p=reject; rua=mailto:e@example.test', 'dmarc')],
    ['a text in the right place', own(' v=DMARC1; p=reject; rua=mailto:e@example.test')],
  ])('is not proposed beside %s', async (_, other) => {
    const findings = await run('dmarc-misplaced', [strayed(`v=DMARC1; p=none; ${rua}`), other]);
    expect(findings.map(({ fix }) => fix)).toEqual(findings.map(() => undefined));
    expect(findings).not.toEqual([]);
  });
});

describe('a text that receivers discard', () => {
  const lost = (text: string, name = '_dmarc') => `${name} TXT ${JSON.stringify(text)}`;
  const fixes = async (lines: readonly string[], domain?: string) => {
    const findings = await run('dmarc-syntax', lines, domain);
    expect(findings).not.toEqual([]);
    return findings.map(({ fix }) => fix?.[0]?.[1]);
  };

  it('is mended where it is alone', async () => {
    expect(await fixes([lost(` v=DMARC1; p=none; ${rua}`)])).toEqual([`v=DMARC1; p=none; ${rua}`]);
  });

  it.each([
    ['another one', ` v=DMARC1; p=reject; ${rua}`],
    ['several records', `v=DMARC1; p=reject; ${rua}`, `v=DMARC1; p=none; ${rua}`],
  ])('is not mended beside %s: the two contradict each other', async (_, ...others) => {
    const found = await fixes([lost(` v=DMARC1; p=none; ${rua}`), ...others.map((text) => lost(text))]);
    expect(found).toEqual(found.map(() => undefined));
  });

  it('is not mended where receivers read a stronger policy above today', async () => {
    const above = own(`v=DMARC1; p=reject; ${rua}`);
    const weaker = lost(` v=DMARC1; p=none; ${rua}`, '_dmarc.mail');
    expect(await fixes([above, weaker], 'mail.example.test')).toEqual([undefined]);
    const equal = lost(` v=DMARC1; p=reject; ${rua}`, '_dmarc.mail');
    expect(await fixes([above, equal], 'mail.example.test')).toEqual([`v=DMARC1; p=reject; ${rua}`]);
  });

  it('is not mended where an address behind a semicolon would be lost', async () => {
    expect(await fixes([lost(`p=none; v=DMARC1; ${rua}; mailto:e@example.test`)])).toEqual([undefined]);
  });
});

describe('the record without the tags that RFC 9989 withdrew', () => {
  it.each([
    ['p=none; pct=10', true],
    ['p=none; sp=none; pct=10', true],
    ['p=reject; pct=100', true],
    ['p=none; sp=reject; pct=10', false],
    ['p=reject; pct=100; pct=10', false],
  ])('is proposed where they hold nothing back: %s', async (tags, fixable) => {
    const [finding] = await run('dmarc-tags-removed', [own(`v=DMARC1; ${tags}; ${rua}`)]);
    expect(finding?.fix !== undefined).toBe(fixable);
  });
});

describe('sp below the organizational domain', () => {
  it('is read by receivers of RFC 7489 where it is the registered domain', async () => {
    const lines = [
      'user.github.io. A 192.0.2.1',
      '_dmarc.github.io. TXT "v=DMARC1; p=none"',
      `_dmarc.user.github.io. TXT "v=DMARC1; p=reject; sp=quarantine; rua=mailto:d@user.github.io"`,
    ];
    expect(await run('dmarc-subdomain-policy-unread', lines, 'user.github.io')).toEqual([]);
  });
});

describe('organizational domains that differ', () => {
  const at = (name: string, tags: string) => `_dmarc${name} TXT "v=DMARC1; p=reject; ${tags}${rua}"`;

  it.each([
    [
      'psd=y above',
      [at('', 'psd=y; '), at('.mail', '')],
      'Publish the record at _dmarc.example.test without psd=y',
    ],
    ['psd=n at the author domain', [at('', ''), at('.mail', 'psd=n; ')], 'publish its record without psd=n'],
    [
      'psd=n in between',
      [at('', ''), at('.mail', 'psd=n; '), at('.a.mail', '')],
      'If mail.example.test is not meant to stand apart',
    ],
    [
      'several records above',
      [at('', ''), at('', 'fo=1; '), at('.mail', '')],
      'Keep one record at _dmarc.example.test',
    ],
    ['no record above', [at('.mail', '')], 'Publish a record at _dmarc.example.test too'],
  ])('are mended by what they come from: %s', async (_, lines, mend) => {
    const domain =
      lines.length === 3 && lines[2]?.includes('.a.') ? 'a.mail.example.test' : 'mail.example.test';
    const [finding] = await run('dmarc-walk-differs', lines, domain);
    expect(finding?.params['mend']).toContain(mend);
  });
});

describe('a record of hundreds of faults', () => {
  it('is told in twenty of them, the gravest first', async () => {
    const letters = Array.from({ length: 90 }, (_, i) => String.fromCharCode(65 + (i % 26), 65 + i / 26));
    const junk = letters.map((name) => `X${name}=1`).join('; ');
    const strings = `v=DMARC1; p=none; ${junk}; adkim=x; ${rua}`.match(/.{1,200}/g) ?? [];
    const line = `_dmarc TXT ${strings.map((text) => JSON.stringify(text)).join(' ')}`;
    const findings = await run('dmarc-syntax', [line]);
    expect(findings).toHaveLength(20);
    const about = '_dmarc.example.test value-unknown adkim';
    expect(findings).toContainEqual(expect.objectContaining({ about, severity: 'error' }));
  });
});
