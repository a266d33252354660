import { audit, type AuditOptions, type SubjectInput } from './audit.ts';
import { isAlmostDmarc, isDmarc } from './dmarc/parse.ts';
import { masterName, masterText } from './text/master-file.ts';
import { ask, recordsOf, type Resolver } from './dns/resolver.ts';
import { zoneResolver } from './dns/zone-resolver.ts';
import type { Corrected, ProposedRecord, Report } from './report/report.ts';
import { isAlmostSpf } from './spf/almost.ts';
import { isSpf } from './spf/parse.ts';

/** Rounds of correcting and auditing again: one fault can hide another. */
const maxRounds = 6;

/** What all remedies together come to. */
export interface Correction {
  readonly records: readonly ProposedRecord[];
  /** The records in master-file form, with the other TXT records of the same names, which stay. */
  readonly zone: string;
  /** The audit with the zone in the place of what is published. */
  readonly report: Report;
}

/** Whether a text that stands there now gives way to the corrected one. */
function givesWay(text: string, value: string): boolean {
  if (isSpf(value)) return isSpf(text) || isAlmostSpf(text);
  if (isDmarc(value)) return isDmarc(text) || isAlmostDmarc(text);
  return true;
}

async function lines(
  { name, type, value, findings }: ProposedRecord,
  published: Resolver,
): Promise<string[]> {
  const owner = masterName(name);
  const comment = `; ${findings.join(', ')}`;
  if (type !== 'TXT') return [comment, `${owner} 3600 IN ${type} ${value}`];
  const present = recordsOf(await ask(published, name, 'TXT')).map((strings) => strings.join(''));
  const kept = present.filter((text) => !givesWay(text, value));
  return [comment, ...[value, ...kept].map((text) => `${owner} 3600 IN TXT ${masterText(text)}`)];
}

/** The first record that the findings ask for at each name and type. */
function proposals({ findings }: Report): Map<string, ProposedRecord> {
  const found = new Map<string, ProposedRecord>();
  for (const { id, fix = [] } of findings) {
    for (const { name, type, value } of fix) {
      const key = `${type} ${name}`;
      const known = found.get(key);
      if (!known) found.set(key, { name, type, value, findings: [id] });
      else if (known.value === value && !known.findings.includes(id))
        found.set(key, { ...known, findings: [...known.findings, id] });
    }
  }
  return found;
}

function joined(earlier: ProposedRecord | undefined, now: ProposedRecord): ProposedRecord {
  return { ...now, findings: [...new Set([...(earlier?.findings ?? []), ...now.findings])] };
}

/**
 * Publishes all remedies of a report in thought, audits again, and goes on until no remedy is left that changes
 * anything.
 * @param published the resolver behind the report
 * @returns null where the report has no remedy that is a record
 */
export async function correct(
  input: SubjectInput,
  report: Report,
  published: Resolver,
  options: Omit<AuditOptions, 'resolver'> = {},
): Promise<Correction | null> {
  const records = new Map<string, ProposedRecord>();
  let current = report;
  let zone = '';
  for (let round = 0; round < maxRounds; round += 1) {
    const wanted = [...proposals(current)].filter(([key, { value }]) => records.get(key)?.value !== value);
    if (wanted.length === 0) break;
    for (const [key, record] of wanted) records.set(key, joined(records.get(key), record));
    /* oxlint-disable no-await-in-loop -- each round builds upon the one before */
    const blocks = await Promise.all([...records.values()].map((record) => lines(record, published)));
    zone = `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
    current = await audit(input, { ...options, resolver: zoneResolver(zone, published) });
    /* oxlint-enable no-await-in-loop */
  }
  return records.size === 0 ? null : { records: [...records.values()], zone, report: current };
}

/** What a report says of its own correction. */
export function correctedBy(correction: Correction | null): Corrected | null {
  if (!correction) return null;
  const { verdict, findings } = correction.report;
  const left = findings.map(({ key, id, severity }) => ({ key, id, severity }));
  return { records: correction.records, verdict, left };
}
