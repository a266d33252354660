import { foundReply, type LogReader, type Sink } from './found.ts';
import { isCoded, oneLine } from './reply-text.ts';
import { sendersById } from './senders-by-id.ts';
import { ownLine, readLogLine } from './syslog.ts';

/** `4APJbnXx012345: ` */
const queueId = /^([0-9A-Za-z]{14,20}): /;

const bare = (address: string | undefined) => address?.replace(/^<(.*)>$/, '$1') ?? null;

/** Deliveries that went on their way. */
const good = /^(?:Sent|queued|Data format)/;

/** `to=<a@b>, delay=…, relay=mx.example.net. [192.0.2.1], dsn=5.7.1, stat=Deferred: 451 4.7.1 …` */
function delivery(
  message: string,
  known: { line: number; time: string | null; id: string; sender: string | null },
) {
  const at = message.indexOf(', stat=');
  if (at < 0) return null;
  const stat = message.slice(at + ', stat='.length);
  if (good.test(stat)) return null;
  const before = message.slice(0, at);
  const relay = / relay=(\S{1,255}?)\.? \[([\d.a-fA-F:]{2,45})\]/.exec(before);
  const dsn = / dsn=([245]\.\d{1,3}\.\d{1,3})/.exec(before)?.[1];
  const reply = / reply=([45]\d\d .*)$/.exec(before)?.[1];
  const said = oneLine(reply ?? stat.replace(/^Deferred: /, ''));
  // A name that resolves and a server that answers: only then is there an address.
  const remote = reply !== undefined || (isCoded(said) && relay !== null);
  return foundReply(isCoded(said) || dsn === undefined ? said : `${dsn} ${said}`, known.line, {
    origin: remote ? 'remote' : 'local',
    recipient: bare(/^to=([^, ]{1,320})/.exec(message)?.[1]),
    sender: known.sender,
    host: relay?.[1] ?? null,
    hostAddress: relay?.[2] ?? null,
    queueId: known.id,
    time: known.time,
  });
}

/** `ruleset=check_rcpt, arg1=<a@b>, relay=x [192.0.2.1], reject=550 5.7.1 <a@b>... Relaying denied` */
function refusal(message: string, time: string | null, line: number) {
  const at = message.indexOf(', reject=');
  const before = message.slice(0, at);
  const sender = /ruleset=check_mail, arg1=<([^<> ]{0,320})>/.exec(before)?.[1] ?? null;
  return foundReply(oneLine(message.slice(at + ', reject='.length)), line, {
    origin: 'inbound',
    recipient: /ruleset=check_rcpt, arg1=<([^<> ]{1,320})>/.exec(before)?.[1] ?? null,
    sender,
    address: /\[([\d.a-fA-F:]{2,45})\]/.exec(before)?.[1] ?? null,
    time,
  });
}

/** Deliveries that sendmail logs without success, and mail that its own server refused. */
export function sendmailLog(sink: Sink): LogReader {
  const senders = sendersById();
  return {
    take(text, line) {
      const read = readLogLine(text);
      const id = read && queueId.exec(read.message)?.[1];
      if (!read || !id) return false;
      const { time, message: whole } = ownLine(read);
      const message = whole.slice(id.length + 2);
      if (message.includes(', reject=')) {
        sink(refusal(message, time, line));
      } else if (/^from=(?!<[^>]{0,320}>, size=\d{1,12}, nrcpt=\d{1,6} \()/.test(message)) {
        senders.set(id, bare(/^from=([^, ]{0,320})/.exec(message)?.[1]) ?? '');
      } else if (/^to=.{1,4000}, stat=/.test(message)) {
        const found = delivery(message, {
          line,
          time,
          id: whole.slice(0, id.length),
          sender: senders.get(id),
        });
        if (found) sink(found);
      } else {
        return false;
      }
      return true;
    },
  };
}
