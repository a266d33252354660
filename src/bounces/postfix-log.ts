import { foundReply, type Reader, type Sink } from './found.ts';
import { oneLine, unwrapped } from './reply-text.ts';
import { sendersById } from './senders-by-id.ts';
import { type LogLine, readLogLine } from './syslog.ts';

/** `1E9EB20C4C2: `, and with enable_long_queue_ids `4XtB5z1Q8nz9rxX: `. */
const queueId = /^([0-9A-Za-z]{6,20}): /;

/** Deliveries that ended without success, or not yet. */
const statuses = [', status=bounced (', ', status=deferred (', ', status=undeliverable ('] as const;

/** The value of `name=value, …`; null where there is none. */
function field(message: string, name: string): string | null {
  const at = message.indexOf(`${name}=`);
  if (at < 0) return null;
  const start = at + name.length + 1;
  const end = message.indexOf(', ', start);
  return message.slice(start, end < 0 ? undefined : end);
}

const bare = (address: string | null) => address?.replace(/^<(.*)>$/, '$1') ?? null;

/** `gmail-smtp-in.l.google.com[192.0.2.1]:25`; `none`, `local` and `virtual` are no host. */
function relayIn(text: string | null): { host: string | null; hostAddress: string | null } {
  const open = text?.indexOf('[') ?? -1;
  if (text === null || open < 0) return { host: null, hostAddress: null };
  const address = text.slice(open + 1, text.indexOf(']', open));
  return { host: text.slice(0, open) || null, hostAddress: address || null };
}

function delivery({ time, message }: LogLine, id: string, sender: string | null, line: number) {
  const status = statuses.find((one) => message.includes(one));
  if (status === undefined) return null;
  const at = message.indexOf(status);
  const said = message.slice(at + status.length).replace(/\)\s*$/, '');
  const wrapped = unwrapped(said);
  const dsn = field(message.slice(0, at), ' dsn');
  const reply = oneLine(wrapped.reply);
  const relay = relayIn(field(message.slice(0, at), ' relay'));
  return foundReply(wrapped.remote || dsn === null ? reply : `${dsn} ${reply}`, line, {
    origin: wrapped.remote ? 'remote' : 'local',
    recipient: bare(field(message, 'to')),
    sender,
    // A reply that an earlier attempt brought names its server itself.
    host: wrapped.host ?? relay.host,
    hostAddress: wrapped.hostAddress ?? relay.hostAddress,
    queueId: id,
    time,
  });
}

/** `NOQUEUE: reject: RCPT from mx.example.net[192.0.2.1]: 554 5.7.1 <…>: …; from=<…> to=<…> proto=ESMTP helo=<…>` */
function refusal({ time, message }: LogLine, at: number, line: number) {
  const from = message.indexOf(': ', message.indexOf(' from ', at));
  if (from < 0) return null;
  const facts = message.lastIndexOf('; from=<');
  const said = message.slice(from + 2, facts > from ? facts : undefined);
  const about = facts > from ? message.slice(facts) : '';
  return foundReply(oneLine(said), line, {
    origin: 'inbound',
    recipient: / to=<([^<>]*)>/.exec(about)?.[1] ?? null,
    sender: / from=<([^<>]*)>/.exec(about)?.[1] ?? null,
    address: /\[([\d.a-fA-F:]{2,45})\]:?$/.exec(message.slice(0, from))?.[1] ?? null,
    time,
  });
}

/** Deliveries that Postfix logs as bounced or deferred, and mail that its own server refused. */
export function postfixLog(sink: Sink): Reader {
  const senders = sendersById();
  return {
    take(text, line) {
      const read = readLogLine(text);
      if (!read) return;
      const { message } = read;
      const reject = message.indexOf('reject: ');
      if (reject >= 0 && reject <= 24) {
        const found = refusal(read, reject, line);
        if (found) sink(found);
        return;
      }
      const id = queueId.exec(message)?.[1];
      if (id === undefined) return;
      if (message.startsWith('from=<', id.length + 2)) {
        senders.set(id, bare(field(message, 'from')) ?? '');
      } else if (message.endsWith(': removed')) {
        senders.delete(id);
      } else {
        const found = delivery(read, id, senders.get(id), line);
        if (found) sink(found);
      }
    },
    end() {},
  };
}

/** The line is one of Postfix's own. */
export function isPostfixLine(text: string): boolean {
  const read = readLogLine(text);
  if (!read) return false;
  if (/postfix|\/(?:smtp|smtpd|lmtp|qmgr|cleanup|bounce|local|virtual|pickup|error)$/.test(read.program))
    return true;
  return queueId.test(read.message) && /, status=(?:sent|bounced|deferred) \(/.test(read.message);
}
