import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { main } from '../../src/cli/program.ts';
import type { Report } from '../../src/index.ts';
import { captureOutput } from './captured.ts';

const zone = `bad.test. A 192.0.2.80
bad.test. MX 1 mx.bad.test.
mx.bad.test. A 192.0.2.81
bad.test. TXT "site-verification=1"
bad.test. TXT "v=spf1 mx -al"
_dmarc.bad.test. TXT "v=DMARC1; p=rejct; rua=mailto:dmarc@bad.test"
good.test. A 192.0.2.80
good.test. TXT "v=spf1 -all"
`;

const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);

const caught = captureOutput();
let folder: string;
const file = (name: string) => join(folder, name);
const spfOf = (...args: string[]) => main(['spf', ...args, '--zone', file('bad.zone'), '--offline']);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presend-fix-'));
  writeFileSync(file('bad.zone'), zone);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('--fix', () => {
  it('writes what to publish, and says what an audit with it comes to', async () => {
    expect(await spfOf('bad.test', '--fix', file('fixes.zone'))).toBe(1);
    expect(caught.out).toContain(
      'Audited again with the record to publish: READY\n  Nothing is found any more.\n',
    );
    const fixes = readFileSync(file('fixes.zone'), 'utf8');
    expect(fixes).toContain('; spf-syntax\nbad.test. 3600 IN TXT "v=spf1 mx -all"\n');
    expect(fixes).toContain('bad.test. 3600 IN TXT "site-verification=1"');
    writeFileSync(file('both.zone'), `${zone.replace('bad.test. TXT "v=spf1 mx -al"\n', '')}${fixes}`);
    expect(await main(['spf', 'bad.test', '--zone', file('both.zone'), '--offline'])).toBe(0);
  });

  it('says it in JSON too, with the records and what is left', async () => {
    await spfOf('bad.test', 'good.test', '--fix', file('fixes.zone'), '--format', 'json');
    const { reports } = JSON.parse(caught.out) as { reports: Pick<Report, 'corrected'>[] };
    expect(reports.map(({ corrected }) => corrected)).toEqual([
      {
        records: [{ name: 'bad.test', type: 'TXT', value: 'v=spf1 mx -all', findings: ['spf-syntax'] }],
        verdict: 'ready',
        left: [],
      },
      null,
    ]);
    expect(validate(JSON.parse(caught.out)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('names what is left', async () => {
    const args = ['--zone', file('bad.zone'), '--offline', '--fix', file('fixes.zone')];
    await main(['audit', 'bad.test', ...args]);
    expect(caught.out).toMatch(/\nAudited again with the 2 records to publish: [A-Z ]+\n {2}Left: \S+/);
  });

  it('says where nothing is to be published', async () => {
    expect(await spfOf('good.test', '--fix', file('none.zone'))).toBe(0);
    expect(caught.out).toContain('No remedy is a record to publish.');
  });

  it('says in one line that the file cannot be written', async () => {
    expect(await spfOf('bad.test', '--fix', file('nowhere/fixes.zone'))).toBe(2);
    expect(caught.err.trim().split('\n')).toHaveLength(1);
    expect(caught.err).toContain('cannot write');
  });
});
