import { spfAllMissing } from './spf-all-missing.ts';
import { spfAllNeutral } from './spf-all-neutral.ts';
import { spfAllPass } from './spf-all-pass.ts';
import { spfIncludeInvalid } from './spf-include-invalid.ts';
import { spfIncludeMissing } from './spf-include-missing.ts';
import { spfLookupHeadroom } from './spf-lookup-headroom.ts';
import { spfLookupLimit } from './spf-lookup-limit.ts';
import { spfLoop } from './spf-loop.ts';
import { spfMissing } from './spf-missing.ts';
import { spfMultipleRecords } from './spf-multiple-records.ts';
import { spfMxLimit } from './spf-mx-limit.ts';
import { spfPtr } from './spf-ptr.ts';
import { spfRedirectIgnored } from './spf-redirect-ignored.ts';
import { spfRedirectMissing } from './spf-redirect-missing.ts';
import { spfSyntax } from './spf-syntax.ts';
import { spfTermsUnreachable } from './spf-terms-unreachable.ts';

export const spfChecks = [
  spfMissing,
  spfMultipleRecords,
  spfSyntax,
  spfLookupLimit,
  spfLookupHeadroom,
  spfIncludeMissing,
  spfIncludeInvalid,
  spfRedirectMissing,
  spfLoop,
  spfMxLimit,
  spfAllPass,
  spfAllNeutral,
  spfAllMissing,
  spfTermsUnreachable,
  spfRedirectIgnored,
  spfPtr,
] as const;
