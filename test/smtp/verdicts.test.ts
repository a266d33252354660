import { describe, expect, it } from 'vitest';
import { checks } from '../../src/index.ts';
import type { Cause, Circumstances } from '../../src/smtp/cause.ts';
import { brokenDemands, expectRejections } from '../../src/smtp/expect.ts';
import { receiverIds } from '../../src/smtp/receivers.ts';
import { type ReceiverVerdict, sayVerdict } from '../../src/smtp/verdict.ts';
import { type Expectation, receiverVerdicts } from '../../src/smtp/verdicts.ts';
import type { Language } from '../../src/text/say.ts';

const abusix = '<key>.combined.mail.abusix.zone';
const abusixDomains = '<key>.dblack.mail.abusix.zone';

/** All that can be known of a mail is, and nothing is wrong with it. */
const known: Circumstances = {
  policy: 'none',
  volume: 'bulk',
  policyCertain: true,
  dmarc: 'usable',
  spf: 'unknown',
  signature: 'broken',
  aligned: 'broken',
  envelopeGiven: true,
  envelopeDomain: 'example.com',
  envelopeAligned: true,
  envelopeAligns: true,
  signersGiven: true,
  givenAddresses: ['192.0.2.1'],
  givenKeys: ['s1._domainkey.example.com'],
  mx: 'some',
};

function cause(id: string, params: Cause['params'] = {}, severity: Cause['severity'] = 'error'): Cause {
  return { id, key: `${id}:example.com`, about: 'example.com', params, severity };
}

interface Case extends Partial<Omit<Expectation, 'known'>> {
  readonly causes?: readonly Cause[];
  readonly known?: Partial<Circumstances>;
  readonly language?: Language;
}

/** The verdict of one receiver. */
function verdictOf(receiver: string, { causes = [], language = 'en', ...given }: Case): ReceiverVerdict {
  const all = { ...known, ...given.known };
  const verdicts = receiverVerdicts({
    rejections: given.rejections ?? expectRejections(causes, all),
    demands: given.demands ?? brokenDemands(causes, all),
    unknown: given.unknown ?? [],
    unjudged: given.unjudged ?? [],
    ran: given.ran ?? checks.map(({ id }) => id),
    lists: given.lists ?? ['zen.spamhaus.org', 'dbl.spamhaus.org', abusix, abusixDomains, 'bl.spamcop.net'],
    known: all,
  });
  const one = verdicts.find((verdict) => verdict.receiver === receiver);
  if (!one) throw new Error(`no verdict of ${receiver}`);
  return sayVerdict(one, language);
}

const ptr = cause('ptr-missing', { address: '192.0.2.1' }, 'critical');
const both = [cause('spf-missing'), cause('dkim-missing')];

describe('the verdicts', () => {
  it('are one for each receiver, in the order of the register', () => {
    const verdicts = receiverVerdicts({
      rejections: [],
      demands: [],
      unknown: [],
      unjudged: [],
      ran: [],
      lists: [],
      known,
    });
    expect(verdicts.map(({ receiver }) => receiver)).toEqual(receiverIds);
  });

  it('refuse by the reply that decides, with its date, its findings and their keys', () => {
    const causes = [cause('spf-missing')];
    expect(verdictOf('outlook', { causes })).toEqual({
      receiver: 'outlook',
      receiverName: 'Outlook.com',
      verdict: 'reject',
      rule: 'bulk senders must pass SPF, DKIM and DMARC alike',
      since: '2025-05-05',
      condition: null,
      reply: 550,
      enhanced: '5.7.515',
      certainty: 'documented',
      findings: ['spf-missing'],
      keys: ['spf-missing:example.com'],
      source: expect.stringContaining('Microsoft'),
    });
  });

  it('defer where the receiver only defers', () => {
    expect(verdictOf('free', { causes: [ptr] })).toMatchObject({ verdict: 'rate-limit', reply: 421 });
  });

  it('refuse where one rule defers and another refuses', () => {
    const listed = cause('dnsbl-listed', {
      address: '192.0.2.1',
      zone: 'zen.spamhaus.org',
      codes: '127.0.0.2',
    });
    expect(verdictOf('orange', { causes: [ptr] })).toMatchObject({ verdict: 'rate-limit' });
    expect(verdictOf('orange', { causes: [ptr, listed] })).toMatchObject({ verdict: 'reject', reply: 550 });
  });

  it('take stock tests that are on by default for a refusal, those that are off for none', () => {
    const gone = cause('domain-missing', { role: 'envelope sender' });
    expect(verdictOf('sendmail', { causes: [gone] })).toMatchObject({ verdict: 'reject', reply: 553 });
    expect(verdictOf('postfix', { causes: [gone] })).toMatchObject({
      verdict: 'unknown',
      reply: 450,
      condition: 'where the administrator switched the test on',
    });
  });

  it('never refuse by what is only inferred', () => {
    const generic = cause('ptr-generic', { address: '192.0.2.1' });
    expect(verdictOf('outlook', { causes: [generic] })).toMatchObject({
      verdict: 'unknown',
      certainty: 'inferred',
      reply: 550,
    });
  });

  it('name the surest of the rules that refuse, and of the possible ones the one with the fewest conditions', () => {
    const gone = cause('domain-missing', { role: 'envelope sender' });
    const listed = cause('dnsbl-listed', {
      address: '192.0.2.1',
      zone: 'zen.spamhaus.org',
      codes: '127.0.0.3',
    });
    expect(verdictOf('orange', { causes: [gone] })).toMatchObject({ reply: 501, certainty: 'observed' });
    expect(verdictOf('orange', { causes: [gone, listed] })).toMatchObject({
      reply: 550,
      certainty: 'documented',
    });
    const open = { volume: null, signature: 'unknown', signersGiven: false } as const;
    expect(verdictOf('gmail', { causes: [cause('spf-missing')], known: open })).toMatchObject({
      verdict: 'unknown',
      enhanced: '5.7.27',
    });
  });

  it('hang on what the user did not say', () => {
    const open = { causes: [cause('spf-missing')], known: { volume: null } };
    expect(verdictOf('outlook', open)).toMatchObject({
      verdict: 'unknown',
      condition: 'above about 5,000 messages a day',
    });
    const low = { ...open, known: { volume: 'low', signature: 'usable' } } as const;
    expect(verdictOf('outlook', low)).toMatchObject({ verdict: 'accept', certainty: null, reply: null });
  });

  it('accept what goes to the spam folder, and say so', () => {
    expect(verdictOf('laposte', { causes: both })).toMatchObject({
      verdict: 'accept',
      since: '2025-09',
      rule: expect.stringMatching(/^taken, but put in the spam folder: /),
      findings: ['spf-missing', 'dkim-missing'],
    });
  });

  it('do not accept what breaks a demand that has no published reply', () => {
    expect(verdictOf('orange', { causes: [cause('dmarc-missing')] })).toMatchObject({
      verdict: 'unknown',
      reply: null,
      certainty: 'documented',
      rule: expect.stringMatching(/no reply to that is published: every sender must publish/),
    });
    const unjudged = ['dkim-missing'];
    expect(verdictOf('orange', { causes: [cause('dmarc-missing')], unjudged })).toMatchObject({
      certainty: 'documented',
    });
  });
});

describe('a question without an answer', () => {
  const failed = (id: string, blocking = true) => ({
    id,
    blocking,
    reason: 'the server answered SERVFAIL',
    question: { name: 'example.com', type: 'TXT' },
  });

  it('leaves those undecided whose rules hang on it, and no others', () => {
    const unknown = [failed('spf-missing')];
    expect(verdictOf('gmail', { unknown })).toMatchObject({
      verdict: 'unknown',
      rule: 'what its rules hang on could not be determined: spf-missing',
      condition: 'example.com TXT: the server answered SERVFAIL',
      certainty: null,
    });
    expect(verdictOf('sfr', { unknown })).toMatchObject({ verdict: 'accept' });
    expect(verdictOf('ovh', { unknown })).toMatchObject({ verdict: 'accept' });
  });

  it('leaves what refuses anyway a refusal', () => {
    expect(verdictOf('gmail', { unknown: [failed('spf-missing')], causes: [ptr] })).toMatchObject({
      verdict: 'reject',
      enhanced: '5.7.25',
    });
  });

  it('counts for nothing where it is coverage', () => {
    const unknown = [failed('ptr-missing', false)];
    const passing = { spf: 'pass', signature: 'usable', aligned: 'usable' } as const;
    expect(verdictOf('gmail', { unknown, known: passing }).verdict).toBe('accept');
  });

  it('counts for nothing where what is known settles the rule', () => {
    const unknown = [failed('dmarc-unaligned')];
    const gmx = (more: Partial<Circumstances>) => verdictOf('gmx', { unknown, known: more }).verdict;
    expect(gmx({ policy: 'reject' })).toBe('unknown');
    expect(gmx({ policy: 'none' })).toBe('accept');
    expect(gmx({ policy: null, dmarc: 'unknown' })).toBe('unknown');
    expect(gmx({ policy: 'reject', signature: 'usable', aligned: 'usable' })).toBe('accept');
  });

  it('on SPF counts for nothing where every given address passes', () => {
    const unknown = [failed('spf-include-invalid')];
    expect(verdictOf('laposte', { unknown }).verdict).toBe('unknown');
    expect(verdictOf('laposte', { unknown, known: { spf: 'pass' } }).verdict).toBe('accept');
  });

  it('is named with few of the checks that hang on it', () => {
    const unknown = ['spf-missing', 'spf-syntax', 'spf-loop', 'spf-mx-limit'].map((id) => failed(id));
    expect(verdictOf('gmail', { unknown }).rule).toMatch(/: spf-missing, spf-syntax, spf-loop, …$/);
  });
});

describe('authentication', () => {
  const verdict = (receiver: string, more: Partial<Circumstances>) =>
    verdictOf(receiver, { known: { volume: 'low', signature: 'unknown', aligned: 'unknown', ...more } });

  it('must be known to pass by SPF or DKIM before a receiver that demands one is said to accept', () => {
    expect(verdict('gmail', { givenAddresses: [] })).toMatchObject({
      verdict: 'unknown',
      condition: 'the sending addresses were not given; no selector that signs is known',
    });
    expect(verdict('gmail', { spf: 'pass' }).verdict).toBe('accept');
    expect(verdict('gmail', { signature: 'usable' }).verdict).toBe('accept');
    expect(verdict('sfr', {}).verdict).toBe('accept');
  });

  it('must be known to pass by both where a bulk sender owes both', () => {
    const bulk = { volume: 'bulk' } as const;
    expect(verdict('outlook', { ...bulk, spf: 'pass' }).verdict).toBe('unknown');
    expect(verdict('outlook', { ...bulk, signature: 'usable' }).verdict).toBe('unknown');
    expect(verdict('outlook', { ...bulk, spf: 'pass', signature: 'usable' }).verdict).toBe('accept');
    expect(verdict('outlook', { volume: null }).verdict).toBe('accept');
  });

  it('must be of an aligned domain under a policy of reject', () => {
    const reject = { policy: 'reject', signature: 'usable' } as const;
    expect(verdict('comcast', reject).verdict).toBe('unknown');
    expect(verdict('comcast', { ...reject, aligned: 'usable' }).verdict).toBe('accept');
    expect(verdict('comcast', { ...reject, spf: 'pass' }).verdict).toBe('accept');
    expect(verdict('comcast', { ...reject, policy: 'none' }).verdict).toBe('accept');
  });
});

describe('a demand without a reply', () => {
  it('of Orange is that everyone passes DKIM, of Yahoo that bulk mail passes DMARC', () => {
    const causes = [cause('dkim-selector-missing')].map((one) => ({
      ...one,
      about: 's1._domainkey.example.com',
    }));
    expect(verdictOf('orange', { causes, known: { volume: 'low', spf: 'pass' } })).toMatchObject({
      verdict: 'unknown',
      rule: expect.stringMatching(/every sender must pass DKIM$/),
    });
    const unaligned = {
      causes: [cause('dmarc-unaligned')],
      known: { signature: 'usable', spf: 'pass' },
    } as const;
    expect(verdictOf('yahoo', unaligned).verdict).toBe('unknown');
  });
});

describe('an acceptance', () => {
  it('is never said where a part that a rule reads was not looked at', () => {
    expect(verdictOf('gmail', { unjudged: ['dkim-missing'] })).toMatchObject({
      verdict: 'unknown',
      rule: 'not all that its rules hang on was looked at',
    });
    expect(verdictOf('ovh', { unjudged: ['dkim-missing'] }).verdict).toBe('accept');
    expect(verdictOf('laposte', { causes: both, unjudged: ['ptr-missing'] }).verdict).toBe('unknown');
  });

  it('names what was not known', () => {
    const open = { lists: [], known: { givenAddresses: [], signature: 'unknown' } } as const;
    expect(verdictOf('gmail', open).condition).toBe(
      'the sending addresses were not given; no selector that signs is known',
    );
    expect(verdictOf('icloud', open).condition).toBe(
      'the sending addresses were not given; no selector that signs is known; not every blocklist in question gave an answer',
    );
    expect(verdictOf('ovh', { lists: [] }).condition).toBeNull();
    expect(verdictOf('orange', {}).condition).toBeNull();
    expect(verdictOf('orange', { lists: ['zen.spamhaus.org', 'dbl.spamhaus.org'] }).condition).toBe(
      'not every blocklist in question gave an answer',
    );
  });

  it('is never said where nothing was looked at that its rules hang on', () => {
    const sfr = (lists: readonly string[], ran?: readonly string[]) =>
      verdictOf('sfr', { lists, ...(ran && { ran }) }).verdict;
    expect(sfr(['zen.spamhaus.org'])).toBe('accept');
    expect(sfr(['<key>.zen.dq.spamhaus.net'])).toBe('accept');
    expect(sfr(['bl.spamcop.net'])).toBe('unknown');
    expect(sfr(['zen.spamhaus.org'], ['spf-missing'])).toBe('unknown');
    const free = { ran: ['spf-missing'], known: { givenAddresses: [] } };
    expect(verdictOf('free', free)).toMatchObject({
      verdict: 'unknown',
      condition: 'the sending addresses were not given',
    });
  });

  it('is said in French', () => {
    expect(verdictOf('rfc', { language: 'fr' })).toMatchObject({
      receiverName: 'Tout destinataire selon les RFC',
      rule: "aucune de ses règles que le DNS peut montrer n'est enfreinte",
    });
  });
});
