import PostalMime from 'postal-mime';
import { parseIp } from '../text/ip.ts';
import { type DeliveryStatus, readDeliveryStatus, type RecipientStatus } from './delivery-status.ts';
import { type FoundReply, foundReply } from './found.ts';
import { copyStart, type Notice, readNotices } from './notice.ts';
import { accepts, isCoded, oneLine, unwrapped } from './reply-text.ts';
import { addressIn, readReturned, type Returned } from './returned.ts';

/** Messages within messages that are looked into: a bounce that was forwarded as an attachment. */
const maxForwarded = 2;

/** Parts of a message that matter here, decoded. */
interface Parts {
  readonly text: readonly string[];
  readonly status: readonly string[] | null;
  /** Returned or forwarded messages, or their headers. */
  readonly messages: readonly string[];
  readonly to: string | null;
  readonly date: string | null;
  /** Its header is that of a notification, not of a mail that a person wrote. */
  readonly notifies: boolean;
}

const linesOf = (text: string) => text.replaceAll('\r\n', '\n').split('\n');

/** Text of an HTML part, roughly: its replies stand in one element each. */
const withoutTags = (html: string) =>
  html
    .replace(/<[^<>]{0,2000}>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Takes a message apart; null for what cannot be taken apart. */
async function partsOf(message: string): Promise<Parts | null> {
  try {
    const read = await PostalMime.parse(message, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: 30,
      maxHeadersSize: 512 * 1024,
    });
    const contents = (type: RegExp) =>
      read.attachments
        .filter(({ mimeType }) => type.test(mimeType))
        .flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
    const [status] = contents(/^message\/(?:global-)?delivery-status$/);
    const header = (name: string) => read.headers.find(({ key }) => key === name)?.value ?? null;
    const to = header('to');
    return {
      text: linesOf(read.text ?? withoutTags(read.html ?? '')),
      status: status === undefined ? null : linesOf(status),
      messages: contents(/^(?:message\/(?:rfc822|global)|(?:text|message)\/(?:rfc822|global)-headers)$/),
      to: to === null ? null : addressIn(to),
      date: header('date'),
      notifies:
        header('x-failed-recipients') !== null ||
        /^<\s*>$/.test(header('return-path') ?? '') ||
        /^"?(?:mailer-daemon|postmaster|mail delivery)|<?(?:mailer-daemon|postmaster)@/i.test(
          header('from') ?? '',
        ),
    };
  } catch {
    // The limits of the library: what it refuses is read as plain text.
    return null;
  }
}

/** The notice about a recipient, for what the fields leave out. */
function noticeOf(recipient: string | null, notices: readonly Notice[]): Notice | undefined {
  const wanted = recipient?.toLowerCase();
  return notices.find((notice) => notice.recipient?.toLowerCase() === wanted);
}

/** Who a returned mail says it is from, and where it came in. */
type Known = Pick<FoundReply, 'sender' | 'from' | 'selectors' | 'queueId' | 'time'>;

/** The reply in the fields about one recipient, or in the notice about it where the fields hold none. */
function fieldReply(
  one: RecipientStatus,
  report: DeliveryStatus,
  notices: readonly Notice[],
  context: { readonly known: Known; readonly returned: Returned | null; readonly line: number },
): FoundReply | null {
  const { known, returned, line } = context;
  const notice = one.diagnostic ? undefined : noticeOf(one.recipient, notices);
  const said = unwrapped(one.diagnostic?.value ?? notice?.text ?? '');
  const reply = oneLine(said.reply);
  const text = isCoded(reply) || one.status === null ? reply : `${one.status} ${reply}`.trim();
  if (text === '' || accepts(text)) return null;
  const remote =
    said.remote || (one.diagnostic !== null && /^(?:smtp|)$/.test(one.diagnostic.type) && isCoded(reply));
  const mta = one.remoteMta ?? said.host;
  const isAddress = mta !== null && parseIp(mta.replace(/^\[(.*)\]$/, '$1')) !== null;
  // Who took the mail and then returned it saw the address that brought it; a relay's own address it cannot see.
  const took = one.remoteMta === null || one.remoteMta === report.reportingMta;
  return foundReply(text, line, {
    ...known,
    origin: remote ? 'remote' : 'local',
    recipient: one.recipient,
    address: took && remote ? (returned?.received[0] ?? null) : null,
    host: isAddress ? said.host : mta,
    hostAddress: isAddress ? mta : said.hostAddress,
    time: one.time ?? known.time,
  });
}

/** A reply in the text of a notification alone: qmail, old Exim, Exchange. */
function noticeReply(notice: Notice, known: Known, line: number): FoundReply | null {
  const { reply, host, hostAddress, remote } = unwrapped(notice.text);
  const text = oneLine(reply);
  if (accepts(text)) return null;
  const origin = remote || isCoded(text) ? 'remote' : 'local';
  return foundReply(text, line, { ...known, origin, recipient: notice.recipient, host, hostAddress });
}

/** The fields of a report without the message around them, as a person pastes them. */
function bareStatus(lines: readonly string[]): readonly string[] | null {
  return lines.some((line) => /^Final-Recipient\s?:/i.test(line)) ? lines : null;
}

/**
 * The replies that a bounce message tells of: of a delivery status notification (RFC 3464) for each recipient, of
 * another notification from its text.
 * @param line of the input where the message begins
 */
export async function repliesOfMessage(message: string, line: number, depth = 0): Promise<FoundReply[]> {
  const parts = await partsOf(message);
  const raw = linesOf(message);
  const text = parts?.text ?? raw;
  if (parts && parts.status === null && depth < maxForwarded) {
    for (const inner of parts.messages.slice(0, 3)) {
      // oxlint-disable-next-line no-await-in-loop -- the first that is a bounce ends it
      const found = await repliesOfMessage(inner, line, depth + 1);
      if (found.length > 0) return found;
    }
  }
  const status = parts?.status ?? bareStatus(raw);
  const end = copyStart(text);
  const [attached] = parts?.messages ?? [];
  const copied = end < text.length ? text.slice(end + 1).join('\n') : undefined;
  const original = attached ?? copied;
  const returned = original === undefined ? null : readReturned(original);
  const report = status ? readDeliveryStatus(status) : null;
  const known: Known = {
    // A notification goes to the envelope sender (RFC 3464 §2).
    sender: report?.sender ?? returned?.returnPath ?? parts?.to ?? null,
    from: returned?.from ?? null,
    selectors: returned?.selectors ?? [],
    queueId: report?.queueId ?? null,
    time: parts?.date ?? null,
  };
  const notices = readNotices(text);
  if (report && report.recipients.length > 0) {
    const context = { known, returned, line };
    return report.recipients.flatMap((one) => fieldReply(one, report, notices, context) ?? []);
  }
  const told = notices.flatMap((notice) => noticeReply(notice, known, line) ?? []);
  // In the mail of a person, "anna@b.example: see you" is no reply.
  return parts === null || parts.notifies ? told : told.filter(({ origin }) => origin === 'remote');
}
