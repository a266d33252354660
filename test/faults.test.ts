import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  audit,
  type Question,
  type Report,
  type Resolver,
  type SubjectInput,
  zoneResolver,
} from '../src/index.ts';
import { isFailed } from '../src/dns/resolver.ts';

const read = (path: string) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

/** Domains that ask something at every level, sound and unsound. */
const subjects: readonly { readonly name: string; readonly zone: string; readonly input: SubjectInput }[] = [
  {
    name: 'a sound domain',
    zone: `${read('report/ready.zone')}
2.0.0.127.zen.spamhaus.org. A 127.0.0.2
test.dbl.spamhaus.org. A 127.0.1.2
`,
    input: {
      domain: 'example.test',
      ips: ['192.0.2.25'],
      selectors: ['s1'],
      from: 'news@example.test',
      mailFrom: 'bounces@example.test',
    },
  },
  {
    name: 'a domain with includes and senders by name',
    zone: `; includes two deep, hosts by a and mx
example.test. MX 10 mx.example.test.
mx.example.test. A 192.0.2.10
10.2.0.192.in-addr.arpa. PTR mx.example.test.
out.example.test. A 192.0.2.11
11.2.0.192.in-addr.arpa. PTR out.example.test.
example.test. TXT "v=spf1 mx a:out.example.test include:one.test -all"
one.test. TXT "v=spf1 include:two.test ?all"
two.test. TXT "v=spf1 ip4:198.51.100.0/24 -all"
default._domainkey.example.test. TXT "v=DKIM1; p="
_dmarc.example.test. TXT "v=DMARC1; p=reject; rua=mailto:d@example.test"
2.0.0.127.zen.spamhaus.org. A 127.0.0.2
11.2.0.192.zen.spamhaus.org. A 127.0.0.3
`,
    input: { domain: 'example.test' },
  },
  {
    name: 'the broken campaign domain',
    zone: `${read('real/published.zone')}\n${read('real/campaign.zone')}`,
    input: { domain: 'campaign.example', ips: ['203.0.113.25'], selectors: ['news'] },
  },
];

const same = (a: Question, b: Question) => a.type === b.type && a.name.toLowerCase() === b.name.toLowerCase();

/** Answers as `resolver` does, but for one question. */
function failing(resolver: Resolver, question: Question): Resolver {
  return {
    query: async (name, type) =>
      same({ name, type }, question) ? { status: 'failed', failure: 'servfail' } : resolver.query(name, type),
  };
}

async function questionsOf(
  input: SubjectInput,
  resolver: Resolver,
): Promise<{ asked: Question[]; report: Report }> {
  const asked: Question[] = [];
  const listening: Resolver = {
    query(name, type) {
      asked.push({ name, type });
      return resolver.query(name, type);
    },
  };
  return { report: await audit(input, { resolver: listening }), asked };
}

const keys = ({ findings }: Report) => findings.map(({ key }) => key);
const areas = (report: Report) => new Set(report.unknown.map(({ id }) => id));

describe.each(subjects)('$name, with one question after the other failing', ({ zone, input }) => {
  it('gains no finding, and loses none without saying that it could not tell', async () => {
    const whole = zoneResolver(zone);
    const { asked, report: healthy } = await questionsOf(input, whole);
    expect(asked.length).toBeGreaterThan(80);
    const wrong: string[] = [];
    for (const question of asked) {
      // oxlint-disable-next-line no-await-in-loop -- one fault at a time
      const report = await audit(input, { resolver: failing(whole, question) });
      const told = areas(report);
      const gained = keys(report).filter((key) => !keys(healthy).includes(key));
      const lost = healthy.findings.filter(({ key, id }) => !keys(report).includes(key) && !told.has(id));
      const better =
        ['unknown', 'rejected', 'at-risk', 'ready'].indexOf(report.verdict) >
        ['unknown', 'rejected', 'at-risk', 'ready'].indexOf(healthy.verdict);
      const about = `${question.type} ${question.name}`;
      if (gained.length > 0) wrong.push(`${about}: found ${gained.join(', ')}`);
      if (lost.length > 0) wrong.push(`${about}: lost ${lost.map(({ key }) => key).join(', ')}`);
      if (better && !report.unknown.some(({ blocking }) => !blocking))
        wrong.push(`${about}: ${healthy.verdict} became ${report.verdict}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('does fail the question that was chosen', async () => {
    const question: Question = { name: 'example.test', type: 'TXT' };
    const answer = await failing(zoneResolver(zone), question).query('EXAMPLE.test', 'TXT');
    expect(isFailed({ ...question, answer })).toBe(true);
  });
});
