import { foundReply, type LogReader, type Sink } from './found.ts';
import { oneLine, unwrapped } from './reply-text.ts';
import { sendersById } from './senders-by-id.ts';
import { type LogLine, ownLine, readLogLine } from './syslog.ts';

/** `1E9EB20C4C2: `, and with enable_long_queue_ids `4XtB5z1Q8nz9rxX: `. */
const queueId = /^([0-9A-Za-z]{4,20}): /;

/** `NOQUEUE: `, or a queue id, stands before a refusal. */
const maxBeforeReject = 24;

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

function delivery(read: LogLine, id: string, sender: string | null, line: number) {
  const status = statuses.find((one) => read.message.includes(one));
  if (status === undefined) return null;
  const { time, message } = ownLine(read);
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
    queueId: message.slice(0, id.length),
    time,
  });
}

/** `NOQUEUE: reject: RCPT from mx.example.net[192.0.2.1]: 554 5.7.1 <…>: …; from=<…> to=<…> proto=ESMTP helo=<…>` */
function refusal(read: LogLine, at: number, line: number) {
  const { time, message } = ownLine(read);
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

/** Programs of Postfix, whatever the name that syslog_name gives it. */
const programs = /postfix|\/(?:smtp|smtpd|lmtp|qmgr|cleanup|bounce|local|virtual|pickup|error)$/;

const isPostfix = ({ program, message }: LogLine) =>
  programs.test(program) || (message.includes(', status=') && queueId.test(message));

/** Deliveries that Postfix logs as bounced or deferred, and mail that its own server refused. */
export function postfixLog(sink: Sink): LogReader {
  const senders = sendersById();
  const takeMessage = (read: LogLine, line: number) => {
    const { message } = read;
    const reject = message.indexOf('reject: ');
    if (reject >= 0 && reject <= maxBeforeReject) return refusal(read, reject, line);
    const id = queueId.exec(message)?.[1];
    if (id === undefined) return null;
    if (message.startsWith('from=<', id.length + 2)) senders.set(id, bare(field(message, 'from')) ?? '');
    else if (message.endsWith(': removed')) senders.delete(id);
    else return delivery(read, id, senders.get(id), line);
    return null;
  };
  return {
    take(text, line) {
      const read = readLogLine(text);
      if (!read || !isPostfix(read)) return false;
      const found = takeMessage(read, line);
      if (found) sink(found);
      return true;
    },
  };
}
