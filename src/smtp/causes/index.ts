import { authentication } from './authentication.ts';
import type { CauseText } from './cause.ts';
import { delivery } from './delivery.ts';
import { hosts } from './hosts.ts';
import { message } from './message.ts';
import { recipient } from './recipient.ts';
import { reputation } from './reputation.ts';

const all = { ...authentication, ...hosts, ...reputation, ...message, ...recipient, ...delivery };

/** The vocabulary of causes of a refusal: public API, never renamed. */
export type Cause = keyof typeof all;

/** What each cause means, what to do, and what to look for. */
export const causeTexts: Readonly<Record<Cause, CauseText>> = all;
