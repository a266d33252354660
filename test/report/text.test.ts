import { describe, expect, it } from 'vitest';
import { audit, type Report, renderers, type SubjectInput, zoneResolver } from '../../src/index.ts';

const options = { width: 80, color: false } as const;
const draw = (report: Report) => renderers.text.render([report], options);
const flat = (text: string) => text.replace(/\s+/g, ' ');

const zone = `
e.test. TXT "v=spf1 a:mx.e.test -all"
e.test. MX 10 mx.e.test.
mx.e.test. A 192.0.2.1
`;

function auditZone(input: Partial<SubjectInput>, text = zone): Promise<Report> {
  return audit({ domain: 'e.test', ...input }, { resolver: zoneResolver(text) });
}

/** The lines between the domain and the verdict's meaning. */
async function head(input: Partial<SubjectInput>, text = zone): Promise<string> {
  return flat(draw(await auditZone(input, text)).split('\n\n')[0] ?? '');
}

describe('the heading', () => {
  it.each<[string, Partial<SubjectInput>, string]>([
    ['an address', { from: 'a@e.test' }, 'From a@e.test;'],
    ['a name and an address', { from: 'News desk <a@e.test>' }, 'From News desk <a@e.test>;'],
    ['an empty From', { from: '' }, 'From "";'],
    ['words that are no address', { from: 'no address; really' }, 'From "no address; really";'],
    ['a word that is no address', { from: 'News' }, 'From "News";'],
    ['two @', { mailFrom: 'a@@e.test' }, 'envelope sender "a@@e.test"'],
    ['the null sender', { mailFrom: '' }, '; null envelope sender;'],
    ['the null sender in brackets', { mailFrom: '<>' }, 'null envelope sender;'],
    ['an envelope sender with a blank', { mailFrom: 'a b@e.test' }, 'envelope sender "a b@e.test"'],
    ['an EHLO with a blank', { helo: 'a host' }, 'EHLO "a host"'],
    ['an EHLO', { helo: 'mx.e.test' }, 'EHLO mx.e.test'],
    ['a host that SPF authorizes', {}, '; 1 host that SPF authorizes singly'],
  ])('%s', async (_, input, expected) => {
    const text = await head(input);
    expect(`${text};`.replace(/^\S+ [A-Z ]+? (?=From|null|envelope)/, '; ')).toContain(expected);
  });

  it('cuts what is endless', async () => {
    const ips = Array.from({ length: 17 }, (_, index) => `192.0.2.${index + 1}`);
    const text = await head({ from: `${'x'.repeat(300)}@e.test`, ips });
    expect(text).toContain('sent from 192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4, 192.0.2.5 and 12 more');
    expect(text.replaceAll(' ', '')).toContain(`${'x'.repeat(100)}…`);
    expect(text.replaceAll(' ', '')).not.toContain('x'.repeat(101));
  });

  it('says how many hosts it looked at of all that SPF authorizes', async () => {
    const report = await auditZone({});
    const { senders } = report.facts;
    if (!senders?.ok) throw new Error('no senders');
    const more = { ok: true as const, value: { ...senders.value, omitted: 999 } };
    expect(flat(draw({ ...report, facts: { ...report.facts, senders: more } }))).toContain(
      '1 of 1,000 hosts that SPF authorizes singly',
    );
  });

  it('says of a domain that does not exist that nothing else could be judged', async () => {
    const text = draw(await auditZone({ domain: 'nothing.test' }));
    expect(flat(text)).toContain('The domain does not exist, so nothing else could be judged.');
    expect(text).not.toContain('Only DNSBL');
  });

  it('says what was judged where one of two domains does not exist', async () => {
    const text = flat(draw(await auditZone({ mailFrom: 'a@nothing.test' })));
    expect(text).toContain('nothing.test does not exist: only DKIM, DMARC and DNSBL were judged.');
  });
});

describe('many findings of one kind', () => {
  it('draws three of them, then names ten and counts the others; JSON keeps all', async () => {
    const ips = Array.from({ length: 20 }, (_, index) => `192.0.2.${index + 101}`);
    const report = await auditZone({ ips });
    const text = draw(report);
    const count = report.findings.filter(({ id }) => id === 'ptr-missing').length;
    expect(count).toBeGreaterThanOrEqual(20);
    expect(text.match(/has no reverse name +ptr-missing$/gm)).toHaveLength(3);
    const others = flat(text).match(/and (\d+) more: (.*?) and (\d+) others ptr-missing/);
    expect(others?.[1]).toBe(String(count - 3));
    expect(others?.[2]?.split(', ')).toHaveLength(10);
    expect(others?.[3]).toBe(String(count - 13));
    const { reports } = JSON.parse(renderers.json.render([report], options)) as { reports: [Report] };
    expect(reports[0].findings).toHaveLength(report.findings.length);
  });

  it('draws each that asks for something of its own', async () => {
    const faulty = zone.replace('a:mx.e.test', 'ip4:x ip6:x foo:x exists:');
    const report = await auditZone({}, faulty);
    const faults = report.findings.filter(({ id }) => id === 'spf-syntax');
    expect(faults.length).toBeGreaterThanOrEqual(4);
    expect(new Set(faults.map(({ remedy }) => remedy)).size).toBeGreaterThanOrEqual(3);
    expect(draw(report)).not.toMatch(/and \d+ more:/);
  });
});

describe('what could not be told', () => {
  const failing = (fails: (name: string) => boolean) => {
    const whole = zoneResolver(zone);
    return {
      query: ((name, type, signal) =>
        fails(name) && type === 'TXT'
          ? Promise.resolve({ status: 'failed', failure: 'servfail' })
          : whole.query(name, type, signal)) as typeof whole.query,
    };
  };

  it('names the area where all its checks hang on one question', async () => {
    const report = await audit('e.test', { resolver: failing((name) => name === 'e.test') });
    const text = draw(report);
    expect(text).toContain('everything about SPF');
    expect(text).not.toMatch(/spf-syntax/);
    expect(flat(text)).toMatch(/everything about SPF, .*ptr-missing/);
  });

  it('names the checks where some of the area could be told', async () => {
    const report = await audit('e.test', { resolver: failing((name) => name === 'e.test') });
    const told = { ...report, passed: [...report.passed, 'spf-told'] };
    expect(draw(told)).not.toContain('everything about SPF');
    expect(draw(told)).toContain('spf-syntax');
  });

  it('says in one line that no list answers, as with --offline', async () => {
    const report = await auditZone({});
    const lists = report.facts.dnsbl?.ok ? report.facts.dnsbl.value.lists.length : 0;
    expect(lists).toBeGreaterThan(5);
    expect(draw(report)).toContain(`blocklists: none of the ${lists} lists answered its own test entry`);
    expect(draw(report)).not.toContain('spamhaus');
  });

  it('names the silent lists where one of them answers', async () => {
    const report = await auditZone({}, `${zone}\n2.0.0.127.zen.spamhaus.org. A 127.0.0.2\n`);
    expect(draw(report)).not.toContain('none of the');
    expect(draw(report)).toContain('bl.spamcop.net');
  });
});

describe('a record', () => {
  it('of 60 kB takes a few lines, with the fault among them', async () => {
    const long = Array.from({ length: 120 }, () => `"${'ip4:192.0.2.1 '.repeat(18)}"`).join(' ');
    const report = await auditZone({}, `e.test. TXT "v=spf1 " ${long} "ip4:x " ${long} "-all"\n`);
    const text = draw(report);
    expect(text.split('\n').length).toBeLessThan(260);
    expect(text).toMatch(/^ {4}… [\d,]+ characters …$/m);
  });

  it('in UTF-8 is shown as it was written, the mark under the fault', async () => {
    const report = await auditZone({}, 'e.test. TXT "v=spf1 a:é€.test -all"\n');
    const lines = draw(report).split('\n');
    const at = lines.findIndex((line) => line.includes('v=spf1 a:é€.test -all'));
    expect(at).toBeGreaterThan(0);
    const column = lines[at]?.indexOf('é') ?? -1;
    expect(lines[at + 1]?.[column]).toBe('^');
  });
});

describe('the results beyond those that are drawn', () => {
  const ips = Array.from({ length: 6 }, (_, index) => `192.0.2.${index + 1}`);
  const survey = (report: Report) => renderers.text.render([report], { ...options, survey: true });

  it('are those of the EHLO name apart from those of the envelope sender', async () => {
    const text = survey(await auditZone({ ips, helo: 'nothing.e.test' }));
    expect(text).toContain('Results for EHLO nothing.e.test\nnone       192.0.2.3, 192.0.2.4');
    expect(text).not.toContain('Results for envelope');
  });

  it('name no identity where there is but one', async () => {
    const more = [...ips, ...ips.map((ip) => `${ip}0`)];
    const text = survey(await auditZone({ ips: more }));
    expect(text).toContain('\n\nfail       192.0.2.30, 192.0.2.40');
    expect(text).not.toContain('Results for');
  });
});

describe('what a record to publish comes to', () => {
  const names = Array.from({ length: 11 }, (_, index) => `h${index}.e.test`);
  const hosts = names.map((name, index) => `${name}. A 192.0.2.${index + 1}`).join('\n');
  const terms = names.map((name) => `a:${name}`).join(' ');
  it.each<[string, string]>([
    ['e.test. TXT "v=spf1 a:h1.e.test ?all"', '1 lookup, the same hosts authorized'],
    [
      'e.test. TXT "v=spf1 a:h1.e.test +all"',
      '1 lookup, the hosts named today authorized, and no longer everyone',
    ],
    ['e.test. TXT " v=spf1 a:h1.e.test -all"', '1 lookup, hosts authorized that no record names today'],
    [
      'e.test. TXT "v=spf1 a:h1.e.test -all a:h2.e.test"',
      '2 lookups, the hosts named today authorized, and others',
    ],
    [
      'e.test. TXT "v=spf1 a:h1.e.test -all"\ne.test. TXT "v=spf1 exists:%{i}.e.test ~all"',
      '2 lookups, the hosts named today authorized, and who else could not be determined',
    ],
    [
      `e.test. TXT "v=spf1 ${terms} ?all"`,
      '11 lookups, still above the limit of 10, the same hosts authorized',
    ],
  ])('%s', async (records, words) => {
    const text = flat(draw(await auditZone({}, `${records}\n${hosts}\n`)));
    expect(text).toMatch(new RegExp(`audited again with it: ${words}(?! and|,)`));
  });
});

describe('the receivers', () => {
  const section = (text: string) => text.split('\n\n').find((part) => part.startsWith('Receivers\n')) ?? '';
  const refusing = `${zone}_dmarc.e.test. TXT "v=DMARC1; p=none; rua=mailto:a@e.test"\n`;
  const mail = { ips: ['192.0.2.1'], from: 'a@e.test', mailFrom: 'b@e.test' };

  it('stand in groups by what they do, the reply beside those that refuse or defer', async () => {
    const report = await auditZone(mail, refusing);
    const text = section(draw(report));
    expect(flat(text)).toContain('refuse Gmail 550 5.7.25; Comcast 554; GMX, web.de 554');
    expect(flat(text)).toContain('defer Orange 421; Free 421; OVH 450 4.7.1');
    expect(flat(text)).toContain('could not tell SFR');
    const names = report.receivers.map(({ receiverName }) => receiverName);
    for (const name of names) expect(flat(text).split(name)).toHaveLength(2);
  });

  it('that publish no reply to a rule are told with it, as no refusal tells of it', async () => {
    const report = await auditZone({ ...mail, volume: 'bulk', selectors: ['s1'] }, refusing);
    expect(flat(section(draw(report)))).toMatch(
      /may refuse .*iCloud: a demand is not met, .* published: bulk senders must have SPF/,
    );
  });

  it('that file mail as spam are told apart from those that accept, with the rule and how sure it is', async () => {
    const esp = 'esp.test. TXT "v=spf1 ip4:192.0.2.1 -all"\nesp.test. MX 10 mx.e.test.\n';
    const named = `${refusing.replace('p=none', 'p=quarantine')}1.2.0.192.in-addr.arpa. PTR mx.e.test.\n${esp}`;
    const unaligned = { ...mail, mailFrom: 'b@esp.test', selectors: ['s1@esp.test'] };
    const text = flat(section(draw(await auditZone(unaligned, named))));
    expect(text).toMatch(
      /may file as spam .*Exchange Online.*: taken, but put in the spam folder: the DMARC policy is quarantine.*; inferred/,
    );
    expect(text).not.toMatch(/accept .*Exchange Online/);
  });

  it('that refuse by what they do not publish are no mere chance in the heading', async () => {
    const gone = 'd.e.test. TXT "v=spf1 ip4:192.0.2.1 -all"\nd.e.test. MX 10 nowhere.e.test.\n';
    const named = `${refusing}1.2.0.192.in-addr.arpa. PTR mx.e.test.\n${gone}`;
    const report = await auditZone({ ...mail, mailFrom: 'b@d.e.test' }, named);
    expect(report.verdict).toBe('at-risk');
    const text = draw(report);
    expect(flat(text)).toContain('refuse Exim 550');
    expect(text).toContain('Some receivers refuse this mail, though not by a rule that they publish.');
  });

  it('fit every width', async () => {
    const report = await auditZone(mail, refusing);
    for (let width = 40; width <= 100; width += 1)
      for (const line of renderers.text.render([report], { ...options, width }).split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(width);
  });

  it('are left out where one protocol alone was judged', async () => {
    const report = await audit({ domain: 'e.test' }, { resolver: zoneResolver(zone), sections: ['spf'] });
    expect(report.receivers).toHaveLength(16);
    expect(report.receivers.filter(({ verdict }) => verdict === 'accept')).toEqual([]);
    expect(section(draw(report))).toBe('');
  });

  it('are none of a domain that sends nothing', async () => {
    const report = await auditZone({ profile: 'parked' });
    expect(report.receivers).toEqual([]);
    expect(section(draw(report))).toBe('');
  });

  it('are told in French', async () => {
    const report = await audit(
      { domain: 'e.test', ...mail },
      { resolver: zoneResolver(refusing), language: 'fr' },
    );
    const text = flat(renderers.text.render([report], { ...options, language: 'fr' }));
    expect(text).toContain('refusent Gmail 550 5.7.25');
    expect(text).toContain("192.0.2.1 n'a pas de PTR qui y ramène ou refusé temporairement par 451 4.7.23");
    expect(report.receivers[0]?.rule).toBe("192.0.2.1 n'a pas de PTR qui y ramène");
  });
});

describe('the refusals', () => {
  it('for one reason stand together, with what is said of some of them alone', async () => {
    const reject = `${zone}_dmarc.e.test. TXT "v=DMARC1; p=reject; rua=mailto:a@e.test"\n`;
    const text = draw(await auditZone({}, reject));
    expect(text.match(/the DMARC policy is reject, and this mail may\n/g)).toHaveLength(1);
    expect(flat(text)).toMatch(/Orange: OFR_515/);
    expect(flat(text)).toMatch(/iCloud: seen in public, not documented/);
  });

  it('that are only inferred are not among those that are certain', async () => {
    const bare =
      'e.test. TXT "v=spf1 ip4:192.0.2.9 ~all"\ne.test. MX 10 mx.e.test.\nmx.e.test. A 192.0.2.1\n';
    const text = draw(await auditZone({ ips: ['192.0.2.1'] }, bare));
    const [certain = '', others = ''] = text.split('Who else might, and when');
    expect(others).toMatch(/Orange +421 +SPF does not pass/);
    expect(certain).not.toMatch(/SPF does not pass$/m);
  });
});
