import {
  type Evidence,
  evidence,
  type Fix,
  type Place,
  type UnknownDraft,
  undetermined,
} from '../../check.ts';
import { isOwn } from '../own.ts';
import { invalidPolicies } from '../policy.ts';
import { isProven } from '../proof.ts';
import { repairDmarc } from '../repair.ts';
import { recordOf } from '../walk.ts';
import type { DmarcFacts, DmarcPlace, DmarcPolicy } from '../facts.ts';
import type { DmarcRecord } from '../parse.ts';

/** The record that applies to the author domain. */
export interface Applying {
  readonly place: DmarcPlace;
  readonly record: DmarcRecord;
  /** The name that it stands at. */
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

export function applying({ applies }: DmarcFacts): Applying | null {
  const record = applies && recordOf(applies);
  return applies && record
    ? { place: applies, record, name: applies.txt.name, evidence: [evidence(applies.txt)] }
    : null;
}

/** A record applies, or a failed question hides whether one does. */
export function mayApply({ dmarc }: { readonly dmarc: DmarcFacts }): boolean {
  return dmarc.applies !== null || dmarc.undecided !== null;
}

/** The unknown for a walk that a failed question keeps from its end. */
export function unwalked({ domain, undecided }: DmarcFacts): UnknownDraft[] {
  return undecided ? [undetermined(domain, undecided)] : [];
}

/** The places that come before the one that applies, or all of them: what stands there was passed over. */
export function passedOver({ applies, places }: DmarcFacts): readonly DmarcPlace[] {
  const end = places.findIndex(({ domain }) => domain === applies?.domain);
  return end < 0 ? places : places.slice(0, end);
}

/** Where a tag stands; the whole record where it is absent. */
export function placeOf({ text, tags }: DmarcRecord, tagName: string): { readonly at: Place } {
  const tag = tags.find(({ name }) => name.toLowerCase() === tagName);
  return { at: { record: text, start: tag?.start ?? 0, end: tag?.end ?? text.length } };
}

/** The text that a fix builds on: mended where it must be; null where nobody can say how. */
export function mendedText(record: DmarcRecord): string | null {
  return repairDmarc(record) ?? (invalidPolicies(record).length > 0 ? null : record.text);
}

/**
 * A record to publish, proven by judging it anew; none where the name is an alias, or may be one: then the record is
 * another's to change.
 * @param policy what it makes the policy of every receiver; the one published where it is left out
 */
export function fixFor(
  dmarc: DmarcFacts,
  name: string,
  value: string | null,
  policy?: DmarcPolicy,
): { readonly fix?: readonly Fix[] } {
  const usable = value !== null && isOwn(dmarc, name) && isProven(dmarc, name, value, policy);
  return usable ? { fix: [{ name, type: 'TXT', value }] } : {};
}
