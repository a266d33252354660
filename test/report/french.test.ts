import { describe, expect, it } from 'vitest';
import { audit, renderers, type Report, type SubjectInput, zoneResolver } from '../../src/index.ts';
import { heading } from '../../src/report/text/heading.ts';
import { painter } from '../../src/report/text/style.ts';
import { auditFixture } from '../support/audit-fixture.ts';
import { englishWords } from '../support/english-words.ts';
import { allFixtures } from '../support/fixture.ts';

const options = { width: 80, color: false, language: 'fr' } as const;
const flat = (text: string) => text.replace(/\s+/g, ' ');
const draw = (report: Report, width = 80) => renderers.text.render([report], { ...options, width });

const zone = `
e.test. TXT "v=spf1 a:mx.e.test -all"
e.test. MX 10 mx.e.test.
mx.e.test. A 192.0.2.1
`;

function auditZone(input: Partial<SubjectInput>, text = zone): Promise<Report> {
  return audit({ domain: 'e.test', ...input }, { resolver: zoneResolver(text), language: 'fr' });
}

const head = async (input: Partial<SubjectInput>, text = zone) =>
  flat(heading(await auditZone(input, text), options, painter(options)).join('\n'));

describe('the heading in French', () => {
  it.each<[string, Partial<SubjectInput>, string]>([
    [
      'nothing given',
      {},
      "En-tête From et expéditeur d'enveloppe présumés au domaine e.test ; 1 hôte que SPF autorise isolément ",
    ],
    [
      'a From header',
      { from: 'a@e.test' },
      "En-tête From a@e.test ; expéditeur d'enveloppe présumé au domaine e.test ;",
    ],
    [
      'an envelope sender',
      { mailFrom: 'a@e.test' },
      "expéditeur d'enveloppe a@e.test ; en-tête From présumé au domaine e.test ;",
    ],
    ['the null sender', { mailFrom: '<>' }, "expéditeur d'enveloppe nul ;"],
    ['an EHLO', { helo: 'mx.e.test' }, '; EHLO mx.e.test '],
    ['an address', { ips: ['192.0.2.9'] }, '; envoi depuis 192.0.2.9 ; 1 hôte que SPF autorise isolément'],
    [
      'six addresses',
      { ips: Array.from({ length: 6 }, (_, index) => `192.0.2.${index + 11}`) },
      '192.0.2.14, 192.0.2.15 et 1 autre ;',
    ],
    [
      'many addresses',
      { ips: Array.from({ length: 17 }, (_, index) => `192.0.2.${index + 11}`) },
      '192.0.2.14, 192.0.2.15 et 12 autres ;',
    ],
    ['a parked domain', { profile: 'parked' }, 'Parqué : il ne doit pas envoyer de courrier'],
    [
      'a domain that does not exist',
      { domain: 'rien.test' },
      "Le domaine n'existe pas : rien d'autre n'a pu être jugé.",
    ],
    [
      'one of two that does not exist',
      { mailFrom: 'a@rien.test' },
      "rien.test n'existe pas : seuls DKIM, DMARC et DNSBL ont été jugés.",
    ],
  ])('of %s', async (_, input, expected) => {
    expect(await head(input)).toContain(expected);
  });

  it('without a sending address', async () => {
    expect(await head({}, 'e.test. TXT "v=spf1 -all"\n')).toContain(
      "aucune adresse d'envoi connue : indiquer --ip",
    );
  });

  it('says how many hosts it looked at of all that SPF authorizes', async () => {
    const report = await auditZone({});
    const { senders } = report.facts;
    if (!senders?.ok) throw new Error('no senders');
    const more = { ok: true as const, value: { ...senders.value, omitted: 1299 } };
    const told = { ...report, facts: { ...report.facts, senders: more } };
    expect(flat(draw(told))).toContain('1 des 1 300 hôtes que SPF autorise isolément');
  });

  it('says what alone was judged', async () => {
    const resolver = zoneResolver(zone);
    const report = await audit('e.test', { resolver, sections: ['domain', 'spf'], language: 'fr' });
    expect(flat(draw(report))).toContain('Seul SPF a été jugé.');
  });
});

describe('the verdicts in French', () => {
  it.each([
    ['ready', 'PRÊT', "Aucun motif connu de refus par un destinataire n'a été trouvé."],
    [
      'at-risk',
      'À RISQUE',
      'Certains destinataires peuvent refuser ce courrier ; voir les conditions plus bas.',
    ],
    ['rejected', 'REJETÉ', "Des destinataires refuseront ce courrier d'après des règles qu'ils publient."],
    ['unknown', 'INDÉTERMINÉ', "Certains points dont dépend le verdict n'ont pas pu être déterminés."],
  ] as const)('%s', async (verdict, word, meaning) => {
    const lines = heading({ ...(await auditZone({})), verdict }, options, painter(options));
    expect(lines[0]).toBe(`e.test${word.padStart(74)}`);
    expect(flat(lines.join('\n'))).toContain(meaning);
  });
});

describe('the frame of the findings in French', () => {
  it('labels them in columns of their own', async () => {
    const report = await auditZone({}, zone.replace('-all', '-al'));
    const text = draw(report);
    const severe = (severity: Report['findings'][number]['severity']) =>
      draw({ ...report, findings: report.findings.map((one) => ({ ...one, severity })) });
    expect(severe('critical')).toMatch(/^CRITIQUE {6}\S/m);
    expect(severe('error')).toMatch(/^ERREUR {8}\S/m);
    expect(severe('warning')).toMatch(/^AVERTISSEMENT \S/m);
    expect(severe('notice')).toMatch(/^REMARQUE {6}\S/m);
    expect(severe('info')).toMatch(/^INFO {10}\S/m);
    expect(text).toMatch(/^ {2}Pourquoi {4}\S/m);
    expect(text).toMatch(/^ {2}Remède {6}\S/m);
    expect(text).toMatch(/^ {2}Publier {5}\S/m);
    expect(text).not.toMatch(/^(?:ERROR|WARNING|NOTICE|CRITICAL| {2}(?:Why|Do|Publish)) /m);
  });

  it('counts them, with plurals', async () => {
    const report = await auditZone({});
    const [finding] = report.findings;
    if (!finding) throw new Error('no finding');
    const of = (severity: Report['findings'][number]['severity'], count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...finding, key: `x:${severity}${index}`, severity }));
    const counts = (told: Partial<Report>) =>
      draw({ ...report, unknown: [], ...told })
        .split('\n\n')
        .map(flat)
        .find((part) => part.includes('contrôle'));
    expect(
      counts({
        findings: [...of('critical', 2), ...of('error', 1), ...of('warning', 3), ...of('notice', 2)],
        passed: ['x', 'y'],
        queries: 5,
      }),
    ).toBe('2 critiques, 1 erreur, 3 avertissements, 2 remarques ; 2 contrôles réussis ; 5 requêtes DNS');
    const [unknown] = report.unknown;
    expect(
      counts({
        findings: [],
        passed: ['x'],
        queries: 1,
        unknown: unknown ? [{ ...unknown, blocking: true }] : [],
      }),
    ).toBe('rien à signaler ; 1 contrôle réussi ; 1 indéterminé ; 1 requête DNS');
  });

  it('names the others of many that ask for the same', async () => {
    const ips = Array.from({ length: 20 }, (_, index) => `192.0.2.${index + 101}`);
    const report = await auditZone({ ips });
    const count = report.findings.filter(({ id }) => id === 'ptr-missing').length;
    expect(flat(draw(report))).toMatch(
      new RegExp(`et ${count - 3} de plus : 192.* et ${count - 13} autres ptr-missing`),
    );
  });

  it('says how much of a long record is left out', async () => {
    const long = Array.from({ length: 120 }, () => `"${'ip4:192.0.2.1 '.repeat(18)}"`).join(' ');
    const text = draw(await auditZone({}, `e.test. TXT "v=spf1 " ${long} "ip4:x " ${long} "-all"\n`));
    expect(text).toMatch(/^ {4}… [\d ]+ caractères …$/m);
  });
});

describe('what could not be told, in French', () => {
  it('names the area where all its checks hang on one question', async () => {
    const whole = zoneResolver(zone);
    const query = ((name, type, signal) =>
      name === 'e.test' && type === 'TXT'
        ? Promise.resolve({ status: 'failed', failure: 'servfail' })
        : whole.query(name, type, signal)) as typeof whole.query;
    const text = draw(await audit('e.test', { resolver: { query }, language: 'fr' }));
    expect(text).toContain('\nINDÉTERMINÉ\n  e.test TXT : le serveur a répondu SERVFAIL\n');
    expect(text).toContain('tout ce qui touche à SPF');
    expect(text).toContain("\nNON COUVERT (le verdict n'en dépend pas)\n");
  });

  it('says in one line that no list answers, as with --offline', async () => {
    const report = await auditZone({});
    const lists = report.facts.dnsbl?.ok ? report.facts.dnsbl.value.lists.length : 0;
    expect(flat(draw(report))).toContain(
      `listes noires : aucune des ${lists} listes n'a répondu à son propre point d'essai`,
    );
  });
});

describe.each(allFixtures().filter(({ name }) => name.startsWith('report/')))(
  'the French report of $name',
  (fixture) => {
    it('keeps to the width, and its heading holds no English', async () => {
      const { report } = await auditFixture({ ...fixture, args: [...fixture.args, '--lang', 'fr'] });
      for (const width of [80, 44]) {
        expect(
          draw(report, width)
            .split('\n')
            .filter((line) => line.length > width),
        ).toEqual([]);
        const told = heading(report, { ...options, width }, painter(options));
        expect(englishWords(flat(told.join(' ')).replace(/en-tête From/gi, ''))).toEqual([]);
      }
    });
  },
);
