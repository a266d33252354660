import { dmarcUnaligned } from './dmarc-unaligned.ts';

/** Checks that join what several protocols tell. */
export const jointChecks = [dmarcUnaligned] as const;
