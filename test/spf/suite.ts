import { existsSync, readFileSync } from 'node:fs';
import { foldName } from '../../src/dns/name.ts';
import type { RecordData, RecordType, Resolver } from '../../src/dns/resolver.ts';
import { lookup, type RRset, type Zone } from '../../src/dns/zone.ts';
import type { Fault } from '../support/dns-server.ts';

/** The public RFC 7208 suite: its cases, and the DNS of each. */

const file = new URL('../../../shared/conformance/spf-rfc7208.jsonl', import.meta.url);

interface Published {
  readonly TXT?: readonly (readonly string[])[];
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly PTR?: readonly string[];
  readonly CNAME?: readonly string[];
  readonly MX?: readonly (readonly [number, string])[];
  readonly error?: Readonly<Record<string, 'TIMEOUT' | 'SERVFAIL'>>;
}

export interface SuiteCase {
  readonly suite: string;
  readonly scenario: string;
  readonly test: string;
  readonly ip: string;
  readonly helo: string;
  readonly mailfrom: string;
  readonly expect: readonly string[];
  readonly explanation: string | null;
  readonly spec: string;
  readonly comment: string | null;
  readonly zone: Readonly<Record<string, Published>>;
}

/** Null where the suite is not there. */
export function readSuite(): SuiteCase[] | null {
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as SuiteCase);
}

const types = ['A', 'AAAA', 'CNAME', 'MX', 'PTR', 'TXT'] as const;

const readers: { readonly [T in (typeof types)[number]]: (from: Published) => readonly RecordData[T][] } = {
  A: ({ A = [] }) => A,
  AAAA: ({ AAAA = [] }) => AAAA,
  CNAME: ({ CNAME = [] }) => CNAME.map(foldName),
  MX: ({ MX = [] }) => MX.map(([preference, exchange]) => ({ preference, exchange })),
  PTR: ({ PTR = [] }) => PTR,
  TXT: ({ TXT = [] }) => TXT.map((strings) => (strings.length === 0 ? [''] : strings)),
};

/** The records of a case. A name that holds nothing but errors exists. */
export function zoneOf({ zone }: Pick<SuiteCase, 'zone'>): Zone {
  const nodes = new Map<string, Partial<Record<RecordType, RRset>>>();
  for (const [name, from] of Object.entries(zone)) {
    const node: Partial<Record<RecordType, RRset>> = {};
    for (const type of types) {
      const records = readers[type](from);
      if (records.length > 0) node[type] = { ttl: 60, records };
    }
    nodes.set(foldName(name), node);
  }
  // Each node holds records of its own type, as the readers are typed.
  return { nodes: nodes as Zone['nodes'] };
}

/** The errors of a case as faults of the server: for the types that have no data. */
export function faultsOf({ zone }: Pick<SuiteCase, 'zone'>, silent: 'TIMEOUT' | 'SERVFAIL'): Fault[] {
  return Object.entries(zone).flatMap(([name, { error = {}, ...data }]) =>
    Object.entries(error).flatMap(([type, kind]): Fault[] => {
      const covered = type === '*' ? types.filter((one) => !data[one]?.length) : [type];
      const fault = kind === 'TIMEOUT' ? silent : kind;
      return covered.map((one) => ({ name: foldName(name), type: one, kind: fault, delayMs: 0 }));
    }),
  );
}

/** The DNS of a case without a wire: any name can be asked. */
export function suiteResolver(theCase: Pick<SuiteCase, 'zone'>): Resolver {
  const zone = zoneOf(theCase);
  const faults = faultsOf(theCase, 'TIMEOUT');
  return {
    query: async (name, type) => {
      const folded = foldName(name);
      const fault = faults.find((one) => one.name === folded && one.type === type);
      if (fault) return { status: 'failed', failure: fault.kind === 'TIMEOUT' ? 'timeout' : 'servfail' };
      return lookup(zone, name, type).answer;
    },
  };
}
