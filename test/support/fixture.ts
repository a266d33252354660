import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixturesFolder = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A zone file with its expectations, read from its comments. */
export interface Fixture {
  /** `spf/missing`: the folder and the case. */
  readonly name: string;
  readonly zone: string;
  /** The first comment: why the case exists. */
  readonly why: string;
  /** The arguments of the audit, the domain first. */
  readonly args: readonly string[];
  /** Ids that must be found; exact within `only`. */
  readonly expected: readonly string[];
  /** Ids that must be undetermined; exact within `only`. */
  readonly unknown: readonly string[];
  /** Areas that the sets are compared in; empty: all. */
  readonly only: readonly string[];
  /** `gmail 550 5.7.26`, each of which must be among the rejections. */
  readonly rejections: readonly string[];
  /** `gmail reject 550 5.7.26`, each of which must be among the receivers' verdicts. */
  readonly receivers: readonly string[];
  readonly verdict: string | null;
  /** Exit code of the command line. */
  readonly exit: number | null;
  /** Ceiling of questions. */
  readonly queries: number | null;
}

/** Splits a line as a shell would: spaces, single and double quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

const directives = [
  'audit',
  'expect',
  'unknown',
  'only',
  'answer',
  'queries',
  'rejection',
  'receiver',
  'verdict',
  'exit',
];

function readFixture(path: string): Fixture {
  const zone = readFileSync(path, 'utf8');
  const name = relative(fixturesFolder, path)
    .replace(/\.zone$/, '')
    .replaceAll('\\', '/');
  const [first = ''] = zone.split('\n', 1);
  if (!first.startsWith(';')) throw new Error(`${name}: the first line must say why the case exists`);
  const found = new Map<string, string[]>(directives.map((directive) => [directive, []]));
  for (const line of zone.split('\n').slice(1)) {
    const match = /^;\s*([a-z]+)\s+(.*?)\s*$/.exec(line);
    if (match?.[1]) found.get(match[1])?.push(match[2] ?? '');
  }
  const all = (directive: string) => found.get(directive) ?? [];
  const one = (directive: string) => all(directive).at(-1) ?? null;
  const list = (directive: string) => all(directive).flatMap((line) => line.split(/[\s,]+/));
  const [audit, ...more] = all('audit');
  if (audit === undefined || more.length > 0) throw new Error(`${name}: needs exactly one "; audit" line`);
  const number = (text: string | null) => (text === null ? null : Number(text));
  return {
    name,
    zone,
    why: first.slice(1).trim(),
    args: words(audit),
    expected: list('expect'),
    unknown: list('unknown'),
    only: list('only'),
    rejections: all('rejection'),
    receivers: all('receiver'),
    verdict: one('verdict'),
    exit: number(one('exit')),
    queries: number(one('queries')),
  };
}

/** Folders below `fixtures/` that hold no cases: published records, golden reports, and what the README walks through. */
const others = ['real', 'golden', 'walks'];

/** Every fixture below `fixtures/`. */
export function allFixtures(): Fixture[] {
  const files = readdirSync(fixturesFolder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.zone') && !others.some((folder) => file.startsWith(folder)))
    .toSorted()
    .map((file) => readFixture(join(fixturesFolder, file)));
}
