import type { CheckId } from '../../all-checks.ts';
import { addressConsequences } from './address.ts';
import { blocklistConsequences } from './blocklists.ts';
import { bulkConsequences } from './bulk.ts';
import type { Consequence } from './consequence.ts';
import { dkimConsequences } from './dkim.ts';
import { dmarcConsequences } from './dmarc.ts';
import { ehloConsequences } from './ehlo.ts';
import { reverseConsequences } from './reverse.ts';
import { senderConsequences } from './sender.ts';
import { spfConsequences } from './spf.ts';
import { unauthenticatedConsequences } from './unauthenticated.ts';

/** Every reply that presend joins to findings, in the order a report shows them. */
export const consequences: readonly Consequence[] = [
  ...unauthenticatedConsequences,
  ...dmarcConsequences,
  ...spfConsequences,
  ...dkimConsequences,
  ...bulkConsequences,
  ...senderConsequences,
  ...addressConsequences,
  ...reverseConsequences,
  ...ehloConsequences,
  ...blocklistConsequences,
];

/** Findings that no receiver is known to refuse mail for. */
export const unrefused: readonly CheckId[] = [
  'spf-lookup-headroom',
  'spf-all-neutral',
  'spf-all-missing',
  'spf-terms-unreachable',
  'spf-redirect-ignored',
  'spf-ptr',
  'spf-helo-unauthorized',
  'spf-target-unregistered',
  'spf-term-void',
  'spf-modifier-unknown',
  'spf-network-wide',
  'spf-network-private',
  'spf-network-redundant',
  'spf-record-long',
  'spf-exp-unusable',
  'spf-misplaced',
  'dkim-provider-selector-missing',
  'dkim-alias-dangling',
  'dkim-domainkey-denied',
  'dkim-key-weak',
  'dkim-key-long',
  'dkim-key-factorable',
  'dkim-exponent-unusual',
  'dkim-ed25519-only',
  'dkim-syntax',
  'dkim-testing',
  'dmarc-policy-none',
  'dmarc-rua-missing',
  'dmarc-testing',
  'dmarc-subdomain-policy-weak',
  'dmarc-tags-removed',
  'dmarc-misplaced',
  'dmarc-walk-differs',
  'dmarc-psd-misused',
  'dmarc-subdomain-policy-unread',
  'dmarc-report-unauthorized',
  'dmarc-report-undeliverable',
  'domain-cname',
  'ns-missing',
  'ns-unresolvable',
  'ns-single',
  'ns-cname',
  'mx-missing',
  'mx-null-mixed',
  'mx-null-preference',
  'mx-cname',
  'mx-name-invalid',
  'mx-ipv4-mapped',
  'mx-duplicate',
  'mx-placeholder',
  'mx-ptr-missing',
  'ptr-multiple',
  'helo-unconfirmed',
  'spf-parked-open',
  'dmarc-parked-weak',
  'mx-parked',
];
