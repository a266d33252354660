import { describe, expect, it } from 'vitest';
import { found, only } from './support.ts';

const returned = `Return-Path: <bounce-7@mail.campaign.example>
Received: from out.campaign.example (out.campaign.example [203.0.113.25])
\tby mx.dest.example with ESMTPS id 1; Wed, 4 Mar 2026 05:06:07 +0000
DKIM-Signature: v=1; a=rsa-sha256; d=campaign.example; s=s1;
\th=from; bh=x; b=y
From: =?utf-8?q?Caf=C3=A9?= <news@campaign.example>
Subject: Hello

Body
`;

interface Report {
  readonly fields: string;
  readonly text?: string;
  readonly original?: string;
  readonly encoding?: string;
  readonly type?: string;
}

/** A delivery status notification, as RFC 3464 has it. */
function dsn({
  fields,
  text = 'It failed.',
  original = returned,
  encoding = '7bit',
  type = 'message/rfc822',
}: Report) {
  const status = encoding === 'base64' ? btoa(fields) : fields;
  return `Return-Path: <>
From: MAILER-DAEMON@mx.dest.example
To: <bounce-7@mail.campaign.example>
Date: Wed, 4 Mar 2026 05:06:08 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="=_b 1"

preamble
--=_b 1
Content-Type: text/plain; charset=utf-8

${text}

--=_b 1
Content-Type: message/delivery-status
Content-Transfer-Encoding: ${encoding}

${status}
--=_b 1
Content-Type: ${type}

${original}
--=_b 1--
`;
}

const fields = `Reporting-MTA: dns; mx.dest.example
Arrival-Date: Wed, 4 Mar 2026 05:06:07 +0000

Final-Recipient: rfc822; a@dest.example
Action: failed
Status: 5.7.26
Diagnostic-Code: smtp; 550-5.7.26 Unauthenticated email from campaign.example is not
 accepted. 550 5.7.26 - gsmtp
`;

describe('a delivery status notification', () => {
  it('tells of the reply, the recipient, and who sent the mail', async () => {
    expect(await only(dsn({ fields }))).toEqual({
      text: '550 5.7.26 Unauthenticated email from campaign.example is not accepted. - gsmtp',
      origin: 'remote',
      line: 1,
      recipient: 'a@dest.example',
      sender: 'bounce-7@mail.campaign.example',
      from: 'news@campaign.example',
      address: '203.0.113.25',
      selectors: ['s1@campaign.example'],
      host: null,
      hostAddress: null,
      queueId: null,
      time: 'Wed, 4 Mar 2026 05:06:08 +0000',
    });
  });

  it.each([
    ['base64', { fields, encoding: 'base64' }],
    ['quoted-printable', { fields: fields.replace('accepted', 'acce=\npted'), encoding: 'quoted-printable' }],
    ['headers alone', { fields, type: 'text/rfc822-headers' }],
    ['CRLF', { fields: fields.replaceAll('\n', '\r\n') }],
  ])('%s', async (_, report) => {
    expect(await only(dsn(report))).toMatchObject({
      text: '550 5.7.26 Unauthenticated email from campaign.example is not accepted. - gsmtp',
      from: 'news@campaign.example',
    });
  });

  it('says nothing of the sending address where a relay reports: it cannot see its own', async () => {
    const relayed = fields.replace('Action:', 'Remote-MTA: dns; gmail-smtp-in.l.google.com\nAction:');
    expect(await only(dsn({ fields: relayed }))).toMatchObject({
      address: null,
      host: 'gmail-smtp-in.l.google.com',
    });
  });

  it('takes no private address, and no host name that is an address, for more than it is', async () => {
    const original = returned.replace('[203.0.113.25]', '[10.0.0.5]');
    const there = fields.replace('Action:', 'Remote-MTA: dns; [192.0.2.25]\nAction:');
    expect(await only(dsn({ fields, original }))).toMatchObject({ address: null });
    expect(await only(dsn({ fields: there }))).toMatchObject({ host: null });
  });

  it('tells of each recipient, and of none that was delivered to', async () => {
    const several = `${fields}
Final-Recipient: rfc822; b@dest.example
Action: delivered
Status: 2.0.0

Final-Recipient: rfc822; c@dest.example
Action: delayed
Status: 4.2.2
Diagnostic-Code: smtp; 452 4.2.2 Mailbox full
`;
    const { replies } = await found(dsn({ fields: several }));
    expect(replies.map(({ recipient, text }) => `${recipient} ${text.slice(0, 9)}`)).toEqual([
      'a@dest.example 550 5.7.2',
      'c@dest.example 452 4.2.2',
    ]);
  });

  it('reads in the text what the fields leave out', async () => {
    const bare =
      'Reporting-MTA: dns; own.example\n\nAction: failed\nFinal-Recipient: rfc822;a@dest.example\nStatus: 5.0.0\n';
    const text = 'The following failed:\n\n  a@dest.example\n    Unrouteable address\n';
    expect(await only(dsn({ fields: bare, text }))).toMatchObject({
      text: '5.0.0 Unrouteable address',
      origin: 'local',
    });
    expect(await only(dsn({ fields: bare }))).toMatchObject({ text: '5.0.0', origin: 'local' });
  });

  it('is found where it was forwarded as an attachment', async () => {
    const forwarded = `From: Anna <anna@own.example>
Subject: Fwd: failed
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: text/plain

Look, anna@own.example: what is this?
--outer
Content-Type: message/rfc822

${dsn({ fields })}
--outer--
`;
    expect(await only(forwarded)).toMatchObject({
      recipient: 'a@dest.example',
      from: 'news@campaign.example',
    });
  });

  it('is read from its fields alone, as a person pastes them', async () => {
    expect(await only(fields)).toMatchObject({ recipient: 'a@dest.example', origin: 'remote' });
  });

  it('is read where the message ends in the middle', async () => {
    const whole = dsn({ fields });
    expect(await only(whole.slice(0, whole.indexOf('- gsmtp') + 8))).toMatchObject({
      recipient: 'a@dest.example',
    });
  });
});

const daemon =
  'Return-Path: <>\nFrom: MAILER-DAEMON@own.example\nTo: bounce@campaign.example\nSubject: failure notice\n\n';

describe('a notification in words alone', () => {
  it('of qmail', async () => {
    const text = `${daemon}Hi. This is the qmail-send program at own.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<a@dest.example>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 No such user here
Giving up on 192.0.2.25.

--- Below this line is a copy of the message.

${returned}`;
    expect(await only(text)).toMatchObject({
      text: '550 5.1.1 No such user here',
      origin: 'remote',
      recipient: 'a@dest.example',
      from: 'news@campaign.example',
      sender: 'bounce-7@mail.campaign.example',
      selectors: ['s1@campaign.example'],
    });
  });

  it('of Exim before it wrote reports', async () => {
    const text = `${daemon}This message was created automatically by mail delivery software.

  a@dest.example
    SMTP error from remote mail server after RCPT TO:<a@dest.example>:
    host mx.dest.example [192.0.2.25]: 550-No such
    550 user
  b@dest.example
    all relevant MX records point to non-existent hosts

------ This is a copy of the message, including all the headers. ------

${returned}`;
    const { replies } = await found(text);
    expect(replies).toMatchObject([
      {
        text: '550 No such user',
        recipient: 'a@dest.example',
        origin: 'remote',
        from: 'news@campaign.example',
      },
      {
        text: 'all relevant MX records point to non-existent hosts',
        recipient: 'b@dest.example',
        origin: 'local',
      },
    ]);
  });

  it('of Exchange, in HTML', async () => {
    const text = `${daemon.trim()}
Content-Type: text/html

<p>Diagnostic information for administrators:</p><p>Generating server: own.example</p>
<p>a@dest.example<br>Remote Server returned &#39;550 5.7.515 Access denied, sending domain campaign.example doesn't meet the level&#39;</p>
<p>Original message headers:</p><pre>From: News &lt;news@campaign.example&gt;
</pre>`;
    expect(await only(text)).toMatchObject({
      text: "550 5.7.515 Access denied, sending domain campaign.example doesn't meet the level",
      recipient: 'a@dest.example',
      origin: 'remote',
      from: 'news@campaign.example',
    });
  });
});

it('finds nothing in the mail of a person', async () => {
  const text =
    'From: Anna <anna@own.example>\nTo: b@own.example\nSubject: Lunch\n\nb@own.example: at noon?\n';
  expect(await found(text)).toMatchObject({ kind: 'message', messages: 1, replies: [] });
});

it('reads a mailbox message after message', async () => {
  const box = `From MAILER-DAEMON Wed Mar  4 05:06:08 2026\n${dsn({ fields })}\nFrom MAILER-DAEMON  Wed Mar  4 05:06:09 2026\n${dsn({ fields: fields.replace('a@dest', 'b@dest') })}`;
  const { replies, messages } = await found(box);
  expect(messages).toBe(2);
  expect(replies.map(({ recipient }) => recipient)).toEqual(['a@dest.example', 'b@dest.example']);
  expect(replies[1]?.line).toBe(box.split('\n').findLastIndex((line) => line.startsWith('From MAILER')) + 1);
});

it('reads what the library refuses as plain text', async () => {
  const nested = Array.from(
    { length: 60 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
  ).join('');
  const text = `Received: x\nFrom: MAILER-DAEMON@own.example\n${nested}\n<a@dest.example>: host mx[192.0.2.1] said: 550 No\n`;
  expect(await only(text)).toMatchObject({ text: '550 No', recipient: 'a@dest.example' });
});
