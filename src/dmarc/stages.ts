import { withoutTags, withValue } from '../text/tag-list.ts';
import { dmarcTexts } from './elsewhere.ts';
import type { DmarcFacts, DmarcPolicy } from './facts.ts';
import { fullPolicy } from './full-policy.ts';
import { isOwn } from './own.ts';
import { type DmarcRecord, isFaultless, parseDmarc, type PolicyTag } from './parse.ts';
import { isWeaker } from './policy.ts';
import { isProven } from './proof.ts';
import { walkReading } from './readings.ts';
import { repairDmarc } from './repair.ts';
import { recordOf } from './walk.ts';

/** A step on the way to a policy that keeps forged mail out. */
export interface DmarcStage {
  readonly policy: DmarcPolicy;
  /** The name to publish at. */
  readonly name: string;
  readonly value: string;
}

const steps: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];

/** What holds a policy back or is read no more (RFC 9989 §4.7, Appendix A.6). */
const dropped: ReadonlySet<string> = new Set(['t', 'pct', 'rf', 'ri']);

const maxMailboxes = 10;

function hasMailbox({ rua }: DmarcRecord): boolean {
  return rua.some(({ address }) => address !== null);
}

/** Where the owner's records, void ones and misplaced ones included, send aggregate reports. */
export function namedMailboxes({ elsewhere, places: [own] }: DmarcFacts): string[] {
  const misplaced = elsewhere.places.flatMap(dmarcTexts).map(parseDmarc);
  const records = [...(own?.records ?? []), ...(own?.discarded ?? []), ...misplaced];
  const uris = records.flatMap(({ rua }) => rua.filter(({ address }) => address !== null));
  return [...new Set(uris.map(({ text }) => text))].slice(0, maxMailboxes);
}

function withPolicy(record: DmarcRecord, tagName: PolicyTag, policy: DmarcPolicy): string {
  const tag = record.tags.find(({ name }) => name === tagName);
  const version = record.tags[0];
  if (tag) return withValue(record.text, tag, policy);
  const end = version?.end ?? 0;
  return `${record.text.slice(0, end)}; ${tagName}=${policy}${record.text.slice(end)}`;
}

function withMailbox(text: string, domain: string): string {
  if (hasMailbox(parseDmarc(text))) return text;
  return `${text.trimEnd().replace(/;$/, '').trimEnd()}; rua=mailto:dmarc-reports@${domain}`;
}

/** The record with that policy in full; null where nobody can say what it was meant to be. */
export function raised(record: DmarcRecord, tag: PolicyTag, policy: DmarcPolicy): string | null {
  const sound = repairDmarc(record) ?? (isFaultless(record) ? record.text : null);
  if (sound === null) return null;
  const held = parseDmarc(sound).tags.filter(({ name }) => dropped.has(name));
  const free = parseDmarc(withoutTags(sound, held).replace(/;$/, ''));
  return withPolicy(free, tag, policy);
}

/** Without what holds it back, the record would ask more than that policy for other mail than the author domain's. */
function frees({ p, sp, np, testing, pct }: DmarcRecord, policy: DmarcPolicy): boolean {
  const isHeld = testing || (pct !== null && pct < 100);
  return isHeld && [p, sp, np].some((one) => one?.policy && isWeaker(policy, one.policy));
}

/** The steps that are still to be taken. */
function ahead(dmarc: DmarcFacts, record: DmarcRecord | null): readonly DmarcPolicy[] {
  const { policy, certain } = fullPolicy(dmarc);
  if (!record || policy === null) return steps;
  const reached = policy === 'none' ? hasMailbox(record) : certain;
  return steps.slice(steps.indexOf(policy) + (reached ? 1 : 0));
}

/**
 * The records to publish one after the other: none with reports, quarantine, reject, from where the domain stands
 * today. Each proven by judging it anew; none where the record is another's to change, or could not be found.
 */
export function stagesOf(dmarc: DmarcFacts): DmarcStage[] {
  const { applies, domain, policyTag } = dmarc;
  if (!walkReading(dmarc)) return [];
  const record = applies && recordOf(applies);
  const place = applies ?? dmarc.places[0];
  const name = `_dmarc.${place?.domain ?? domain}`;
  if (!isOwn(dmarc, name)) return [];
  const boxes = namedMailboxes(dmarc);
  const rua = boxes.length > 0 ? boxes.join(',') : `mailto:dmarc-reports@${domain}`;
  const policies = ahead(dmarc, record);
  // To skip a step would be worse than to name none.
  if (record && policies.some((policy) => frees(record, policy))) return [];
  return policies.flatMap((policy) => {
    const text = record ? raised(record, policyTag ?? 'p', policy) : `v=DMARC1; p=${policy}; rua=${rua}`;
    const value = text === null ? null : withMailbox(text, place?.domain ?? domain);
    return value !== null && isProven(dmarc, name, value, policy) ? [{ policy, name, value }] : [];
  });
}
