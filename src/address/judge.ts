import type { AddressVerdict, IdentityFacts, Subject } from '../subject.ts';
import { judgePath } from './envelope.ts';
import { judgeFrom } from './header.ts';

function judged(text: string | null, judge: (text: string) => AddressVerdict): IdentityFacts['from'] {
  return text === null ? null : { text, verdict: judge(text) };
}

/** Judges the syntax of the addresses that the user gave. Asks nothing, never throws. */
export function judgeIdentities({ from, mailFrom }: Pick<Subject, 'from' | 'mailFrom'>): IdentityFacts {
  return { mailFrom: judged(mailFrom, judgePath), from: judged(from, judgeFrom) };
}
