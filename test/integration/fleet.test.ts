import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, nodeResolver, once, type Report } from '../../src/index.ts';
import type { Daemon } from './daemon.ts';
import { cannotRun, shared, startNsd } from './nsd.ts';

const fleet = join(shared, 'lab', 'fleet.mjs');
const reason = cannotRun(fleet);
const size = 200;

/** How each fault was planted, and the finding it must lead to; nothing else may name it. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  spf: {
    missing: 'spf-missing',
    multiple: 'spf-multiple-records',
    toomany: 'spf-lookup-limit',
    plusall: 'spf-all-pass',
    neutral: 'spf-all-neutral',
    syntax: 'spf-syntax',
    voidinclude: 'spf-include-missing',
  },
  dkim: {
    rsa512: 'dkim-key-short',
    rsa1024: 'dkim-key-weak',
    revoked: 'dkim-key-revoked',
    missing: 'dkim-missing',
    ed25519: 'dkim-ed25519-only',
  },
  dmarc: {
    missing: 'dmarc-missing',
    multiple: 'dmarc-multiple-records',
    invalid: 'dmarc-policy-invalid',
    none: 'dmarc-policy-none',
  },
  mx: { nullmx: 'mx-null-sender', missing: 'mx-missing', dangling: 'mx-unresolvable' },
  listed: { ip: 'dnsbl-listed', domain: 'dnsbl-domain-listed' },
};

interface Truth {
  readonly domain: string;
  readonly made: Readonly<Record<string, string>>;
}

function readTruth(folder: string): Truth[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'truth.tsv'), 'utf8').trim().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const made = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    return { domain: cells[0] ?? '', made };
  });
}

/** What the truth demands of a report and what it forbids, as differences. */
function differences({ domain, made }: Truth, report: Report): string[] {
  const found = new Set(report.findings.map(({ id }) => id));
  return Object.entries(planted).flatMap(([column, faults]) =>
    Object.entries(faults).flatMap(([fault, id]) => {
      const due = made[column] === fault;
      if (due === found.has(id)) return [];
      return [`${domain}: ${column}=${made[column]}, ${id} ${due ? 'not found' : 'found'}`];
    }),
  );
}

describe.skipIf(reason !== null)(
  `a fleet of ${size} domains on NSD${reason === null ? '' : ` (skipped: ${reason})`}`,
  () => {
    let nsd: Daemon;
    let truth: Truth[];
    const reports: Report[] = [];

    beforeAll(async () => {
      nsd = await startNsd((folder) => {
        execFileSync('node', [fleet, '--domains', String(size), '--seed', '7', '--out', folder], {
          stdio: 'ignore',
        });
      });
      truth = readTruth(nsd.folder);
      const resolver = once(nodeResolver({ servers: [nsd.server] }));
      for (const { domain } of truth) {
        // oxlint-disable-next-line no-await-in-loop -- the test lists may be asked once a run only
        reports.push(await audit(domain, { resolver }));
      }
    }, 120_000);
    afterAll(() => nsd?.stop());

    it('finds in each domain what was planted, and nothing of it elsewhere', () => {
      expect(truth).toHaveLength(size);
      expect(truth.flatMap((one, index) => differences(one, reports[index] as Report))).toEqual([]);
    });

    it('has planted every fault, so that the comparison means something', () => {
      const ids = Object.entries(planted).flatMap(([column, faults]) =>
        Object.entries(faults).map(([fault, id]) => ({
          id,
          count: truth.filter(({ made }) => made[column] === fault).length,
        })),
      );
      expect(ids.filter(({ count }) => count > 0).length).toBe(ids.length);
      const counted = ids.map(({ id, count }) => `${id} ${count}`).join(', ');
      process.stdout.write(`fleet, domains by planted fault: ${counted}\n`);
    });

    it('is kept from no verdict by an unknown', () => {
      const blocked = reports.flatMap((report) =>
        report.unknown.filter(({ blocking }) => blocking).map(({ key }) => key),
      );
      expect(blocked).toEqual([]);
    });
  },
);
