import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, nodeResolver, once, type Report, renderers } from '../../src/index.ts';
import { toDomainName } from '../../src/domain.ts';
import type { Daemon } from './daemon.ts';
import { cannotRun, shared, startNsd } from './nsd.ts';

const corpus = join(shared, 'corpora', 'real-spf-mx-2026.json.gz');
const reason = cannotRun(corpus);
const size = 200;

interface Published {
  readonly TXT?: readonly string[];
  readonly MX?: readonly (readonly [number, string])[];
}

const quotedStrings = (text: string) =>
  (text.match(/[^]{1,255}/g) ?? ['']).map((part) => `"${part.replace(/[\\"]/g, '\\$&')}"`).join(' ');

/** Only what a zone can hold: printable text, and names that are names. */
const servable = (text: string) => /^[\x20-\x7e]*$/.test(text);

function zoneOf(records: Readonly<Record<string, Published>>): string {
  const lines = [
    '$ORIGIN .',
    '$TTL 300',
    '@ SOA ns.lab. hostmaster.lab. 1 3600 600 86400 60',
    '@ NS ns.lab.',
    'ns.lab. A 127.0.0.1',
  ];
  // A resolver that denies a top-level domain would be taken for a blind one.
  const tops = new Set(
    Object.keys(records).map((name) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()),
  );
  for (const top of tops) if (/^[a-z0-9-]+$/.test(top)) lines.push(`${top}. TXT "a top-level domain"`);
  for (const [name, { TXT = [], MX = [] }] of Object.entries(records)) {
    if (toDomainName(name) === null) continue;
    for (const text of TXT.filter(servable)) lines.push(`${name}. TXT ${quotedStrings(text)}`);
    for (const [preference, exchange] of MX) {
      if (exchange === '' || toDomainName(exchange) !== null)
        lines.push(`${name}. MX ${preference} ${exchange === '' ? '.' : `${exchange}.`}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

describe.skipIf(reason !== null)(
  `${size} domains with real records on NSD${reason === null ? '' : ` (skipped: ${reason})`}`,
  () => {
    let nsd: Daemon;
    let domains: string[];
    const reports: Report[] = [];

    beforeAll(async () => {
      const records = JSON.parse(gunzipSync(readFileSync(corpus)).toString('utf8')) as Record<
        string,
        Published
      >;
      nsd = await startNsd((folder) => writeFileSync(join(folder, 'root.zone'), zoneOf(records)));
      const senders = Object.keys(records).filter(
        (name) => toDomainName(name) !== null && !name.includes('_') && records[name]?.MX,
      );
      const step = Math.floor(senders.length / size);
      domains = Array.from({ length: size }, (_, index) => senders[index * step] ?? '');
      const resolver = once(nodeResolver({ servers: [nsd.server] }));
      for (const domain of domains) {
        // oxlint-disable-next-line no-await-in-loop -- one audit at a time keeps the figures comparable
        reports.push(await audit(domain, { resolver }));
      }
    }, 240_000);
    afterAll(() => nsd?.stop());

    it('audits each without a bug, and draws each report', () => {
      expect(reports).toHaveLength(size);
      expect(reports.flatMap(({ internalErrors }) => internalErrors)).toEqual([]);
      for (const report of reports)
        expect(renderers.text.render([report], { width: 80, color: false })).toContain(report.subject.domain);
    });

    it('leaves nothing undetermined that the verdict hangs on', () => {
      const blocked = reports.flatMap((report) =>
        report.unknown.filter(({ blocking }) => blocking).map(({ key, reason: why }) => `${key} ${why}`),
      );
      expect(blocked).toEqual([]);
      const counts = new Map<string, number>();
      for (const { findings } of reports)
        for (const id of new Set(findings.map((one) => one.id))) counts.set(id, (counts.get(id) ?? 0) + 1);
      const told = [...counts]
        .toSorted((a, b) => b[1] - a[1])
        .map(([id, count]) => `${id} ${count}`)
        .join(', ');
      process.stdout.write(`real records, domains by finding: ${told}\n`);
    });
  },
);
