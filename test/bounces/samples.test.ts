import { describe, expect, it } from 'vitest';
import { explainBounces } from '../../src/bounces/explain-bounces.ts';
import { sample } from './support.ts';

/** Recipient, origin, cause: `gmail remote dmarc-fail-reject`. */
const told = async (name: string) => {
  const { first } = await explainBounces([sample(name)]);
  return first.map(
    ({ found, explanation }) => `${found.recipient?.split('@')[0]} ${found.origin} ${explanation.cause}`,
  );
};

const refused = [
  'gmail remote dmarc-fail-reject',
  'outlook remote spf-fail',
  'zen remote ip-blocklisted',
  'sender remote sender-domain-missing',
  'full remote mailbox-full',
];

describe('what servers of Debian 12 wrote', () => {
  it('Postfix 3.7.11 in its log', async () => {
    expect((await told('postfix.log')).toSorted()).toEqual(
      [
        ...refused,
        'grey remote greylisted',
        'nobody-here local recipient-unknown',
        'y local connection-failed',
        'x local recipient-domain-missing',
      ].toSorted(),
    );
  });

  it('Postfix 3.7.11 in its notifications', async () => {
    expect((await told('postfix.mbox')).toSorted()).toEqual(
      [...refused, 'nobody-here local recipient-unknown'].toSorted(),
    );
  });

  it('Exim 4.96 in its log', async () => {
    expect(await told('exim.log')).toEqual([
      ...refused,
      'grey remote greylisted',
      'nobody-here local recipient-unknown',
      'x local generic-transient',
      'y local connection-failed',
      'z inbound relay-denied',
    ]);
  });

  it('Exim 4.96 in its notifications', async () => {
    expect(await told('exim.mbox')).toEqual([...refused, 'nobody-here local recipient-unknown']);
  });

  it.each(['postfix.mbox', 'exim.mbox'])(
    '%s names the sender, the address and the selector',
    async (name) => {
      const { senders, kind, messages } = await explainBounces([sample(name)]);
      expect([kind, messages]).toEqual(['message', 6]);
      expect(senders).toEqual([
        {
          domain: 'campaign.example',
          replies: 6,
          from: 'news@campaign.example',
          mailFrom: 'news-bounce@bounces.example',
          addresses: ['203.0.113.25'],
          selectors: ['s1@campaign.example'],
        },
      ]);
    },
  );
});
