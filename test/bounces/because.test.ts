import { describe, expect, it } from 'vitest';
import { auditedBounces } from '../../src/bounces/audited.ts';
import { because } from '../../src/bounces/because.ts';
import { explainBounces } from '../../src/bounces/explain-bounces.ts';
import type { Report } from '../../src/report/report.ts';
import { explainReply } from '../../src/smtp/explain.ts';

interface Parts {
  readonly findings?: readonly { id: string; params?: Record<string, string> }[];
  readonly passed?: readonly string[];
  readonly unknown?: readonly string[];
  readonly domain?: string;
  readonly ips?: readonly string[];
  /** Whether the selector that signs was given. */
  readonly signed?: boolean;
}

/** What of a report is looked at. */
function report({
  findings = [],
  passed = [],
  unknown = [],
  domain = 'campaign.example',
  ips = ['203.0.113.25'],
  signed = true,
}: Parts): Report {
  return {
    language: 'en',
    subject: {
      domain,
      helo: null,
      ips: ips.map((address) => ({ address, source: 'given' })),
      selectors: signed ? [{ selector: 's1', domain, source: 'given' }] : [],
    },
    findings: findings.map(({ id, params = {} }, index) => ({
      key: `${id} ${index}`,
      id,
      severity: 'error',
      title: `title of ${id}`,
      remedy: `remedy of ${id}`,
      params,
    })),
    passed,
    unknown: unknown.map((id) => ({ key: id, id, blocking: true, reason: 'no answer', question: null })),
  } as unknown as Report;
}

const dmarc = explainReply(
  "550 5.7.26 Unauthenticated email from campaign.example is not accepted due to domain's DMARC policy.",
);
const zen = explainReply(
  '554 5.7.1 Service unavailable; Client host [203.0.113.25] blocked using zen.spamhaus.org',
);

describe('a reply beside an audit', () => {
  it('is explained by a finding of its list', () => {
    const told = because(
      dmarc,
      report({ findings: [{ id: 'spf-many-strings' }, { id: 'dmarc-unaligned' }] }),
    );
    expect(told).toMatchObject({ domain: 'campaign.example', verdict: 'explained' });
    expect(told.findings).toEqual([
      {
        key: 'dmarc-unaligned 1',
        id: 'dmarc-unaligned',
        severity: 'error',
        title: 'title of dmarc-unaligned',
        remedy: 'remedy of dmarc-unaligned',
        cause: 'dmarc-fail-reject',
      },
    ]);
  });

  it('is unexplained where the checks passed, unknown where one could not tell', () => {
    expect(because(dmarc, report({ passed: ['dmarc-unaligned', 'spf-syntax'] }))).toMatchObject({
      verdict: 'unexplained',
      absent: ['dmarc-unaligned'],
    });
    expect(because(dmarc, report({ unknown: ['dmarc-unaligned', 'spf-syntax'] }))).toMatchObject({
      verdict: 'unknown',
      unknown: [{ id: 'dmarc-unaligned', reason: 'no answer', blocking: true }],
    });
  });

  it.each([
    {
      text: 'PTR',
      reply: '554 Client host rejected: no reverse DNS',
      id: 'ptr-missing',
      give: '--ip',
      ips: ['203.0.113.25'],
    },
    {
      text: 'another PTR',
      reply: '554 no reverse DNS for 203.0.113.9',
      address: '203.0.113.9',
      id: 'ptr-missing',
      give: '--ip',
      ips: ['203.0.113.9'],
      wrong: ['203.0.113.25'],
    },
    { text: 'EHLO', reply: '550 5.7.1 Invalid HELO name', id: 'helo-unresolvable', give: '--helo' },
    {
      text: 'DKIM',
      reply: '550 DKIM verification failed',
      id: 'dkim-selector-missing',
      give: '--selector',
      signed: false,
    },
  ])(
    'of the $text is open while nobody named what it hangs on',
    ({ reply, address, id, give, ips, wrong, signed }) => {
      const explanation = explainReply(reply);
      expect(explanation.findings).toContain(id);
      const passed = explanation.findings;
      const open = because(
        explanation,
        report({ passed, ips: wrong ?? [], signed: signed ?? true }),
        address,
      );
      expect(open.verdict).toBe('unknown');
      expect(open.absent).not.toContain(id);
      expect(open.unknown.find((one) => one.id === id)?.reason).toContain(give);
      if (!ips) return;
      expect(because(explanation, report({ passed, ips }), address)).toMatchObject({
        verdict: 'unexplained',
        unknown: [],
      });
    },
  );

  it('has no check where nothing at the sender is its cause', () => {
    expect(
      because(explainReply('552 5.2.2 Mailbox full'), report({ findings: [{ id: 'spf-missing' }] })),
    ).toMatchObject({
      verdict: 'no-check',
      findings: [],
    });
  });

  it('is explained by the list that it names, not by another', () => {
    const listed = (zone: string, address = '203.0.113.25') => ({
      findings: [{ id: 'dnsbl-listed', params: { zone, address } }],
    });
    expect(because(zen, report(listed('zen.spamhaus.org'))).verdict).toBe('explained');
    expect(because(zen, report(listed('zen.dq.spamhaus.net'))).verdict).toBe('explained');
    expect(because(zen, report(listed('bl.spamcop.net'))).verdict).toBe('unexplained');
    expect(because(zen, report(listed('zen.spamhaus.org', '203.0.113.26')), '203.0.113.25').verdict).toBe(
      'unexplained',
    );
    const other = explainReply('554 5.7.1 Client host blocked, you are on a blacklist');
    expect(because(other, report(listed('bl.spamcop.net'))).verdict).toBe('explained');
  });
});

describe('bounces beside audits', () => {
  const text =
    "550 5.7.26 Unauthenticated email from campaign.example is not accepted due to domain's DMARC policy.";

  it('meet the audit of their own sender only', async () => {
    const bounces = await explainBounces([text]);
    const own = report({ findings: [{ id: 'dmarc-unaligned' }] });
    const other = report({ findings: [{ id: 'dmarc-unaligned' }], domain: 'other.example' });
    expect(auditedBounces(bounces, [other]).groups[0]?.audit).toEqual([]);
    expect(auditedBounces(bounces, [own, other]).groups[0]?.audit).toMatchObject([
      { domain: 'campaign.example' },
    ]);
    expect(auditedBounces(bounces, [other], true).groups[0]?.audit).toMatchObject([
      { domain: 'other.example' },
    ]);
  });

  it('leave out what this server refused itself', async () => {
    const line =
      'Mar  4 05:06:07 mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from x[203.0.113.9]: 550 5.7.23 SPF fail; from=<a@campaign.example> to=<b@own.example> proto=ESMTP helo=<x>';
    const bounces = await explainBounces([line]);
    expect(bounces.senders).toEqual([]);
    expect(auditedBounces(bounces, [report({})], true).groups).toMatchObject([
      { origin: 'inbound', audit: [] },
    ]);
  });
});
