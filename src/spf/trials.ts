import { parseIp } from '../text/ip.ts';
import { answering } from './asker.ts';
import { evaluateMail, type SpfMail } from './evaluations.ts';
import type { SpfEvaluation } from './facts.ts';
import { privatePurpose } from './private.ts';
import { isProven, standingOf } from './proof.ts';
import type { SpfRecord } from './record.ts';
import { withAddresses } from './rewrite.ts';
import { type Site, type Trial, tryOut } from './trial.ts';
import { isWhole } from './tree.ts';

/** Where records are tried, and what an audit may spend on it. */

/** Given addresses that a record may be made to authorize. */
const maxAdded = 8;

/** Walks of one audit, whatever is published, and how many evaluations count as one. */
const maxAttempts = 60;
const evaluationsOfAttempt = 32;

/** What is left; `spent` once something was not tried for lack of it. */
export class Attempts {
  spent = false;
  #left: number;

  constructor(left = maxAttempts) {
    this.#left = left;
  }

  /** So many more; false where they are not left. */
  take(count: number): boolean {
    this.spent ||= this.#left < count;
    if (!this.spent) this.#left -= count;
    return !this.spent;
  }
}

export interface Bench {
  readonly site: Site;
  readonly mail: SpfMail;
  readonly attempts: Attempts;
  /** check_host() for the given addresses, by the text of the record in its place. */
  readonly evaluated: Map<string, readonly SpfEvaluation[]>;
  /** Pairs of texts, the second of which is no mend of the first. */
  readonly rejected: Set<string>;
}

/** Walks a record in its place; null where the domain does not come to it, or where it is too much. */
export async function attempt({ site, attempts }: Bench, record: SpfRecord): Promise<Trial | null> {
  const trial = attempts.take(1) ? await tryOut(site, record) : null;
  return trial && isWhole(trial.tree) ? trial : null;
}

/** The next record, where it stands the proof against the one before. */
export async function improved(bench: Bench, trial: Trial, record: SpfRecord): Promise<Trial> {
  const key = `${trial.record.text}\n${record.text}`;
  if (record.text === trial.record.text || bench.rejected.has(key)) return trial;
  const next = await attempt(bench, record);
  if (next && isProven(standingOf(trial), next)) return next;
  bench.rejected.add(key);
  return trial;
}

/** check_host() for the given addresses with the record in its place. */
export async function evaluations(
  bench: Bench,
  { record, question }: Trial,
): Promise<readonly SpfEvaluation[]> {
  const { site, mail, attempts, evaluated } = bench;
  const known = evaluated.get(record.text);
  const cost = Math.ceil(mail.addresses.length / evaluationsOfAttempt);
  if (known || cost === 0 || !attempts.take(cost)) return known ?? [];
  const found = await evaluateMail(site.domain, mail, answering(question));
  evaluated.set(record.text, found);
  return found;
}

/** Addresses that the record of the domain refuses while it is in order, and that a client on the internet can have. */
function refused(all: readonly SpfEvaluation[], domain: string): string[] {
  return all
    .filter(({ identity, presumed }) => identity === 'mail-from' && presumed.length === 0)
    .filter(({ result }) => result === 'fail' || result === 'softfail' || result === 'neutral')
    .map(({ address }) => address)
    .filter((address) => {
      const ip = parseIp(address);
      return ip && privatePurpose(ip, ip.octets.length * 8, domain) === null;
    });
}

/** Given addresses that pass, each with the identity it passes for. */
function passing(all: readonly SpfEvaluation[]): string[] {
  return all.flatMap(({ result, identity, address }) => (result === 'pass' ? `${identity} ${address}` : []));
}

/** The record with the given addresses that it refuses, as far as they pass then. */
export async function withRefused(bench: Bench, trial: Trial): Promise<Trial> {
  const { name, domain } = bench.site;
  if (name !== domain) return trial;
  const wanted = refused(await evaluations(bench, trial), domain);
  if (wanted.length === 0 || wanted.length > maxAdded) return trial;
  const next = await improved(bench, trial, withAddresses(trial.record, wanted));
  if (next === trial) return trial;
  const then = new Set(passing(await evaluations(bench, next)));
  const kept = wanted.filter((address) => then.has(`mail-from ${address}`));
  return kept.length === wanted.length ? next : improved(bench, trial, withAddresses(trial.record, kept));
}

/** No given address passes with `before` and does not pass with `after`. */
export async function keepsGiven(
  bench: Bench,
  before: readonly SpfEvaluation[],
  after: Trial,
): Promise<boolean> {
  const today = passing(before);
  const then = new Set(today.length === 0 ? [] : passing(await evaluations(bench, after)));
  return today.every((one) => then.has(one));
}
