import { dkimAliasDangling } from './dkim-alias-dangling.ts';
import { dkimDomainkeyDenied } from './dkim-domainkey-denied.ts';
import { dkimEd25519Only } from './dkim-ed25519-only.ts';
import { dkimExponentUnusual } from './dkim-exponent-unusual.ts';
import { dkimHashSha1 } from './dkim-hash-sha1.ts';
import { dkimKeyFactorable } from './dkim-key-factorable.ts';
import { dkimKeyInvalid } from './dkim-key-invalid.ts';
import { dkimKeyLong } from './dkim-key-long.ts';
import { dkimKeyRevoked } from './dkim-key-revoked.ts';
import { dkimKeyShort } from './dkim-key-short.ts';
import { dkimKeyWeak } from './dkim-key-weak.ts';
import { dkimMissing } from './dkim-missing.ts';
import { dkimMultipleRecords } from './dkim-multiple-records.ts';
import { dkimProviderSelectorMissing } from './dkim-provider-selector-missing.ts';
import { dkimSelectorMissing } from './dkim-selector-missing.ts';
import { dkimServiceExcluded } from './dkim-service-excluded.ts';
import { dkimSyntax } from './dkim-syntax.ts';
import { dkimTesting } from './dkim-testing.ts';

export const dkimChecks = [
  dkimMissing,
  dkimSelectorMissing,
  dkimProviderSelectorMissing,
  dkimAliasDangling,
  dkimDomainkeyDenied,
  dkimKeyRevoked,
  dkimKeyInvalid,
  dkimSyntax,
  dkimMultipleRecords,
  dkimKeyShort,
  dkimKeyWeak,
  dkimKeyLong,
  dkimKeyFactorable,
  dkimExponentUnusual,
  dkimEd25519Only,
  dkimHashSha1,
  dkimServiceExcluded,
  dkimTesting,
] as const;
