/** Characters of a reply that are kept: 512 octets a line (RFC 5321 §4.5.3.1.5), and few replies have more than four. */
export const maxReply = 2000;

/** A reply on one line: of a multi-line one, the codes that each line repeats are left out (RFC 5321 §4.2.1). */
export function oneLine(text: string): string {
  const flat = text
    .slice(0, 2 * maxReply)
    .replace(/\s+/g, ' ')
    .trim();
  const codes = /^([2-5]\d\d)-(?:([245]\.\d{1,3}\.\d{1,3})(?= |$))?/.exec(flat);
  if (!codes) return flat.slice(0, maxReply);
  const [head, code = '', enhanced] = codes;
  const again = enhanced === undefined ? '' : `(?: ?${enhanced.replaceAll('.', '\\.')}(?= |$))?`;
  const rest = flat.slice(head.length).replace(new RegExp(`(?:^| )${code}(?:-|(?= )|$)${again}`, 'g'), ' ');
  const first = enhanced === undefined ? code : `${code} ${enhanced}`;
  return `${first} ${rest.replace(/ {2,}/g, ' ').trim()}`.trim().slice(0, maxReply);
}

/** What a sending server wrote around a reply, taken apart. */
export interface Unwrapped {
  readonly reply: string;
  readonly host: string | null;
  readonly hostAddress: string | null;
  /** A server answered: the reply is its own, not a finding of the sender's. */
  readonly remote: boolean;
}

/** Words between the name of a server and its reply: Postfix, Exim, Exchange, qmail. */
const saids = [
  ' said: ',
  ' refused to talk to me: ',
  'SMTP error from remote mail server after ',
  'SMTP error from remote mailer after ',
  'Remote host said: ',
  'Remote Server returned ',
  'Remote server returned ',
  'Remote Server at ',
] as const;

/** Characters before the reply in which a host is looked for. */
const beforeReply = 400;

/** `mx.example.net[192.0.2.1]`, `mx.example.net [192.0.2.1]`, the last one before the reply. */
function hostIn(text: string): { host: string | null; hostAddress: string | null } {
  const near = text.slice(-beforeReply).trimEnd();
  const end = near.lastIndexOf(']');
  const start = near.lastIndexOf('[', end);
  if (end < 0 || start < 0) return { host: null, hostAddress: null };
  const name = /([\w.:-]{1,255})$/.exec(near.slice(0, start).trimEnd())?.[1] ?? null;
  const address = near.slice(start + 1, end);
  return {
    host: name === null || name === 'host' ? null : name.replace(/^H=/, ''),
    hostAddress: /^[\d.a-f:]{2,45}$/i.test(address) ? address : null,
  };
}

/** Without what stands behind the reply: the command it answered, a closing quote. */
function withoutTail(text: string): string {
  const command = text.lastIndexOf('(in reply to ');
  const bare = command > 0 ? text.slice(0, command) : text;
  const quote = /^'(.*)'[.;]?\s*$/.exec(bare)?.[1] ?? bare;
  return quote.trim();
}

/** Takes a reply out of the words of the sending server. */
export function unwrapped(text: string): Unwrapped {
  for (const said of saids) {
    const at = text.indexOf(said);
    if (at < 0) continue;
    const behind = text.slice(at + said.length);
    // Exim names the command first, Exchange the host: "after RCPT TO:<a@b>: 550 …".
    const coded =
      said.startsWith('SMTP') || said.endsWith(' at ') ? /(?:: |')(?=[2-5]\d\d[ -])/.exec(behind) : null;
    const reply = coded ? behind.slice(coded.index + coded[0].length) : behind;
    const host = hostIn(text.slice(0, at));
    return { reply: withoutTail(reply), ...host, remote: true };
  }
  return { reply: withoutTail(text), host: null, hostAddress: null, remote: false };
}

/** Begins with a reply code or an enhanced status code. */
export function isCoded(text: string): boolean {
  return /^(?:[2-5]\d\d(?:[- ]|$)|[245]\.\d{1,3}\.\d{1,3}\b)/.test(text);
}

/** Begins with a code that accepts, or that asks for more. */
export function accepts(text: string): boolean {
  return /^(?:[23]\d\d(?:[- ]|$)|2\.\d{1,3}\.\d{1,3}\b)/.test(text);
}
