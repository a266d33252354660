import type { Consequence } from './consequence.ts';
import { dkimIsBroken, spfCannotPass } from './reasons.ts';

/** A reply of a receiver that takes mail where SPF or DKIM passes, for whatever domain. */
type Reply = Pick<Consequence, 'receiver' | 'reply' | 'enhanced' | 'class' | 'source'> &
  Partial<Pick<Consequence, 'deferral' | 'conditions' | 'token'>>;

function refusedUnauthenticated(reply: Reply): readonly Consequence[] {
  const shared = { cause: 'unauthenticated', certainty: 'documented', ...reply } as const;
  const own = reply.conditions ?? [];
  return [
    {
      ...shared,
      meaning: { en: 'neither SPF nor DKIM passes', fr: 'ni SPF ni DKIM ne passe' },
      reasons: [spfCannotPass, dkimIsBroken],
      conditions: ['no-other-authentication', ...own],
    },
    {
      ...shared,
      meaning: {
        en: 'SPF does not pass, and DKIM may not either',
        fr: 'SPF ne passe pas, et DKIM peut-être pas non plus',
      },
      reasons: [spfCannotPass],
      without: dkimIsBroken,
      dkim: 'not-usable',
      conditions: ['no-dkim-pass', 'no-other-authentication', ...own],
    },
  ];
}

export const unauthenticatedConsequences: readonly Consequence[] = [
  ...refusedUnauthenticated({
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.26',
    class: 'permanent',
    deferral: { reply: 421, enhanced: '4.7.26', since: null },
    source: 'gmail-errors',
  }),
  ...refusedUnauthenticated({
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.1',
    class: 'permanent',
    conditions: ['over-ipv6'],
    source: 'gmail-errors',
  }),
  ...refusedUnauthenticated({
    receiver: 'yahoo',
    reply: 550,
    enhanced: '5.7.9',
    class: 'permanent',
    source: 'yahoo-errors',
  }),
  ...refusedUnauthenticated({
    receiver: 'icloud',
    reply: 554,
    enhanced: '5.7.1',
    class: 'permanent',
    token: 'HME1',
    source: 'icloud',
  }),
  ...refusedUnauthenticated({
    receiver: 'exchange-online',
    reply: 450,
    enhanced: '4.7.26',
    class: 'transient',
    conditions: ['over-ipv6'],
    source: 'exchange',
  }),
];
