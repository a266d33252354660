import { describe, expect, it } from 'vitest';
import { checks } from '../../src/index.ts';
import { consequences, unrefused } from '../../src/smtp/consequences/index.ts';
import { type Cause, type Circumstances, expectRejections } from '../../src/smtp/expect.ts';

const nothing: Circumstances = {
  policy: null,
  dkim: 'unknown',
  dmarc: 'unknown',
  envelopeGiven: false,
  signersGiven: false,
  givenAddresses: [],
  givenKeys: [],
};

const cause = (id: string, about = 'example.com', params: Cause['params'] = {}): Cause => ({
  id,
  key: `${id}:${about}`,
  about,
  params,
});

/** `gmail 550 5.7.26 always` for each rejection. */
function told(causes: readonly Cause[], known: Partial<Circumstances> = {}): string[] {
  return expectRejections(causes, { ...nothing, ...known }).map(
    ({ receiver, reply, enhanced, conditions, class: kind }) => {
      const mark = kind === 'transient' ? ' transient' : '';
      return `${receiver} ${reply} ${enhanced ?? '-'}${mark}: ${conditions.length === 0 ? 'always' : conditions.join(', ')}`;
    },
  );
}

describe('joint causes', () => {
  const settled = { dkim: 'broken', envelopeGiven: true, signersGiven: true } as const;

  it('refuses mail that neither SPF nor DKIM authenticates', () => {
    expect(told([cause('spf-missing'), cause('dkim-missing')], settled)).toContain(
      'gmail 550 5.7.26: always',
    );
  });

  it('does not claim it where another domain may still authenticate the mail', () => {
    const replies = told([cause('spf-missing'), cause('dkim-missing')], { dkim: 'broken' });
    expect(replies).toContain('gmail 550 5.7.26: no-other-authentication');
    expect(replies).not.toContain('gmail 550 5.7.26: always');
  });

  it('needs both: a broken DKIM alone leaves SPF to pass', () => {
    expect(
      told([cause('dkim-missing')], settled).filter((line) => line.startsWith('gmail 550 5.7.26')),
    ).toEqual([]);
  });

  it('needs both: a broken SPF leaves a usable key to pass', () => {
    const replies = told([cause('spf-missing')], { ...settled, dkim: 'usable' });
    expect(replies.filter((line) => line.startsWith('gmail 550 5.7.26'))).toEqual([]);
    expect(replies).toContain('outlook 550 5.7.515: bulk');
  });

  it('says what depends on keys that nobody could find', () => {
    expect(told([cause('spf-missing')])).toContain('gmail 550 5.7.26: no-dkim-pass, no-other-authentication');
  });

  it('says for which hosts a limit matters, until an address is evaluated', () => {
    expect(told([cause('spf-lookup-limit'), cause('dkim-missing')], settled)).toContain(
      'gmail 550 5.7.26: unmatched-hosts',
    );
  });

  it('drops the condition where another fault breaks SPF for every host', () => {
    expect(told([cause('spf-lookup-limit'), cause('spf-syntax'), cause('dkim-missing')], settled)).toContain(
      'gmail 550 5.7.26: always',
    );
  });

  it('counts a broken key only while no key that can verify is known', () => {
    const revoked = cause('dkim-key-revoked', 's1._domainkey.example.com');
    const given = {
      envelopeGiven: true,
      signersGiven: true,
      givenKeys: ['s1._domainkey.example.com', 's2._domainkey.example.com'],
    };
    expect(
      told([cause('spf-missing'), revoked], { ...given, dkim: 'usable' }).filter((line) =>
        line.includes('5.7.26'),
      ),
    ).toEqual([]);
    expect(told([cause('spf-missing'), revoked], { ...given, dkim: 'unknown' })).toContain(
      'gmail 550 5.7.26: selector-used',
    );
    expect(told([cause('spf-missing'), revoked], { ...given, dkim: 'broken' })).toContain(
      'gmail 550 5.7.26: always',
    );
  });
});

describe('a DMARC policy of reject', () => {
  it('turns one broken protocol into a refusal of mail that is not aligned', () => {
    expect(told([cause('dkim-missing')], { dkim: 'broken', policy: 'reject' })).toContain(
      'yahoo 554 5.7.9: unaligned',
    );
  });

  it.each(['none', 'quarantine', null] as const)('%s refuses nothing', (policy) => {
    expect(
      told([cause('dkim-missing')], { dkim: 'broken', policy }).filter((line) =>
        line.startsWith('yahoo 554'),
      ),
    ).toEqual([]);
  });
});

describe('addresses and lists', () => {
  const listed = (zone: string) =>
    cause('dnsbl-listed', `192.0.2.1 ${zone}`, { address: '192.0.2.1', zone, list: zone });

  it('names Yahoo for Spamhaus alone', () => {
    const known = { givenAddresses: ['192.0.2.1'] };
    expect(told([listed('zen.spamhaus.org')], known)).toContain('yahoo 553 5.7.1: always');
    expect(told([listed('bl.spamcop.net')], known)).toEqual(['postfix 554 5.7.1: list-used']);
  });

  it('gives one reply for each list', () => {
    const replies = told([listed('zen.spamhaus.org'), listed('bl.spamcop.net')]);
    expect(replies.filter((line) => line.startsWith('postfix 554'))).toHaveLength(2);
  });

  it('claims it only for the address that is known to send', () => {
    expect(told([cause('ptr-missing', '192.0.2.1', { address: '192.0.2.1' })])).toContain(
      'gmail 550 5.7.25: address-used',
    );
    expect(
      told([cause('ptr-missing', '192.0.2.1', { address: '192.0.2.1' })], { givenAddresses: ['192.0.2.1'] }),
    ).toContain('gmail 550 5.7.25: always');
  });

  it('knows the reply that Gmail gives over IPv6 only', () => {
    const six = told([cause('ptr-missing', '2001:db8::1', { address: '2001:db8::1' })]);
    const four = told([cause('ptr-missing', '192.0.2.1', { address: '192.0.2.1' })]);
    expect(six).toContain('gmail 550 5.7.1: address-used');
    expect(four).not.toContain('gmail 550 5.7.1: address-used');
  });
});

describe('the data', () => {
  const joined = new Set(consequences.flatMap(({ reasons }) => reasons.flat().map(({ finding }) => finding)));

  it.each(checks.map(({ id }) => id))('%s leads to a reply or is said to lead to none', (id) => {
    expect([joined.has(id), unrefused.includes(id)].filter(Boolean)).toHaveLength(1);
  });

  it('carries a class that its reply code shows', () => {
    for (const { reply, class: kind } of consequences)
      expect(kind).toBe(reply < 500 ? 'transient' : 'permanent');
  });

  it('gives enhanced codes of the class of the reply (RFC 3463 §2)', () => {
    for (const { reply, enhanced } of consequences)
      if (enhanced !== null) expect(enhanced[0]).toBe(String(reply)[0]);
  });
});
