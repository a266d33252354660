import { addressChecks } from './address/checks/index.ts';
import type { CheckOf } from './check.ts';
import { dkimChecks } from './dkim/checks/index.ts';
import { dmarcChecks } from './dmarc/checks/index.ts';
import { dnsblChecks } from './dnsbl/checks/index.ts';
import { hostsChecks } from './hosts/checks/index.ts';
import { jointChecks } from './joint/index.ts';
import { parkedChecks } from './parked/index.ts';
import { spfChecks } from './spf/checks/index.ts';

const all = [
  ...addressChecks,
  ...hostsChecks,
  ...spfChecks,
  ...dkimChecks,
  ...dmarcChecks,
  ...jointChecks,
  ...parkedChecks,
  ...dnsblChecks,
] as const;

/** The id of a finding: public API, never renamed. */
export type CheckId = (typeof all)[number]['id'];

/** Every check there is. */
export const checks: readonly CheckOf<CheckId>[] = all;
