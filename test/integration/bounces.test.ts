import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainBounces } from '../../src/index.ts';
import { noExim, startExim } from './exim.ts';
import { type MailServer, message, until } from './mail-server.ts';
import { noPostfix, startPostfix } from './postfix.ts';
import { type Receiver, startReceiver } from './receiver.ts';

/** Replies as receivers give them, by the local part that gets each; lines as they come over the wire. */
const replies: Readonly<Record<string, string>> = {
  gmail: [
    '550-5.7.26 Unauthenticated email from campaign.example is not accepted due to',
    "550-5.7.26 domain's DMARC policy. Please contact the administrator of",
    '550-5.7.26 campaign.example domain if this was a legitimate mail. To learn about the',
    '550-5.7.26 DMARC initiative, go to',
    '550 5.7.26  https://support.google.com/mail/?p=DmarcRejection a1-20020a05600c.12 - gsmtp',
  ].join('\r\n'),
  outlook:
    "550 5.7.515 Access denied, sending domain campaign.example doesn't meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender. To learn how to fix this see: https://go.microsoft.com/fwlink/p/?linkid=2319303 Spf= Fail , Dkim= Fail , DMARC= Fail",
  zen: '554 5.7.1 Service unavailable; Client host [203.0.113.25] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.25',
  sender:
    '553 5.1.8 <news@campaign.example>... Domain of sender address news@campaign.example does not exist',
  full: '552 5.2.2 <full@dest.example>: Recipient mailbox is full',
  grey: '451 4.7.1 <grey@dest.example>: Recipient address rejected: Greylisted for 300 seconds',
};

const recipients = [
  ...Object.keys(replies).map((name) => `${name}@dest.example`),
  'nobody-here@campaign.example',
  'y@closed.example',
  'x@nohost.example',
];

/** Recipient, who refused, the receiver and the cause. */
const refusals = [
  'gmail remote gmail dmarc-fail-reject',
  'outlook remote outlook spf-fail',
  'zen remote postfix ip-blocklisted',
  'sender remote sendmail sender-domain-missing',
  'full remote null mailbox-full',
];

async function told(text: string): Promise<string[]> {
  const { first } = await explainBounces([text]);
  return first
    .map(({ found, explanation: { receiver, cause } }) => {
      const [name] = (found.recipient ?? '').split('@');
      return `${name} ${found.origin} ${found.origin === 'remote' ? receiver : ''} ${cause}`.replace(
        '  ',
        ' ',
      );
    })
    .toSorted();
}

const servers = [
  {
    name: 'Postfix',
    reason: noPostfix(),
    start: startPostfix,
    own: [
      'nobody-here local recipient-unknown',
      'x local recipient-domain-missing',
      'y local connection-failed',
      'z inbound relay-denied',
    ],
  },
  {
    name: 'Exim',
    reason: noExim(),
    start: startExim,
    own: [
      'nobody-here local recipient-unknown',
      'x local generic-transient',
      'y local connection-failed',
      'z inbound relay-denied',
    ],
  },
] as const;

describe.each(servers)('$name of Debian, made to bounce', ({ name, reason, start, own }) => {
  describe.skipIf(reason !== null)(
    reason === null ? 'for five causes and more' : `(skipped: ${reason})`,
    { timeout: 120_000 },
    () => {
      let receiver: Receiver | undefined;
      let server: MailServer | undefined;

      beforeAll(async () => {
        receiver = await startReceiver(replies);
        server = await start(receiver.port);
        const mails = server;
        await mails.submit(message, recipients);
        // One message: its failed recipients are told of in one notification.
        await until(
          `the bounces of ${name}`,
          () =>
            /status=deferred|== /.test(mails.log()) && /<full@dest.example>: Recipient/.test(mails.mailbox()),
        );
        const deferred = () =>
          ['grey@dest', 'y@closed', 'x@nohost'].every((one) =>
            new RegExp(`(?:==|to=).*${one}`).test(mails.log()),
          );
        await until(`the deferrals of ${name}`, deferred);
      }, 120_000);
      afterAll(async () => {
        await server?.stop();
        await receiver?.stop();
      });

      it('its log is explained right', async () => {
        const expected = [...refusals, 'grey remote postgrey greylisted', ...own];
        expect(await told(server?.log() ?? '')).toEqual(expected.toSorted());
      });

      it('its notification is explained right', async () => {
        expect(await told(server?.mailbox() ?? '')).toEqual(
          [...refusals, 'nobody-here local recipient-unknown'].toSorted(),
        );
      });

      it('both tell who sent the mail, and from where', async () => {
        const [first] = (await explainBounces([server?.mailbox() ?? ''])).senders;
        expect(first).toMatchObject({
          domain: 'campaign.example',
          from: 'news@campaign.example',
          mailFrom: 'news-bounce@bounces.example',
          addresses: ['203.0.113.25'],
          selectors: ['s1@campaign.example'],
        });
        const log = await explainBounces([server?.log() ?? '']);
        expect(log.senders.map(({ domain }) => domain)).toEqual(['bounces.example', 'campaign.example']);
        expect(
          log.first.filter(({ found }) => found.origin !== 'inbound').map(({ found }) => found.sender),
        ).toEqual(Array.from({ length: recipients.length }, () => 'news-bounce@bounces.example'));
      });
    },
  );
});
