import type { Answer, RecordData, RecordType, Resolver } from '../../src/dns/resolver.ts';
import type { SpfResult } from '../../src/spf/evaluate.ts';

export type QuestionType = 'A' | 'AAAA' | 'MX' | 'PTR' | 'TXT';

/** What one name holds; nothing, and it exists all the same. */
export interface Node {
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly MX?: readonly (readonly [preference: number, exchange: string])[];
  readonly PTR?: readonly string[];
  /** One char for one octet. */
  readonly TXT?: readonly (readonly string[])[];
  readonly CNAME?: string;
  readonly failing?: Readonly<Partial<Record<QuestionType, 'SERVFAIL' | 'TIMEOUT'>>>;
}

/** By name: octets as chars, lower case, nothing escaped. */
export type Zone = Readonly<Record<string, Node>>;

/** One call of check_host() and all the DNS it can see. */
export interface Case {
  readonly id: number;
  readonly ip: string;
  /** Empty for the null reverse-path. */
  readonly sender: string;
  readonly helo: string;
  readonly zone: Zone;
}

export interface Outcome {
  /** `crash`: no result, an error that the caller has to catch. */
  readonly result: SpfResult | 'crash';
  /** Empty where there is none of the publisher. */
  readonly explanation: string;
}

export type Value<T extends QuestionType> = NonNullable<Node[T]>[number];

export interface Reply<T extends QuestionType> {
  readonly status: 'found' | 'nodata' | 'nxdomain' | 'servfail' | 'timeout';
  readonly values: readonly Value<T>[];
  /** A CNAME stands at the name. */
  readonly alias: boolean;
}

/** As many CNAME records in a row as the resolver of the program follows; a longer chain is a loop. */
const aliasLimit = 17;

/** What a recursive server says for `name`, octets as chars. */
export function lookup<T extends QuestionType>(zone: Zone, name: string, type: T): Reply<T> {
  let owner = name.toLowerCase().replace(/\.$/, '');
  for (let aliases = 0; aliases < aliasLimit; aliases += 1) {
    const alias = aliases > 0;
    const node = Object.hasOwn(zone, owner) ? zone[owner] : undefined;
    if (!node) return { status: 'nxdomain', values: [], alias };
    const failure = node.failing?.[type];
    if (failure) return { status: failure === 'TIMEOUT' ? 'timeout' : 'servfail', values: [], alias };
    const values: readonly Value<T>[] = node[type] ?? [];
    if (values.length > 0) return { status: 'found', values, alias };
    if (node.CNAME === undefined) return { status: 'nodata', values, alias };
    owner = node.CNAME.toLowerCase();
  }
  return { status: 'servfail', values: [], alias: true };
}

/** A name in presentation form as its octets (RFC 1035 §5.1). */
export function octets(name: string): string {
  return name.replace(/\\(\d{3}|[^])/g, (_, escaped: string) =>
    escaped.length === 3 ? String.fromCharCode(Number(escaped) % 256) : escaped,
  );
}

const readers: { readonly [T in QuestionType]: (value: Value<T>) => RecordData[T] } = {
  A: (address) => address,
  AAAA: (address) => address,
  MX: ([preference, exchange]) => ({ preference, exchange }),
  PTR: (name) => name,
  TXT: (strings) => strings,
};

function answer<T extends QuestionType>({ zone }: Case, name: string, type: T): Answer<T> {
  const { status, values } = lookup(zone, octets(name), type);
  if (status === 'servfail' || status === 'timeout') return { status: 'failed', failure: status };
  return status === 'found' ? { status, records: values.map(readers[type]) } : { status };
}

const isAsked = (type: RecordType): type is QuestionType => Object.hasOwn(readers, type);

/** The DNS of a case as check_host() asks it. */
export function resolverOf(theCase: Case): Resolver {
  return {
    query: async (name, type) =>
      isAsked(type) ? answer(theCase, name, type) : { status: 'failed', failure: 'other' },
  };
}
