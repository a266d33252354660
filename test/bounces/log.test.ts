import { describe, expect, it } from 'vitest';
import { found, only } from './support.ts';

const smtp = 'Mar  4 05:06:07 mx postfix/smtp[123]: 4XtB5z1Q8nz9rxX: to=<a@dest.example>, ';
const local = 'relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred ';
const remote = 'relay=mx.dest.example[192.0.2.25]:25, delay=1, delays=0/0/1/0, dsn=5.7.1, status=bounced ';

describe('a log of Postfix', () => {
  it.each([
    [
      'a refusal',
      `${smtp}${remote}(host mx.dest.example[192.0.2.25] said: 550 5.7.1 No (in reply to RCPT TO command))`,
      { text: '550 5.7.1 No', origin: 'remote', host: 'mx.dest.example', hostAddress: '192.0.2.25' },
    ],
    [
      'a reply of several lines, logged as one',
      `${smtp}${remote}(host mx.dest.example[192.0.2.25] said: 550-5.7.1 One 550-5.7.1 two 550 5.7.1 three (in reply to end of DATA command))`,
      { text: '550 5.7.1 One two three' },
    ],
    [
      'a greeting that refuses',
      `${smtp}${remote}(host mx.dest.example[192.0.2.25] refused to talk to me: 421 4.7.0 Try later)`,
      { text: '421 4.7.0 Try later', origin: 'remote' },
    ],
    [
      'no connection',
      `${smtp}${local}(connect to mx.dest.example[192.0.2.25]:25: Connection refused)`,
      {
        text: '4.4.1 connect to mx.dest.example[192.0.2.25]:25: Connection refused',
        origin: 'local',
        host: null,
      },
    ],
    [
      'a delivery that waits for what another server said before',
      `${smtp}${local}(delivery temporarily suspended: host mx2.dest.example[192.0.2.26] refused to talk to me: 421 4.7.0 Later)`,
      { text: '421 4.7.0 Later', origin: 'remote', host: 'mx2.dest.example' },
    ],
    [
      'what an earlier server said, beside the last one tried',
      `${smtp}relay=mx1.dest.example[192.0.2.25]:25, dsn=4.7.0, status=deferred (host mx2.dest.example[192.0.2.26] said: 421 4.7.0 Later (in reply to RCPT TO command))`,
      { host: 'mx2.dest.example', hostAddress: '192.0.2.26' },
    ],
    [
      'an ISO timestamp, and a name of its own for the service',
      `2026-03-04T05:06:07.123456+01:00 mx out/smtp[123]: 3A5B7C9D1E: to=<a@dest.example>, ${remote}(host mx.dest.example[192.0.2.25] said: 550 No)`,
      { text: '550 No', queueId: '3A5B7C9D1E', time: '2026-03-04T05:06:07.123456+01:00' },
    ],
    [
      'IPv6',
      `${smtp}relay=mx.dest.example[2001:db8::25]:25, dsn=5.0.0, status=bounced (host mx.dest.example[2001:db8::25] said: 550 No)`,
      { host: 'mx.dest.example', hostAddress: '2001:db8::25' },
    ],
  ])('%s', async (_, line, wanted) => {
    expect(await only(line)).toMatchObject({ recipient: 'a@dest.example', ...wanted });
  });

  it('joins the sender by the queue id, and no other', async () => {
    const { replies } = await found(
      [
        'Mar  4 05:06:07 mx postfix/qmgr[1]: AAAAAAAAAA: from=<one@a.example>, size=1, nrcpt=1 (queue active)',
        'Mar  4 05:06:07 mx postfix/qmgr[1]: BBBBBBBBBB: from=<>, size=1, nrcpt=1 (queue active)',
        `Mar  4 05:06:07 mx postfix/smtp[1]: AAAAAAAAAA: to=<x@dest.example>, ${remote}(host h[192.0.2.1] said: 550 No)`,
        `Mar  4 05:06:07 mx postfix/smtp[1]: BBBBBBBBBB: to=<x@dest.example>, ${remote}(host h[192.0.2.1] said: 550 No)`,
        'Mar  4 05:06:07 mx postfix/qmgr[1]: AAAAAAAAAA: removed',
        `Mar  4 05:06:07 mx postfix/smtp[1]: AAAAAAAAAA: to=<x@dest.example>, ${remote}(host h[192.0.2.1] said: 550 No)`,
      ].join('\n'),
    );
    expect(replies.map(({ sender }) => sender)).toEqual(['one@a.example', '', null]);
  });

  it('passes over what was delivered, and other programs', async () => {
    const { replies, kind } = await found(
      `${smtp}relay=mx[192.0.2.25]:25, dsn=2.0.0, status=sent (250 2.0.0 OK)\nMar  4 05:06:07 mx sshd[9]: error: 550 5.7.1 no\n`,
    );
    expect([kind, replies]).toEqual(['log', []]);
  });

  it('tells mail that this server refused from mail that others did', async () => {
    const line =
      'Mar  4 05:06:07 mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from bad.example[203.0.113.99]: 554 5.7.1 Service unavailable; Client host [203.0.113.99] blocked using zen.spamhaus.org; https://x.example/; from=<s@bad.example> to=<me@own.example> proto=ESMTP helo=<bad>';
    expect(await only(line)).toMatchObject({
      origin: 'inbound',
      text: '554 5.7.1 Service unavailable; Client host [203.0.113.99] blocked using zen.spamhaus.org; https://x.example/',
      sender: 's@bad.example',
      recipient: 'me@own.example',
      address: '203.0.113.99',
    });
  });
});

const exim = '2026-03-04 05:06:07 1xWIok-0008RX-11 ';

describe('a log of Exim', () => {
  it.each([
    [
      'a refusal',
      `${exim}** a@dest.example R=dnslookup T=remote_smtp H=mx.dest.example [192.0.2.25] X=TLS1.3:x:256 CV=yes: SMTP error from remote mail server after RCPT TO:<a@dest.example>: 550-5.1.1 No such user.\\n550 5.1.1 Bye`,
      {
        text: '550 5.1.1 No such user. Bye',
        origin: 'remote',
        host: 'mx.dest.example',
        hostAddress: '192.0.2.25',
      },
    ],
    [
      'a deferral, with an id of 4.97, process and zone',
      '2026-03-04 05:06:07.123 +0100 [77] 1xWIok-00000008RX1-11AB == a@dest.example R=d T=t defer (-44) H=mx.dest.example [192.0.2.25]: SMTP error from remote mail server after pipelined MAIL FROM:<b@own.example> SIZE=20: 451 4.7.1 Greylisted',
      { text: '451 4.7.1 Greylisted', origin: 'remote', queueId: '1xWIok-00000008RX1-11AB' },
    ],
    [
      'a finding of its own',
      `${exim}** a@dest.example R=x: Unrouteable address`,
      { text: '5.0.0 Unrouteable address', origin: 'local' },
    ],
    [
      'an address that was rewritten',
      `${exim}== alias@own.example <a@dest.example> R=d T=t defer (111): Connection refused`,
      { text: '4.0.0 Connection refused', recipient: 'a@dest.example', origin: 'local' },
    ],
    [
      'a syslog prefix',
      `Mar  4 05:06:07 mx exim[88]: ${exim}** a@dest.example F=<b@own.example> R=d T=t: Unrouteable address`,
      { sender: 'b@own.example' },
    ],
  ])('%s', async (_, line, wanted) => {
    expect(await only(line)).toMatchObject({ recipient: 'a@dest.example', ...wanted });
  });

  it('joins the sender, and counts no attempt that was not made', async () => {
    const { replies } = await found(
      [
        `${exim}<= b@own.example H=app [10.0.0.1] P=esmtp S=9`,
        `${exim}== a@dest.example R=d T=t defer (-53): retry time not reached for any host for 'dest.example'`,
        `${exim}** a@dest.example R=d T=t H=mx [192.0.2.25]: SMTP error from remote mail server after end of data: 554 No`,
      ].join('\n'),
    );
    expect(replies).toMatchObject([{ text: '554 No', sender: 'b@own.example' }]);
  });

  it('tells mail that this server refused', async () => {
    const line =
      '2026-03-04 05:06:07 H=(x.example) [203.0.113.99] F=<s@bad.example> temporarily rejected RCPT <me@own.example>: Could not complete sender verify';
    expect(await only(line)).toMatchObject({
      origin: 'inbound',
      text: '451 Could not complete sender verify',
      sender: 's@bad.example',
      recipient: 'me@own.example',
      address: '203.0.113.99',
    });
  });
});

const sendmail = 'Mar  4 05:06:07 mx sm-mta[123]: 6244xNab012345: ';

describe('a log of sendmail', () => {
  it.each([
    [
      'a deferral with the reply',
      `${sendmail}to=<a@dest.example>, delay=00:00:01, mailer=esmtp, pri=120, relay=mx.dest.example. [192.0.2.25], dsn=4.7.1, stat=Deferred: 451 4.7.1 Greylisted`,
      { text: '451 4.7.1 Greylisted', origin: 'remote', host: 'mx.dest.example', hostAddress: '192.0.2.25' },
    ],
    [
      'a refusal with the reply in a field',
      `${sendmail}to=<a@dest.example>, relay=mx.dest.example. [192.0.2.25], dsn=5.1.1, reply=550 5.1.1 No such user, stat=User unknown`,
      { text: '550 5.1.1 No such user', origin: 'remote' },
    ],
    [
      'a refusal in words',
      `${sendmail}to=<a@dest.example>, relay=mx.dest.example. [192.0.2.25], dsn=5.6.0, stat=Service unavailable`,
      { text: '5.6.0 Service unavailable', origin: 'local' },
    ],
    [
      'no connection',
      `${sendmail}to=<a@dest.example>, relay=mx.dest.example., dsn=4.0.0, stat=Deferred: Connection refused by mx.dest.example.`,
      { text: '4.0.0 Connection refused by mx.dest.example.', origin: 'local' },
    ],
  ])('%s', async (_, line, wanted) => {
    expect(await only(line)).toMatchObject({ recipient: 'a@dest.example', ...wanted });
  });

  it('joins the sender, passes over success, and tells its own refusals', async () => {
    const { replies } = await found(
      [
        `${sendmail}from=<b@own.example>, size=9, class=0, nrcpts=1, msgid=<x@y>, relay=app [10.0.0.1]`,
        `${sendmail}to=<a@dest.example>, relay=mx. [192.0.2.25], dsn=2.0.0, stat=Sent (ok)`,
        `${sendmail}to=<a@dest.example>, relay=mx. [192.0.2.25], dsn=5.0.0, stat=550 No`,
        `${sendmail}ruleset=check_rcpt, arg1=<me@own.example>, relay=bad [203.0.113.99], reject=550 5.7.1 <me@own.example>... Relaying denied`,
      ].join('\n'),
    );
    expect(replies).toMatchObject([
      { text: '550 No', sender: 'b@own.example', origin: 'remote' },
      { text: '550 5.7.1 <me@own.example>... Relaying denied', origin: 'inbound', address: '203.0.113.99' },
    ]);
  });
});

it('reads the lines of several mail servers in one file', async () => {
  const { replies } = await found(
    [
      `${smtp}${remote}(host h[192.0.2.1] said: 550 One)`,
      `${exim}** a@dest.example R=x T=t H=h [192.0.2.1]: SMTP error from remote mail server after end of data: 550 Two`,
      `${sendmail}to=<a@dest.example>, relay=h. [192.0.2.1], dsn=5.0.0, stat=550 Three`,
      `${smtp}${remote}(host h[192.0.2.1] said: 550 Four)`,
    ].join('\n'),
  );
  expect(replies.map(({ text }) => text)).toEqual(['550 One', '550 Two', '550 Three', '550 Four']);
  expect(replies.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
});
