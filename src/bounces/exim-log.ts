import { copied } from './copied.ts';
import { foundReply, type LogReader, type Sink } from './found.ts';
import { isCoded, oneLine, unwrapped } from './reply-text.ts';
import { sendersById } from './senders-by-id.ts';

/** `2026-11-25 19:38:10 `, with fractions, zone and process id where the log selects them. */
const stamp = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [+-]\d{4})?(?= )/;

/** `1xWIok-0008RX-11`, since 4.97 `1xWIok-00000008RX-11AB`. */
const messageId = '[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}';

const event = new RegExp(`^ (?:\\[\\d{1,10}\\] )?(${messageId}) (<=|=>|->|>>|\\*\\*|==|Completed)(?: |$)`);
const rejection =
  /^ (?:\[\d{1,10}\] )?(?:[0-9A-Za-z-]{16,23} )?(H=.{0,600}? )?(?:temporarily )?rejected (?:RCPT|MAIL|EHLO|HELO|after DATA|during MIME|connection|DKIM|DATA)/;

/** Characters of a line in which the time must begin: syslog writes a time of its own in front. */
const maxPrefix = 160;

/** What follows the time. */
function behindStamp(text: string): { time: string; rest: string } | null {
  const found = stamp.exec(text.slice(0, maxPrefix));
  return found ? { time: found[0], rest: text.slice(found.index + found[0].length) } : null;
}

/** Not an attempt: the host is not tried before its time. */
const waits = 'retry time not reached';

/** `\n` and other escapes, as the log writes line ends in replies. */
const plain = (text: string) => text.replace(/\\[nrt]/g, ' ');

/** `H=mx.example.net [192.0.2.1]` */
function hostIn(fields: string) {
  const found = /(?:^| )H=(\S{1,255}) \[([\d.a-fA-F:]{2,45})\]/.exec(fields);
  return { host: found?.[1] ?? null, hostAddress: found?.[2] ?? null };
}

/** `gmail@dest.example R=fake T=fake H=mx [192.0.2.1]: SMTP error from remote mail server after …: 550 …` */
function delivery(
  rest: string,
  known: { line: number; time: string; id: string; sender: string | null; failed: boolean },
) {
  const colon = rest.indexOf(': ');
  if (colon < 0 || rest.includes(waits)) return null;
  const fields = rest.slice(0, colon);
  const wrapped = unwrapped(plain(rest.slice(colon + 2)));
  const host = hostIn(fields);
  const reply = oneLine(wrapped.reply);
  // What Exim finds itself has no code in the log; in its notifications it has these (RFC 3463 §2).
  const text = wrapped.remote || isCoded(reply) ? reply : `${known.failed ? '5.0.0' : '4.0.0'} ${reply}`;
  return foundReply(text, known.line, {
    origin: wrapped.remote ? 'remote' : 'local',
    // "alias <original@example.com>" where the address was rewritten on the way.
    recipient: /^[^ ]{0,320} <([^<> ]{1,320})>/.exec(fields)?.[1] ?? fields.split(' ', 1)[0] ?? null,
    sender: / F=<([^<> ]{0,320})>/.exec(fields)?.[1] ?? known.sender,
    host: wrapped.host ?? host.host,
    hostAddress: wrapped.hostAddress ?? host.hostAddress,
    queueId: known.id,
    time: known.time,
  });
}

/** `H=(x) [192.0.2.1] F=<a@b> rejected RCPT <z@c>: relay not permitted` */
function refusal(rest: string, time: string, line: number) {
  const at = rest.indexOf('rejected ');
  const colon = rest.indexOf(': ', at);
  if (colon < 0) return null;
  const fields = rest.slice(0, at);
  // The log leaves the code out: 550 is what a deny answers, 451 what a defer does.
  const code = fields.endsWith('temporarily ') ? '451' : '550';
  const said = oneLine(plain(rest.slice(colon + 2)));
  return foundReply(/^[45]\d\d[ -]/.test(said) ? said : `${code} ${said}`, line, {
    origin: 'inbound',
    recipient: /<([^<> ]{1,320})>/.exec(rest.slice(at, colon))?.[1] ?? null,
    sender: / F=<([^<> ]{0,320})>/.exec(fields)?.[1] ?? null,
    address: /\[([\d.a-fA-F:]{2,45})\]/.exec(fields)?.[1] ?? null,
    time,
  });
}

/** Deliveries that Exim's main log tells as failed or deferred, and mail that its own server refused. */
export function eximLog(sink: Sink): LogReader {
  const senders = sendersById();
  const takeEvent = (told: { id: string; sign: string; rest: string }, time: string, line: number) => {
    const { id, sign, rest } = told;
    if (sign === '<=') {
      const sender = rest.split(' ', 1)[0] ?? '';
      senders.set(id, sender === '<>' ? '' : sender);
    } else if (sign === 'Completed') {
      senders.delete(id);
    } else if (sign === '**' || sign === '==') {
      const known = { line, time: copied(time), id: copied(id), sender: senders.get(id) };
      return delivery(copied(rest), { ...known, failed: sign === '**' });
    }
    return null;
  };
  return {
    take(text, line) {
      const read = behindStamp(text);
      if (!read) return false;
      const { time, rest } = read;
      const [head = '', id, sign] = event.exec(rest) ?? [];
      if (id === undefined && !rejection.test(rest)) return false;
      const found =
        id === undefined || sign === undefined
          ? refusal(copied(rest), copied(time), line)
          : takeEvent({ id, sign, rest: rest.slice(head.length) }, time, line);
      if (found) sink(found);
      return true;
    },
  };
}
