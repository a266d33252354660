import type { DmarcFacts, DmarcPolicy } from './facts.ts';
import { type DmarcRecord, isFaultless, parseDmarc } from './parse.ts';
import { invalidPolicies, isWeaker } from './policy.ts';
import { withRecord } from './published.ts';
import { classicReading, type Reading, walkReading } from './readings.ts';
import { recordOf } from './walk.ts';

/** Every mailbox that a record sends reports to, with the tag that names it. */
function mailboxes(record: DmarcRecord): string[] {
  const of = (tag: 'rua' | 'ruf') =>
    record[tag].flatMap(({ address }) => (address === null ? [] : [`${tag} ${address}`]));
  return [...of('rua'), ...of('ruf')];
}

/** The corrected record sends reports to every mailbox that those published name. */
function keepsMailboxes(published: readonly DmarcRecord[], corrected: DmarcRecord): boolean {
  const kept = new Set(mailboxes(corrected));
  return published.flatMap(mailboxes).every((mailbox) => kept.has(mailbox));
}

/** A receiver that had a policy for the author domain still has it. */
function keepsPolicy(before: Reading | null, after: Reading | null): boolean {
  const stated = before?.record && invalidPolicies(before.record).length === 0 ? before.policy : null;
  return stated === null || after?.policy === stated;
}

/** A receiver that had a policy for the author domain, of a record above, now has a weaker one. */
function weakens(before: Reading | null, after: Reading | null): boolean {
  const stated = before?.policy ?? null;
  const left = after?.policy ?? null;
  return stated !== null && (left === null ? stated !== 'none' : isWeaker(left, stated));
}

/** Both kinds of receivers read this policy for the author domain, and apply it in full. */
function isPolicy(facts: DmarcFacts, policy: DmarcPolicy): boolean {
  const readings = [walkReading(facts), classicReading(facts)];
  return readings.every((one) => one?.policy === policy && !one.record?.testing && one.record?.pct === null);
}

/**
 * Whether a record does what it is proposed for: parsed and judged anew in its place it has no fault, applies to the
 * author domain as far as what it replaces did, sends reports to every mailbox that was named before, and leaves the
 * policy as it is, or no weaker where the name had no record that counts, or makes it `policy`.
 */
export function isProven(dmarc: DmarcFacts, name: string, text: string, policy?: DmarcPolicy): boolean {
  const record = parseDmarc(text);
  if (!isFaultless(record) || invalidPolicies(record).some((tag) => record[tag] !== null)) return false;
  const place = dmarc.places.find(({ txt }) => txt.name === name);
  const after = withRecord(dmarc, name, text);
  if (!place || !after) return false;
  const replaced = place.records.length > 0 ? place.records : place.discarded;
  if (!keepsMailboxes(replaced, record)) return false;
  if (policy !== undefined) return isPolicy(after, policy);
  if (place.records.length !== 1)
    return (
      !weakens(walkReading(dmarc), walkReading(after)) &&
      !weakens(classicReading(dmarc), classicReading(after))
    );
  const applied = dmarc.applies === place;
  return (
    (!applied || (after.applies !== null && recordOf(after.applies)?.text === text)) &&
    keepsPolicy(walkReading(dmarc), walkReading(after)) &&
    keepsPolicy(classicReading(dmarc), classicReading(after))
  );
}
