import { dmarcMissing } from './dmarc-missing.ts';
import { dmarcMultipleRecords } from './dmarc-multiple-records.ts';
import { dmarcPolicyInvalid } from './dmarc-policy-invalid.ts';
import { dmarcPolicyNone } from './dmarc-policy-none.ts';
import { dmarcRuaMissing } from './dmarc-rua-missing.ts';
import { dmarcSubdomainPolicyWeak } from './dmarc-subdomain-policy-weak.ts';
import { dmarcSyntax } from './dmarc-syntax.ts';
import { dmarcTagsRemoved } from './dmarc-tags-removed.ts';
import { dmarcTesting } from './dmarc-testing.ts';

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
] as const;
