import { spfAllMissing } from './spf-all-missing.ts';
import { spfAllNeutral } from './spf-all-neutral.ts';
import { spfAllPass } from './spf-all-pass.ts';
import { spfExpUnusable } from './spf-exp-unusable.ts';
import { spfHeloUnauthorized } from './spf-helo-unauthorized.ts';
import { spfHostUnauthorized } from './spf-host-unauthorized.ts';
import { spfIncludeInvalid } from './spf-include-invalid.ts';
import { spfIncludeMissing } from './spf-include-missing.ts';
import { spfLookupHeadroom } from './spf-lookup-headroom.ts';
import { spfLookupLimit } from './spf-lookup-limit.ts';
import { spfLoop } from './spf-loop.ts';
import { spfMisplaced } from './spf-misplaced.ts';
import { spfMissing } from './spf-missing.ts';
import { spfModifierUnknown } from './spf-modifier-unknown.ts';
import { spfMultipleRecords } from './spf-multiple-records.ts';
import { spfMxLimit } from './spf-mx-limit.ts';
import { spfNetworkPrivate } from './spf-network-private.ts';
import { spfNetworkRedundant } from './spf-network-redundant.ts';
import { spfNetworkWide } from './spf-network-wide.ts';
import { spfPtr } from './spf-ptr.ts';
import { spfRecordLong } from './spf-record-long.ts';
import { spfRedirectIgnored } from './spf-redirect-ignored.ts';
import { spfRedirectMissing } from './spf-redirect-missing.ts';
import { spfSyntax } from './spf-syntax.ts';
import { spfTargetUnregistered } from './spf-target-unregistered.ts';
import { spfTermVoid } from './spf-term-void.ts';
import { spfTermsUnreachable } from './spf-terms-unreachable.ts';
import { spfVoidLimit } from './spf-void-limit.ts';

export const spfChecks = [
  spfMissing,
  spfMisplaced,
  spfMultipleRecords,
  spfSyntax,
  spfLookupLimit,
  spfLookupHeadroom,
  spfVoidLimit,
  spfIncludeMissing,
  spfIncludeInvalid,
  spfRedirectMissing,
  spfLoop,
  spfMxLimit,
  spfHostUnauthorized,
  spfHeloUnauthorized,
  spfTargetUnregistered,
  spfAllPass,
  spfAllNeutral,
  spfAllMissing,
  spfTermsUnreachable,
  spfRedirectIgnored,
  spfPtr,
  spfTermVoid,
  spfModifierUnknown,
  spfNetworkWide,
  spfNetworkPrivate,
  spfNetworkRedundant,
  spfRecordLong,
  spfExpUnusable,
] as const;
