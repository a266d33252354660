import { describe, expect, it } from 'vitest';
import { checks } from '../../src/index.ts';
import { conditionText } from '../../src/smtp/conditions.ts';
import { demands } from '../../src/smtp/consequences/demands.ts';
import { consequences, unrefused } from '../../src/smtp/consequences/index.ts';
import type { Cause, Circumstances } from '../../src/smtp/cause.ts';
import { receiverIds } from '../../src/smtp/receivers.ts';
import { sayRejection } from '../../src/smtp/rejection.ts';
import { sources } from '../../src/smtp/sources.ts';
import { say } from '../../src/text/say.ts';
import { brokenDemands, expectRejections } from '../../src/smtp/expect.ts';
import { englishWords } from '../support/english-words.ts';

const nothing: Circumstances = {
  policy: null,
  volume: null,
  policyCertain: true,
  dmarc: 'unknown',
  spf: 'unknown',
  signature: 'unknown',
  aligned: 'unknown',
  envelopeGiven: false,
  envelopeDomain: 'example.com',
  envelopeAligned: true,
  envelopeAligns: true,
  signersGiven: false,
  givenAddresses: [],
  givenKeys: [],
  mx: 'unknown',
};

/** Everything about the mail is known, and no signature can verify. */
const settled: Partial<Circumstances> = {
  signature: 'broken',
  aligned: 'broken',
  envelopeGiven: true,
  signersGiven: true,
  givenKeys: ['s1._domainkey.example.com'],
};

function cause(
  id: string,
  about = 'example.com',
  params: Cause['params'] = {},
  severity: Cause['severity'] = 'error',
): Cause {
  return { id, key: `${id}:${about}`, about, params, severity };
}

/** `gmail 550 5.7.26 documented: always` for each rejection. */
function told(causes: readonly Cause[], known: Partial<Circumstances> = {}): string[] {
  return expectRejections(causes, { ...nothing, ...known }).map(
    ({ receiver, reply, enhanced, conditions, certainty }) =>
      `${receiver} ${reply} ${enhanced ?? '-'} ${certainty}: ${conditions.length === 0 ? 'always' : conditions.join(', ')}`,
  );
}
const about = (lines: readonly string[], start: string) => lines.filter((line) => line.startsWith(start));

describe('the volume', () => {
  it('settles the rules for bulk senders: they hold, or do not apply', () => {
    const causes = [cause('spf-missing')];
    const known = { ...settled, signature: 'usable' } as const;
    expect(told(causes, { ...known, volume: null })).toContain('outlook 550 5.7.515 documented: bulk');
    expect(told(causes, { ...known, volume: 'bulk' })).toContain('outlook 550 5.7.515 documented: always');
    expect(about(told(causes, { ...known, volume: 'low' }), 'outlook 550 5.7.515')).toEqual([]);
  });
});

describe('an envelope sender that nobody named', () => {
  const address = '192.0.2.1';
  const failing = cause('spf-host-unauthorized', `${address} example.com`, { address, result: 'fail' });
  const known = { spf: 'no-pass', givenAddresses: [address] } as const;

  it('leaves open whether what is found of the domain concerns it', () => {
    const gmx = (envelopeGiven: boolean) => about(told([failing], { ...known, envelopeGiven }), 'gmx');
    expect(gmx(true)).toEqual(['gmx 550 - documented: always']);
    expect(gmx(false)).toEqual(['gmx 550 - documented: envelope-presumed']);
  });

  it('does so for the demands on bulk senders', () => {
    const replies = told([cause('spf-missing')], { ...known, volume: 'bulk' });
    expect(replies).toContain('gmail 550 5.7.27 documented: envelope-presumed');
    expect(replies).toContain('outlook 550 5.7.515 documented: envelope-presumed');
  });

  it('does so for a domain that takes no mail, and for its MX', () => {
    const role = 'envelope sender and From';
    const unmailable = [cause('domain-unmailable', 'example.com', { domain: 'example.com', role })];
    expect(about(told(unmailable), 'gmx')).toEqual(['gmx 550 - documented: envelope-presumed']);
    expect(told([cause('mx-unresolvable')], { mx: 'none' })).toEqual(['exim 550 - stock: envelope-presumed']);
  });

  it('does not where the rule is on From, or says already that another envelope may pass', () => {
    const gone = [cause('domain-missing', 'example.com', { domain: 'example.com', role: 'From' })];
    expect(about(told(gone), 'yahoo')).toEqual(['yahoo 554 - documented: always']);
    const neither = told([cause('spf-missing'), cause('dkim-missing')], { ...known, signature: 'broken' });
    expect(about(neither, 'yahoo 550')).toEqual(['yahoo 550 5.7.9 documented: no-other-authentication']);
  });
});

describe('a signer that nobody named', () => {
  it('leaves open whether another domain signs', () => {
    const bulk = { ...settled, volume: 'bulk', signature: 'broken', aligned: 'broken' } as const;
    const gmail = (signersGiven: boolean) =>
      about(told([cause('dkim-missing')], { ...bulk, signersGiven }), 'gmail 550 5.7.30');
    expect(gmail(true)).toEqual(['gmail 550 5.7.30 documented: always']);
    expect(gmail(false)).toEqual(['gmail 550 5.7.30 documented: no-dkim-pass']);
  });
});

describe('a policy of reject', () => {
  it('refuses nothing where SPF passes for an aligned domain, whatever becomes of the signature', () => {
    const causes = [cause('dkim-selector-missing', 's1._domainkey.example.com')];
    const known = { ...settled, policy: 'reject', dmarc: 'usable', spf: 'pass' } as const;
    const comcast = (more: Partial<Circumstances>) => about(told(causes, { ...known, ...more }), 'comcast');
    expect(comcast({})).toEqual([]);
    expect(comcast({ envelopeAligns: false })).toEqual(['comcast 550 5.2.0 documented: unaligned']);
    expect(comcast({ envelopeGiven: false })).toEqual(['comcast 550 5.2.0 documented: unaligned']);
    expect(comcast({ spf: 'unknown' })).toEqual(['comcast 550 5.2.0 documented: unaligned']);
  });
});

describe('a missing DMARC policy', () => {
  it('is certain to be refused by no page of Gmail: they differ', () => {
    const causes = [cause('dmarc-missing')];
    expect(told(causes, { ...settled, volume: 'bulk' })).toContain(
      'gmail 550 5.7.40 documented: enforcement-unsure',
    );
    const [one] = expectRejections(causes, { ...nothing, volume: 'bulk' });
    expect(one).toMatchObject({ receiver: 'gmail', since: null, deferral: { since: null } });
  });
});

describe('joint causes', () => {
  it('refuses mail that neither SPF nor DKIM authenticates', () => {
    const replies = told([cause('spf-missing'), cause('dkim-missing')], settled);
    expect(replies).toContain('gmail 550 5.7.26 documented: always');
  });

  it('does not claim it where another domain may still authenticate the mail', () => {
    const replies = told([cause('spf-missing'), cause('dkim-missing')], { signature: 'broken' });
    expect(about(replies, 'gmail 550 5.7.26')).toEqual([
      'gmail 550 5.7.26 documented: no-other-authentication',
    ]);
  });

  it('needs both: a broken DKIM alone leaves SPF to pass', () => {
    expect(about(told([cause('dkim-missing')], settled), 'gmail 550 5.7.26')).toEqual([]);
  });

  it('needs both: a broken SPF leaves a usable key to pass', () => {
    const replies = told([cause('spf-missing')], { ...settled, signature: 'usable' });
    expect(about(replies, 'gmail 550 5.7.26')).toEqual([]);
    expect(replies).toContain('outlook 550 5.7.515 documented: bulk');
  });

  it('needs both: the domain has no key, but the signature of a provider verifies', () => {
    const replies = told([cause('spf-missing'), cause('dkim-missing')], { ...settled, signature: 'usable' });
    expect(about(replies, 'gmail 550 5.7.26')).toEqual([]);
    expect(about(replies, 'gmail 550 5.7.30')).toEqual([]);
  });

  it('says what depends on keys that nobody could find', () => {
    expect(told([cause('spf-missing')])).toContain(
      'gmail 550 5.7.26 documented: no-dkim-pass, no-other-authentication',
    );
  });

  it('says so too beside a broken key that may not be the one that signs', () => {
    const replies = told([cause('spf-missing'), cause('dkim-key-revoked', 'old._domainkey.example.com')]);
    expect(about(replies, 'gmail 550 5.7.26')).toEqual([
      'gmail 550 5.7.26 documented: no-dkim-pass, no-other-authentication',
    ]);
  });

  it('says for which hosts a limit matters, until an address is evaluated', () => {
    expect(told([cause('spf-lookup-limit'), cause('dkim-missing')], settled)).toContain(
      'gmail 550 5.7.26 documented: unmatched-hosts',
    );
  });

  it.each(['spf-syntax', 'spf-multiple-records'])('says so of %s behind a redirect too', (id) => {
    const hosts = 'every host that no earlier term matches';
    expect(told([cause(id, 'x', { hosts }), cause('dkim-missing')], settled)).toContain(
      'gmail 550 5.7.26 documented: unmatched-hosts',
    );
    expect(told([cause(id, 'x', { hosts: 'every host' }), cause('dkim-missing')], settled)).toContain(
      'gmail 550 5.7.26 documented: always',
    );
  });

  it('drops the condition where another fault breaks SPF for every host', () => {
    const causes = [cause('spf-lookup-limit'), cause('spf-missing'), cause('dkim-missing')];
    expect(told(causes, settled)).toContain('gmail 550 5.7.26 documented: always');
  });

  it('counts a broken key only while no key that can verify is known, and only as inferred', () => {
    const causes = [cause('spf-missing'), cause('dkim-key-revoked', 's1._domainkey.example.com')];
    const gmail = (known: Partial<Circumstances>) =>
      about(told(causes, { ...settled, ...known }), 'gmail 550 5.7.26');
    expect(gmail({ signature: 'usable' })).toEqual([]);
    expect(gmail({ signature: 'unknown' })).toEqual([
      'gmail 550 5.7.26 inferred: selector-used, no-other-authentication',
    ]);
    expect(gmail({ signature: 'broken' })).toEqual(['gmail 550 5.7.26 inferred: always']);
  });

  it('leaves out keys that do not sign, where those that do are known', () => {
    const causes = [cause('dkim-key-revoked', 'old._domainkey.example.com')];
    expect(about(told(causes, settled), 'gmail 550 5.7.30')).toEqual([]);
    expect(about(told(causes), 'gmail 550 5.7.30')).toEqual([
      'gmail 550 5.7.30 inferred: selector-used, bulk',
    ]);
  });

  it('is as sure as the surest finding that holds', () => {
    const key = 's1._domainkey.example.com';
    const causes = [
      cause('spf-missing'),
      cause('dkim-key-revoked', key),
      cause('dkim-selector-missing', key),
    ];
    expect(told(causes, settled)).toContain('gmail 550 5.7.26 documented: always');
  });
});

describe('a DMARC policy of reject', () => {
  const policy = 'reject' as const;

  it('turns one broken protocol into a refusal of mail that is not aligned', () => {
    const known = { ...settled, policy };
    expect(told([cause('dkim-missing')], known)).toContain('yahoo 554 5.7.9 documented: unaligned');
    expect(told([cause('spf-missing')], { policy })).toContain('yahoo 554 5.7.9 documented: unaligned');
  });

  it('is certain only where both are proven unable to pass', () => {
    const both = [cause('spf-missing'), cause('dkim-missing')];
    expect(told(both, { ...settled, policy })).toContain('yahoo 554 5.7.9 documented: always');
    expect(told(both, { ...settled, policy, envelopeGiven: false })).toContain(
      'yahoo 554 5.7.9 documented: unaligned',
    );
    expect(told(both, { ...settled, policy, signersGiven: false })).toContain(
      'yahoo 554 5.7.9 documented: unaligned',
    );
  });

  it('counts an envelope sender of a foreign domain as unable to align', () => {
    const known = { ...settled, policy, envelopeAligned: false };
    expect(told([cause('dkim-missing')], known)).toContain('yahoo 554 5.7.9 documented: always');
  });

  it('takes a signature that verifies but cannot align for none', () => {
    const known = { ...settled, policy, signature: 'usable' } as const;
    expect(told([cause('spf-missing')], known)).toContain('yahoo 554 5.7.9 documented: always');
  });

  it('refuses nothing while an aligned signature can verify', () => {
    const known = { ...settled, policy, signature: 'usable', aligned: 'usable' } as const;
    expect(about(told([cause('spf-missing')], known), 'yahoo 554')).toEqual([]);
  });

  it('is uncertain where receivers differ on the policy', () => {
    const both = [cause('spf-missing'), cause('dkim-missing')];
    expect(told(both, { ...settled, policy, policyCertain: false })).toContain(
      'yahoo 554 5.7.9 documented: policy-uneven',
    );
  });

  it.each(['none', 'quarantine', null] as const)('%s refuses nothing', (other) => {
    expect(about(told([cause('dkim-missing')], { ...settled, policy: other }), 'yahoo 554 5.7.9')).toEqual(
      [],
    );
  });
});

describe('domains', () => {
  it('tests of MAIL FROM do not meet a domain in From alone', () => {
    const gone = (role: string) => [cause('domain-missing', 'example.com', { domain: 'example.com', role })];
    const known = { envelopeGiven: true };
    expect(about(told(gone('envelope sender'), known), 'sendmail')).toEqual([
      'sendmail 553 5.1.8 stock: always',
    ]);
    expect(about(told(gone('From')), 'sendmail')).toEqual([]);
    expect(about(told(gone('From')), 'yahoo')).toEqual(['yahoo 554 - documented: always']);
  });

  it('nor do they meet the null MX of a domain in From alone', () => {
    const nullMx = (role: string) =>
      told([cause('mx-null-sender', 'example.com', { role })], { envelopeGiven: true });
    expect(nullMx('envelope sender')).toContain('postfix 550 5.7.27 stock: test-enabled');
    // RFC 7505 §4.1 gives one code to both.
    expect(nullMx('From')).toEqual(['rfc 550 5.7.27 documented: refusal-chosen']);
  });

  it('one MX that resolves is enough', () => {
    const dangling = [cause('mx-unresolvable', 'gone.example.com')];
    const exim = (mx: Circumstances['mx']) => told(dangling, { mx, envelopeGiven: true });
    expect(exim('some')).toEqual([]);
    expect(exim('none')).toEqual(['exim 550 - stock: always']);
    expect(exim('unknown')).toEqual(['exim 550 - stock: no-mx-usable']);
  });
});

describe('addresses and lists', () => {
  const listed = (zone: string) =>
    cause('dnsbl-listed', `192.0.2.1 ${zone}`, { address: '192.0.2.1', zone, list: zone });

  it('names Yahoo for Spamhaus alone', () => {
    const known = { givenAddresses: ['192.0.2.1'] };
    expect(told([listed('zen.spamhaus.org')], known)).toContain('yahoo 553 5.7.1 documented: always');
    expect(told([listed('bl.spamcop.net')], known)).toEqual([
      'exim 550 - observed: test-enabled',
      'postfix 554 5.7.1 stock: list-used',
    ]);
    expect(told([listed('all.s5h.net')], known)).toEqual(['postfix 554 5.7.1 inferred: list-used']);
  });

  it('gives one reply for each list', () => {
    const replies = told([listed('zen.spamhaus.org'), listed('bl.spamcop.net')]);
    expect(replies.filter((line) => line.startsWith('postfix 554'))).toHaveLength(2);
  });

  it('claims of SPF that it refuses all mail only where no given address passes', () => {
    const failing = cause('spf-host-unauthorized', '192.0.2.6 x', { address: '192.0.2.6' });
    const given = { ...settled, givenAddresses: ['192.0.2.5', '192.0.2.6'] };
    const replies = (spf: Circumstances['spf']) =>
      about(told([failing, cause('dkim-missing')], { ...given, spf }), 'gmail 550 5.7.26');
    expect(replies('unknown')).toEqual(['gmail 550 5.7.26 documented: address-used']);
    expect(replies('no-pass')).toEqual(['gmail 550 5.7.26 documented: always']);
  });

  it('names the addresses that a condition is about, the first three of many', () => {
    const conditions = (last: readonly number[]) =>
      expectRejections(
        last.map((one) => cause('spf-host-unauthorized', `192.0.2.${one} x`, { address: `192.0.2.${one}` })),
        nothing,
      ).map(({ condition }) => say(condition, 'en').split(';')[0]);
    expect(new Set(conditions([6]))).toEqual(new Set(['for mail that leaves from 192.0.2.6']));
    expect(new Set(conditions([5, 6, 7, 8]))).toEqual(
      new Set(['for mail that leaves from 192.0.2.5, 192.0.2.6, 192.0.2.7 and 1 more']),
    );
  });

  it('claims it only for the address that is known to send', () => {
    expect(told([cause('ptr-missing', '192.0.2.1', { address: '192.0.2.1' })])).toContain(
      'gmail 550 5.7.25 documented: address-used',
    );
    expect(
      told([cause('ptr-missing', '192.0.2.1', { address: '192.0.2.1' })], { givenAddresses: ['192.0.2.1'] }),
    ).toContain('gmail 550 5.7.25 documented: always');
  });

  it('knows the reply that Gmail gives over IPv6 only', () => {
    const six = told([cause('ptr-missing', '2001:db8::1', { address: '2001:db8::1' })]);
    const four = told([cause('ptr-missing', '192.0.2.1', { address: '192.0.2.1' })]);
    expect(six).toContain('gmail 550 5.7.1 documented: address-used');
    expect(six).toContain('exchange-online 550 5.7.25 documented: address-used');
    expect(four).not.toContain('gmail 550 5.7.1 documented: address-used');
    expect(about(four, 'exchange-online')).toEqual([]);
  });
});

describe('SPF alone', () => {
  const address = '192.0.2.6';
  const known = { ...settled, signature: 'usable', givenAddresses: [address], spf: 'no-pass' } as const;
  const evaluated = (result: string, at = address) =>
    cause('spf-host-unauthorized', `${at} x`, { address: at, result });

  it('is refused by receivers that take a fail for enough, though DKIM passes', () => {
    const replies = told([evaluated('fail')], known);
    expect(replies).toContain('gmx 550 - documented: always');
    expect(replies).toContain('orange 550 - documented: always');
    expect(replies).toContain('laposte 550 5.5.0 observed: always');
    expect(replies).toContain('exchange-online 550 5.7.23 documented: test-enabled');
    expect(replies).toContain('rfc 550 5.7.23 documented: refusal-chosen');
  });

  it.each(['softfail', 'neutral'])(
    'ends in %s: no reply of its own but a deferral that is inferred',
    (result) => {
      const replies = told([evaluated(result)], known);
      expect(about(replies, 'gmx')).toEqual([]);
      expect(about(replies, 'laposte')).toEqual([]);
      expect(about(replies, 'orange')).toEqual(['orange 421 - inferred: always']);
    },
  );

  it('ends in permerror: other replies than a fail', () => {
    const replies = told([evaluated('permerror')], known);
    expect(about(replies, 'gmx')).toEqual([]);
    expect(about(replies, 'orange')).toEqual(['orange 421 - documented: always']);
    expect(about(replies, 'laposte')).toEqual(['laposte 550 5.5.0 inferred: always']);
  });

  it('is refused for all mail only where every given address fails', () => {
    const two = { ...known, givenAddresses: [address, '192.0.2.7'] };
    expect(told([evaluated('fail'), evaluated('softfail', '192.0.2.7')], two)).toContain(
      'gmx 550 - documented: address-used',
    );
    expect(told([evaluated('fail'), evaluated('fail', '192.0.2.7')], two)).toContain(
      'gmx 550 - documented: always',
    );
  });
});

describe('a malformed envelope sender', () => {
  const replies = (problem: string) =>
    about(told([cause('mail-from-syntax', 'envelope sender', { problem })]), 'exim');

  it('without a domain meets replies that are known, another fault those that are only inferred', () => {
    expect(replies('has no @')).toEqual(['exim 501 - stock: always']);
    expect(replies('holds more than one @')).toEqual(['exim 501 - inferred: always']);
  });
});

describe('IPv6', () => {
  const causes = [cause('spf-missing'), cause('dkim-missing')];
  const replies = (givenAddresses: readonly string[]) =>
    about(told(causes, { ...settled, givenAddresses }), 'exchange-online 450 4.7.26');

  it('is where some demand SPF or DKIM: settled by the addresses that were given', () => {
    expect(replies([])).toEqual(['exchange-online 450 4.7.26 documented: over-ipv6']);
    expect(replies(['2001:db8::1'])).toEqual(['exchange-online 450 4.7.26 documented: always']);
    expect(replies(['192.0.2.1', '2001:db8::1'])).toEqual([
      'exchange-online 450 4.7.26 documented: over-ipv6',
    ]);
    expect(replies(['192.0.2.1'])).toEqual([]);
  });
});

describe('lists', () => {
  it('one of several codes is the part that a reply names', () => {
    const listed = (codes: string) =>
      told([cause('dnsbl-listed', 'x', { address: '192.0.2.1', zone: 'zen.spamhaus.org', codes })]);
    expect(about(listed('127.0.0.2, 127.0.0.3'), 'icloud')).toHaveLength(1);
    expect(about(listed('127.0.0.2'), 'sfr')).toEqual(['sfr 554 5.7.1 observed: address-used']);
    expect(about(listed('127.0.0.3'), 'icloud')).toEqual(['icloud 550 5.7.1 inferred: address-used']);
    expect(about(listed('127.0.0.4'), 'icloud')).toEqual([]);
    expect(about(listed('127.0.0.20'), 'sfr')).toEqual([]);
  });

  it('Outlook.com looks for the domain of the envelope, iCloud for any', () => {
    const listed = (domain: string) =>
      told([cause('dnsbl-domain-listed', 'x', { domain, zone: 'dbl.spamhaus.org' }, 'critical')], {
        envelopeDomain: 'mail.example.com',
      });
    expect(about(listed('example.com'), 'outlook')).toHaveLength(1);
    expect(about(listed('mail.example.com'), 'outlook')).toHaveLength(1);
    expect(about(listed('example.net'), 'outlook')).toEqual([]);
    expect(about(listed('ample.com'), 'outlook')).toEqual([]);
    expect(about(listed('example.net'), 'icloud')).toHaveLength(1);
  });
});

describe('dates', () => {
  const dated = (receiver: string, enhanced: string) =>
    expectRejections([cause('spf-missing'), cause('dkim-missing')], { ...nothing, ...settled }).find(
      (one) => one.receiver === receiver && one.enhanced === enhanced,
    );

  it('are those of the rule, and of its transient form', () => {
    expect(dated('gmail', '5.7.27')).toMatchObject({
      since: '2025-11',
      deferral: { reply: 421, enhanced: '4.7.27', since: '2024-02' },
    });
    expect(dated('outlook', '5.7.515')).toMatchObject({ since: '2025-05-05', deferral: null });
  });

  it('are null where nobody published one', () => {
    expect(dated('yahoo', '5.7.9')).toMatchObject({ since: null });
    expect(dated('gmail', '5.7.26')).toMatchObject({ since: null });
  });
});

describe('demands without a reply', () => {
  const broken = (causes: readonly Cause[], known: Partial<Circumstances> = {}) =>
    brokenDemands(causes, { ...nothing, ...known }).map(
      ({ receiver, outcome, conditions }) => `${receiver} ${outcome}: ${conditions.join(', ') || 'always'}`,
    );

  it('La Poste puts mail without authentication into the spam folder, at best', () => {
    const both = [cause('spf-missing'), cause('dkim-missing')];
    expect(broken(both, settled)).toContain('laposte spam-folder: always');
    expect(about(broken([cause('spf-missing')], settled), 'laposte')).toEqual([]);
  });

  it('Orange demands a DMARC policy of everyone, iCloud of bulk senders', () => {
    expect(broken([cause('dmarc-missing')])).toEqual(['icloud unsaid: bulk', 'orange unsaid: always']);
    expect(broken([cause('dmarc-missing')], { volume: 'low' })).toEqual(['orange unsaid: always']);
  });

  it('a policy of quarantine is followed without a word', () => {
    const both = [cause('spf-missing'), cause('dkim-missing')];
    expect(broken(both, { ...settled, policy: 'quarantine' })).toContain('gmail spam-folder: always');
    expect(about(broken(both, { ...settled, policy: 'reject' }), 'gmail')).toEqual([]);
  });
});

describe('words', () => {
  it('say the meaning and the condition in a language, with the parameters of the finding', () => {
    const french = { en: 'envelope sender', fr: "expéditeur d'enveloppe" };
    const role = { ...cause('domain-missing', 'x', { role: 'envelope sender' }), said: { role: french } };
    const first = expectRejections([role], nothing).find(({ receiver }) => receiver === 'yahoo');
    if (!first) throw new Error('no rejection');
    expect(sayRejection(first, 'en').meaning).toBe('the domain of the envelope sender cannot be resolved');
    expect(sayRejection(first, 'fr')).toMatchObject({
      meaning: "le domaine (expéditeur d'enveloppe) est introuvable dans le DNS",
      condition: 'toujours',
    });
  });

  it('tell the two kinds of threshold apart', () => {
    const causes = [cause('dmarc-missing')];
    const condition = (receiver: string) => {
      const one = expectRejections(causes, nothing).find((rejection) => rejection.receiver === receiver);
      return one && sayRejection(one, 'en').condition;
    };
    expect(condition('outlook')).toBe('above about 5,000 messages a day');
    expect(condition('yahoo')).toBe('for bulk senders (the receiver publishes no number)');
  });

  const texts = [
    ...consequences.flatMap(({ meaning, each }) => [meaning, each?.receiverName ?? []].flat()),
    ...demands.map(({ meaning }) => meaning),
    ...Object.values(conditionText),
    ...Object.values(sources),
  ];

  it('hold no English in French', () => {
    for (const { fr } of texts) expect(englishWords(fr.replace('iCloud Mail', '')), fr).toEqual([]);
  });

  it('name the same parameters in every language', () => {
    const named = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole));
    for (const { en, fr } of texts) expect(named(fr), en).toEqual(named(en));
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

  it('dates as ISO dates or months', () => {
    for (const { since, deferral } of consequences)
      for (const date of [since, deferral?.since])
        if (typeof date === 'string') expect(date).toMatch(/^20\d\d-(0[1-9]|1[0-2])(-[0-3]\d)?$/);
  });

  it('takes for a transient form what is transient', () => {
    for (const { deferral } of consequences) {
      if (!deferral) continue;
      expect(deferral.reply).toBeLessThan(500);
      if (deferral.enhanced !== null) expect(deferral.enhanced[0]).toBe('4');
    }
  });

  it.each(receiverIds)('has a reply of %s', (receiver) => {
    expect(consequences.some((one) => one.receiver === receiver)).toBe(true);
  });

  it('holds nothing for certain of stock tests that are off by default', () => {
    const optIn =
      /reject_(unknown|non_fqdn|invalid)|check_sender_mx|policyd-spf|OpenD|verify = helo|require_rdns/;
    for (const { meaning, conditions } of consequences)
      if (optIn.test(meaning.en)) expect(conditions, meaning.en).toContain('test-enabled');
  });
});
