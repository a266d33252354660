import { dmarcMisplaced } from './dmarc-misplaced.ts';
import { dmarcMissing } from './dmarc-missing.ts';
import { dmarcMultipleRecords } from './dmarc-multiple-records.ts';
import { dmarcPolicyInvalid } from './dmarc-policy-invalid.ts';
import { dmarcPolicyNone } from './dmarc-policy-none.ts';
import { dmarcPsdMisused } from './dmarc-psd-misused.ts';
import { dmarcReportUnauthorized } from './dmarc-report-unauthorized.ts';
import { dmarcReportUndeliverable } from './dmarc-report-undeliverable.ts';
import { dmarcRuaMissing } from './dmarc-rua-missing.ts';
import { dmarcSubdomainPolicyUnread } from './dmarc-subdomain-policy-unread.ts';
import { dmarcSubdomainPolicyWeak } from './dmarc-subdomain-policy-weak.ts';
import { dmarcSyntax } from './dmarc-syntax.ts';
import { dmarcTagsRemoved } from './dmarc-tags-removed.ts';
import { dmarcTesting } from './dmarc-testing.ts';
import { dmarcWalkDiffers } from './dmarc-walk-differs.ts';

export const dmarcChecks = [
  dmarcMissing,
  dmarcMultipleRecords,
  dmarcSyntax,
  dmarcPolicyInvalid,
  dmarcPolicyNone,
  dmarcTesting,
  dmarcRuaMissing,
  dmarcSubdomainPolicyWeak,
  dmarcTagsRemoved,
  dmarcMisplaced,
  dmarcWalkDiffers,
  dmarcPsdMisused,
  dmarcSubdomainPolicyUnread,
  dmarcReportUnauthorized,
  dmarcReportUndeliverable,
] as const;
