import type { CheckId } from '../../all-checks.ts';
import type { Reason } from './consequence.ts';

/** As the checks word it; a fault behind a redirect leaves the hosts alone that match before. */
const unmatchedHosts = 'every host that no earlier term matches';

/** The record itself ends in permerror, for every host or for those that no earlier term matches. */
const brokenRecord: Reason = [
  { finding: 'spf-multiple-records', params: { hosts: [unmatchedHosts] }, under: 'unmatched-hosts' },
  { finding: 'spf-multiple-records' },
  { finding: 'spf-syntax', params: { hosts: [unmatchedHosts] }, under: 'unmatched-hosts' },
  { finding: 'spf-syntax' },
  { finding: 'spf-lookup-limit', under: 'unmatched-hosts' },
  { finding: 'spf-include-missing', under: 'unmatched-hosts' },
  { finding: 'spf-include-invalid', under: 'unmatched-hosts' },
  { finding: 'spf-redirect-missing', under: 'unmatched-hosts' },
  { finding: 'spf-loop', under: 'unmatched-hosts' },
  { finding: 'spf-mx-limit', under: 'unmatched-hosts' },
  { finding: 'spf-void-limit', under: 'unmatched-hosts' },
];

/** SPF ends in anything but pass. */
export const spfCannotPass: Reason = [
  { finding: 'spf-missing' },
  ...brokenRecord,
  { finding: 'spf-host-unauthorized', under: 'address-used' },
];

/** SPF evaluates an address to one of these results. */
function resultOf(...result: readonly string[]): Reason {
  return [{ finding: 'spf-host-unauthorized', params: { result }, under: 'address-used', throughout: true }];
}

/** SPF ends in fail. */
export const spfFails: Reason = resultOf('fail');

/** SPF ends in permerror. */
export const spfPermerror: Reason = [...brokenRecord, ...resultOf('permerror')];

/** SPF ends in none, softfail or neutral. */
export const spfUndecided: Reason = [{ finding: 'spf-missing' }, ...resultOf('none', 'softfail', 'neutral')];

/** Key records that receivers treat as no key by the RFC; none of them publishes that it does. */
const unusableKeys = [
  'dkim-key-revoked',
  'dkim-key-invalid',
  'dkim-key-short',
  'dkim-multiple-records',
  'dkim-hash-sha1',
  'dkim-service-excluded',
] as const satisfies readonly CheckId[];

/** A signature made with the selector cannot pass. */
export const dkimCannotPass: Reason = [
  { finding: 'dkim-missing' },
  { finding: 'dkim-selector-missing', under: 'selector-used' },
  ...unusableKeys.map((finding) => ({ finding, under: 'selector-used', certainty: 'inferred' }) as const),
];

/** No signature passes: the domain has no key for one, and no other domain signs either. */
export const noDkimPass: Reason = dkimCannotPass.map((one) =>
  one.finding === 'dkim-missing' ? { ...one, under: 'no-dkim-pass' } : one,
);

/** The mail is known not to pass DKIM: no key at all, or none at the selectors that sign. */
export const dkimIsBroken: Reason = dkimCannotPass.map((one) =>
  one.finding === 'dkim-missing' ? one : { ...one, given: true },
);

/** No domain of the mail aligns with From: DMARC fails whatever passes. */
export const cannotAlign: Reason = [{ finding: 'dmarc-unaligned', severity: 'error' }];

/** From is at a domain that others cannot authenticate mail for. */
export const fromForeign: Reason = [{ finding: 'from-mailbox-provider', severity: 'error' }];

/** What can make a mail fail DMARC. */
export const failsDmarc: Reason = [...spfCannotPass, ...dkimCannotPass, ...cannotAlign, ...fromForeign];

/** No DMARC policy record that receivers can use. */
export const dmarcUnusable: Reason = [
  { finding: 'dmarc-missing' },
  { finding: 'dmarc-multiple-records', severity: 'error' },
  { finding: 'dmarc-policy-invalid', dmarc: 'unusable' },
  { finding: 'dmarc-syntax', dmarc: 'unusable' },
];

/** The address has no reverse name. */
export const unnamed: Reason = [{ finding: 'ptr-missing', under: 'address-used' }];

/** It has none that leads back to it. */
export const unconfirmed: Reason = [...unnamed, { finding: 'ptr-unconfirmed', under: 'address-used' }];
