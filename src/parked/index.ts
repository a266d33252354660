import { dmarcParkedWeak } from './dmarc-parked-weak.ts';
import { mxParked } from './mx-parked.ts';
import { spfParkedOpen } from './spf-parked-open.ts';

/** Checks of what a domain that sends no mail should publish (M3AAWG, Protecting Parked Domains). */
export const parkedChecks = [spfParkedOpen, dmarcParkedWeak, mxParked] as const;
