import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.ts';
import { sample } from '../bounces/support.ts';
import { captureOutput } from './captured.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/explain.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);
const validateLine = new Ajv2020({ allErrors: true, strictTypes: false }).compile({
  ...schema,
  $id: 'urn:presend:schema:explanation',
  $ref: '#/$defs/explanation',
  required: [],
  properties: {},
  additionalProperties: true,
});

const gmail =
  "550 5.7.26 Unauthenticated email from campaign.example is not accepted due to domain's DMARC policy.";

/** A sender that neither signs nor aligns, and is in one list; its DMARC record asks for rejection. */
const zone = `campaign.example. MX 10 mx.campaign.example.
mx.campaign.example. A 203.0.113.20
campaign.example. TXT "v=spf1 ip4:203.0.113.25 -all"
_dmarc.campaign.example. TXT "v=DMARC1; p=reject"
default._domainkey.campaign.example. TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC+Ws02KJrs6/G4r1DIIqPMQ8zMSbEoz29f3tQfEdW3gK/x5jDlmYl2pBM7UbexBxXyW7ycLuZUZTbqdoeXATRO1pAJ3k63UMaAFyd8pPwuAEd3LG" "vOXZegw09FZF6a8iEYWrpbcm4sDboeHYiPXlCrjip56k11jhWcmAHUgE0gcwIDAQAB"
2.0.0.127.zen.spamhaus.org. A 127.0.0.2
25.113.0.203.zen.spamhaus.org. A 127.0.0.3
`;

let folder: string;
const caught = captureOutput();
const file = (name: string) => join(folder, name);
const explain = (...args: string[]) => main(['explain', ...args]);
const audited = (...args: string[]) => explain(...args, '--audit', '--zone', file('own.zone'), '--offline');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presend-explain-'));
  writeFileSync(file('own.zone'), zone);
  for (const name of ['postfix.log', 'exim.mbox']) writeFileSync(file(name), sample(name));
  writeFileSync(file('bounces.csv'), 'who;what\na@x.example;"550-5.1.1 No such\n550 5.1.1 user"\n');
  writeFileSync(file('empty'), '');
  writeFileSync(file('blank'), ' \n\n');
  writeFileSync(
    file('binary'),
    Uint8Array.from({ length: 5000 }, (_, n) => (n * 37) % 256),
  );
  writeFileSync(file('log.gz'), gzipSync(sample('postfix.log')));
  writeFileSync(file('invalid'), Uint8Array.from([0x35, 0x35, 0x30, 0x20, 0xff, 0xfe, 0xe9]));
  writeFileSync(file('long'), `550 5.1.1 ${'x'.repeat(10_000_000)}`);
  writeFileSync(file('accepted'), '250 2.0.0 OK\n');
  writeFileSync(file('quiet.log'), 'Mar  4 05:06:07 mx postfix/qmgr[1]: ABCDEF1234: removed\n');
});
const { stdin, stdout } = process;
const terminal = { stdin: stdin.isTTY, stdout: stdout.isTTY, columns: stdout.columns };
afterEach(() => {
  Object.assign(stdin, { isTTY: terminal.stdin });
  Object.assign(stdout, { isTTY: terminal.stdout, columns: terminal.columns });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('presend explain', () => {
  it('tells all of one reply', async () => {
    expect(await explain(gmail)).toBe(0);
    const { out, err } = caught;
    expect(err).toBe('');
    expect(out).toMatch(/^1 reply in 1 line of pasted text$/m);
    expect(out).toMatch(/^550 5\.7\.26 {2}Gmail$/m);
    expect(out).toMatch(/^ {2}Cause {5}dmarc-fail-reject \((?:certain|likely)\)$/m);
    expect(out).toMatch(/^ {2}Class {5}permanent$/m);
    expect(out).toMatch(/^ {2}To do {5}give up: /m);
    expect(out).toMatch(/^ {2}Look for {2}dmarc-unaligned, /m);
    expect(out).toMatch(/^ {2}From {6}campaign\.example$/m);
  });

  it('takes words without quotes as one reply, and words with them as several', async () => {
    await explain('550', '5.1.1', 'User', 'unknown');
    expect(caught.out).toMatch(/^1 reply in/m);
    await explain('550 5.1.1 User unknown', '552 5.2.2 Mailbox full');
    expect(caught.out).toMatch(/^2 replies in/m);
  });

  it.each([
    ['an argument', []],
    ['--file', ['--file']],
  ])('reads a file that %s names, and puts a table first', async (_, option) => {
    expect(await explain(...option, file('postfix.log'))).toBe(0);
    const { out } = caught;
    expect(out).toMatch(/^9 replies in 78 lines of a mail log$/m);
    expect(out).toMatch(/^count +reply +receiver +cause, and findings that explain it$/m);
    expect(out).toMatch(/^ +1 +550 5\.7\.26 +Gmail +dmarc-fail-reject$/m);
    expect(out).toMatch(/^ +1 +5\.1\.1 +sending server +recipient-unknown$/m);
    expect(out).toContain('The most frequent');
  });

  it('reads a mailbox, and the column of a table', async () => {
    await explain(file('exim.mbox'));
    expect(caught.out).toMatch(/^6 replies in 6 messages, /m);
    await explain(file('bounces.csv'), '--column', 'what');
    expect(caught.out).toContain('550 5.1.1 No such user');
    expect(await explain(file('bounces.csv'), '--column', 'which')).toBe(2);
    expect(caught.err).toBe('presend: the table has no column "which"; its first line is "who;what"\n');
  });

  it('speaks French', async () => {
    expect(await explain(file('postfix.log'), '--lang', 'fr')).toBe(0);
    const { out } = caught;
    expect(out).toMatch(/^9 réponses dans 78 lignes de journal de messagerie$/m);
    expect(out).toMatch(/^ {2}À faire {3}(?:abandonner|retirer|réessayer)/m);
    expect(await explain(file('empty'), '--lang', 'fr')).toBe(2);
    expect(caught.err).toContain("l'entrée est vide");
  });

  it.each([40, 55, 72, 80, 100])('keeps to %i columns', async (columns) => {
    Object.assign(process.stdout, { isTTY: true, columns });
    for (const lang of ['en', 'fr']) {
      // oxlint-disable-next-line no-await-in-loop -- one output after the other
      await explain(file('postfix.log'), '--lang', lang, '--no-color');
    }
    expect(caught.out.split('\n').filter((line) => line.length > columns)).toEqual([]);
  });
});

describe('the forms of presend explain', () => {
  it('json follows its schema', async () => {
    expect(await explain(file('postfix.log'), '--format', 'json')).toBe(0);
    const document = JSON.parse(caught.out) as { groups: unknown[]; explanations: unknown[]; kind: string };
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document).toMatchObject({ schemaVersion: 1, language: 'en', kind: 'log', replies: 9 });
    expect(document.groups[1]).toMatchObject({
      count: 1,
      receiver: 'gmail',
      example: { recipient: 'gmail@dest.example' },
    });
    expect(document.explanations).toHaveLength(9);
  });

  it('jsonl has a line for each reply', async () => {
    expect(await explain(file('postfix.log'), '--format', 'jsonl', '--lang', 'fr')).toBe(0);
    const lines = caught.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toHaveLength(9);
    for (const line of lines) expect(validateLine(line), JSON.stringify(validateLine.errors)).toBe(true);
    expect(lines[0]).toMatchObject({ cause: 'recipient-unknown', origin: 'local', line: 25 });
  });

  it('csv has a row for each kind of reply, without formulas', async () => {
    expect(await explain('550 5.1.1 User unknown', '=cmd|calc', '--format', 'csv')).toBe(0);
    const rows = caught.out.split('\r\n');
    expect(rows[0]).toMatch(/^count,reply,enhanced,receiver,/);
    expect(rows[1]).toMatch(/^1,550,5\.1\.1,/);
    expect(rows[2]).toContain("'=cmd");
    expect(rows).toHaveLength(4);
  });

  it('leaves no control character to the terminal', async () => {
    writeFileSync(file('control'), '550 5.1.1 \u001b[31mred\u001b]0;title\u0007 \u202e end\n');
    // oxlint-disable-next-line no-await-in-loop -- one output after the other
    for (const format of ['text', 'json', 'jsonl', 'csv']) await explain(file('control'), '--format', format);
    // oxlint-disable-next-line no-control-regex
    expect(caught.out).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

describe('what presend explain cannot read', () => {
  it.each([
    ['an empty file', 'empty', 'the input is empty; give a reply, a bounce message, a mail log or a table'],
    ['white space', 'blank', 'the input is empty; give a reply, a bounce message, a mail log or a table'],
    [
      'binary',
      'binary',
      'the input is binary, not text; give replies, a bounce message, a mail log or a table as text',
    ],
    [
      'a compressed log',
      'log.gz',
      'the input is compressed; unpack it first, as in: zcat mail.log.gz | presend explain',
    ],
    ['a folder', '.', /is a folder$/],
  ])('%s', async (_, name, message) => {
    for (const format of ['text', 'jsonl']) {
      // oxlint-disable-next-line no-await-in-loop -- one output after the other
      expect(await explain(file(name), '--format', format)).toBe(2);
    }
    const [first = '', second] = caught.err.trimEnd().split('\n');
    expect(first).toBe(second);
    if (typeof message === 'string') expect(first).toBe(`presend: ${message}`);
    else expect(first).toMatch(message);
    expect(caught.out).toBe('');
  });

  it('a file that is not there, which --file names', async () => {
    expect(await explain('--file', file('none'))).toBe(2);
    expect(caught.err).toContain('there is no such file');
  });

  it.each([
    ['invalid UTF-8', 'invalid', /^ {2}550 \ufffd+/m],
    ['ten megabytes on one line', 'long', /^1 line too long: only the beginning was read\.$/m],
    ['a reply that accepts', 'accepted', /^No refusal is in this text/m],
    ['a log without a refusal', 'quiet.log', /^This log tells of no mail that was refused or deferred\.$/m],
  ])('but %s it answers', async (_, name, wanted) => {
    expect(await explain(file(name))).toBe(0);
    expect(caught.out).toMatch(wanted);
    expect(caught.out.length).toBeLessThan(4000);
  });

  it('but a reply without a code it explains', async () => {
    expect(await explain('Mailbox is full')).toBe(0);
    expect(caught.out).toMatch(/^no code {2}/m);
    expect(caught.out).toContain('mailbox-full');
  });

  it('nothing at a terminal: it says what to give', async () => {
    Object.assign(process.stdin, { isTTY: true });
    expect(await explain()).toBe(2);
    expect(caught.err).toContain('give a reply, a file, or the text on standard input');
  });
});

describe('presend explain --audit', () => {
  it('says which finding explains the reply', async () => {
    expect(await audited(gmail, '554 5.7.1 Client host [203.0.113.25] blocked using zen.spamhaus.org')).toBe(
      1,
    );
    const { out } = caught;
    expect(out).toContain('campaign.example has what explains this reply');
    expect(out).toMatch(/^ +dnsbl-listed: 203\.0\.113\.25 is listed by Spamhaus ZEN$/m);
    // Nobody said which selector signs.
    expect(out.replace(/\s+/g, ' ')).toContain(
      'the selector that signs is not known; give it with --selector',
    );
  });

  it('takes domain, address and selector from a bounce', async () => {
    expect(await audited(file('exim.mbox'), '--format', 'json')).toBe(1);
    const document = JSON.parse(caught.out) as {
      groups: {
        cause: string;
        audit: { domain: string; verdict: string; findings: { key: string; id: string }[] }[];
      }[];
    };
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const told = (cause: string) => document.groups.find((group) => group.cause === cause)?.audit;
    expect(told('ip-blocklisted')).toMatchObject([{ domain: 'campaign.example', verdict: 'explained' }]);
    expect(told('ip-blocklisted')?.[0]?.findings[0]?.key).toContain('203.0.113.25');
    expect(told('mailbox-full')).toMatchObject([{ verdict: 'no-check' }]);
    // The selector that signed: it has no key.
    const keys = document.groups.flatMap(({ audit }) =>
      audit.flatMap(({ findings }) => findings.map(({ key }) => key)),
    );
    expect(keys).toContain('dkim-selector-missing:s1._domainkey.campaign.example');
  });

  it('lets options win, for a reply that names nobody', async () => {
    const blocked = '554 5.7.1 You are blocked using zen.spamhaus.org';
    expect(await audited(blocked)).toBe(2);
    expect(caught.err).toContain('the input names no sending domain; give it with --from');
    expect(await audited(blocked, '--from', 'News <news@campaign.example>', '--ip', '203.0.113.25')).toBe(1);
    expect(caught.out).toContain('campaign.example has what explains this reply');
    expect(
      await audited(blocked, '--from', 'news@campaign.example', '--ip', '203.0.113.25', '--fail-on', 'never'),
    ).toBe(0);
  });

  it('says that a reply is not explained, or that it could not tell', async () => {
    const missing = '553 5.1.8 <a@campaign.example>: Sender address rejected: Domain not found';
    expect(await audited(missing)).toBe(0);
    expect(caught.out.replace(/\s+/g, ' ')).toContain('campaign.example has none of these findings');
    const code = await explain(
      missing,
      '--audit',
      '--server',
      '127.0.0.1:9',
      '--timeout',
      '0.2',
      '--deadline',
      '3',
    );
    expect(code).toBe(3);
    expect(caught.out.replace(/\s+/g, ' ')).toContain('campaign.example could not be checked in full');
    expect(caught.out).toContain('could not determine domain-missing');
  });

  it('audits nothing for what no check is about', async () => {
    expect(await audited('552 5.2.2 <a@campaign.example>: Mailbox full')).toBe(0);
    expect(caught.err).toContain('no check of presend is about these replies, so nothing was audited');
  });

  it.each([
    [
      'an option of the audit without it',
      [gmail, '--ip', '203.0.113.25'],
      '--ip is for --audit, which is not given',
    ],
    [
      'an option that is for reports',
      [gmail, '--fix', 'x'],
      '--fix is for presend audit; explain has no use for it',
    ],
    ['lines', [gmail, '--audit', '--format', 'jsonl'], '--audit sums up all replies'],
    ['an address that is none', [gmail, '--audit', '--ip', 'x'], '--ip "x" is no IP address'],
  ])('refuses %s', async (_, args, message) => {
    expect(await explain(...args)).toBe(2);
    expect(caught.err).toContain(message);
  });
});
