import { dmarcUnaligned } from './dmarc-unaligned.ts';
import { fromMailboxProvider } from './from-mailbox-provider.ts';

/** Checks that join what several protocols tell. */
export const jointChecks = [dmarcUnaligned, fromMailboxProvider] as const;
