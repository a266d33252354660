import type { CheckId } from '../../all-checks.ts';
import type { Messages } from '../../check.ts';
import { addressFrench } from './address.ts';
import { dkimFrench } from './dkim.ts';
import { dmarcFrench } from './dmarc.ts';
import { dnsblFrench } from './dnsbl.ts';
import { hostsFrench } from './hosts.ts';
import { jointFrench } from './joint.ts';
import { parkedFrench } from './parked.ts';
import { spfFrench } from './spf.ts';

/** The templates of every check in French; one that is missing does not compile. */
export const french: Readonly<Record<CheckId, Messages>> = {
  ...addressFrench,
  ...hostsFrench,
  ...spfFrench,
  ...dkimFrench,
  ...dmarcFrench,
  ...jointFrench,
  ...parkedFrench,
  ...dnsblFrench,
};
