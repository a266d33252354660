/** A reply as it is looked at: one line of plain lower-case text, and its codes. */
export interface ReplyText {
  /** The reply in one line, cut at `charactersAtMost`. */
  readonly text: string;
  /** All of it folded, with what a mail server wrote around the reply: tells the receiver. */
  readonly whole: string;
  /** Between `^` and `$`: the reply itself without the codes that its lines begin with; as it came too, where they stood between words. */
  readonly views: readonly string[];
  readonly reply: number | null;
  readonly enhanced: string | null;
  /** The line says that the message stays in the queue. */
  readonly deferred: boolean;
}

/** What is looked at of a reply: the first 4,000 characters; real ones stay far below. */
export const charactersAtMost = 4_000;

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#34;': '"',
  '&#64;': '@',
  '&nbsp;': ' ',
};

/** Control characters, unpaired surrogates and line ends, plain or written out, become spaces. */
function oneLine(text: string): string {
  return text
    .replace(/\\r|\\n|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFD\s]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Spellings that mean the same, so that the catalogue needs one of them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/&(?:lt|gt|amp|quot|apos|nbsp|#39|#34|#64);/g, ''],
  [/[\u2018\u2019\u00B4`]/g, "'"],
  [/[\u201C\u201D]/g, '"'],
  [/[\u2010-\u2014]/g, '-'],
  [/\u00DF/g, 'ss'],
  [/e-mail/g, 'email'],
  [/black[ -]list/g, 'blacklist'],
  [/block[ -]list/g, 'blocklist'],
  [/gr[ae]y[ -]?list/g, 'greylist'],
  [/mail[ -]box/g, 'mailbox'],
  [/can not\b/g, 'cannot'],
  [/reverse[ -]dns/g, 'reverse dns'],
  [/authoris/g, 'authoriz'],
];

function fold(line: string): string {
  let text = line.toLowerCase();
  for (const [spelling, usual] of spellings) {
    text = text.replace(spelling, (found) => (usual === '' ? (entities[found] ?? ' ') : usual));
  }
  return /[^\0-\x7F]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
}

const localPartAtMost = 64;

/** Local parts of addresses become `x`: a mailbox called spam is no spam. */
function withoutLocalParts(text: string): string {
  let masked = '';
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    const earliest = Math.max(from, at - localPartAtMost);
    while (start > earliest && /[a-z0-9.!#$%*+^_{|}~-]/.test(text[start - 1] ?? '')) start--;
    if (start === at) continue;
    masked += `${text.slice(from, start)}x`;
    from = at;
  }
  return masked + text.slice(from);
}

/** What mail servers write around a reply that they report: who said it, and to what. */
const wrappers: readonly RegExp[] = [
  /\bfailed,[45]\.\d\.\d{1,3} \([a-z /-]{1,60}\),/g,
  /\bdelivery temporarily suspended:/g,
  /\(in reply to [a-z ]{1,40}(?: command)?\)/g,
  /\bhost [\w.-]{1,253} ?\[[\da-f.:x]{1,45}\](?::\d{1,5})? (?:said|refused to talk to me):/g,
  /\bhost [\w.-]{1,253} ?\[[\da-f.:x]{1,45}\]:/g,
  /\bsmtp error from remote (?:mail server|mailer) after (?:initial connection|end of data|pipelined \w{1,12}|[a-z]{4}(?: from| to)?:?)(?:<[^<>]{0,320}>)?(?: size=\d{1,12})?:/g,
  /\bunknown address error(?= \(?'?\d{3})/g,
  /\bit was rejected by the (?:server for the )?recipient domain\b/g,
  /\bremote[ _]host[ _]said:|\bgiving[ _]up[ _]on[ _][\da-f.:x]{1,45}/g,
  /\bserver error:(?= '?\d{3})/g,
  /\bwe recommend contacting the other email provider\b/g,
  /\bdiagnostic-code: ?(?:smtp|x-[\w-]{1,20}) ?;/g,
  /\bdelays?=[\d./]{1,60}/g,
];

const enhancedCode = /(?<![\w.])([45]\.[0-7]\.\d{1,3})(?!\d|\.\d)/;
const bothCodes = /(?<![\w./=-])([45]\d\d)[ -]{1,3}["'#(<[]{0,2}([45]\.[0-7]\.\d{1,3})(?!\d|\.\d)/;
/** A reply code where replies begin: at the start, after `said:`, a semicolon, a quote. */
const leadingCode = /(?:^|said: |[;:>'"] ?)([45]\d\d)(?=[ \-:,;]|$)/;
const anyCode =
  /(?<!port |line |[\w./=#-])([45]\d\d)(?=[ \-:;,)\]>'"]|$)(?! (?:seconds?|minutes?|hours?|days?|[kmg]?bytes?|kb|mb|recipients|messages|hops|characters))/;

function readCodes(text: string): Pick<ReplyText, 'reply' | 'enhanced'> {
  const both = bothCodes.exec(text);
  if (both) return { reply: Number(both[1]), enhanced: both[2] ?? null };
  const code = leadingCode.exec(text) ?? anyCode.exec(text);
  return { reply: code ? Number(code[1]) : null, enhanced: enhancedCode.exec(text)?.[1] ?? null };
}

/** Takes away the codes that every line of a reply begins with, where several lines came as one. */
function withoutPrefixes(text: string, { reply, enhanced }: Pick<ReplyText, 'reply' | 'enhanced'>): string {
  if (reply === null) return text;
  const code = String(reply);
  const both = enhanced === null ? code : `${code} ${enhanced}`;
  return ` ${text}`
    .replaceAll(` ${code}-${enhanced ?? ''} `, ' ')
    .replaceAll(` ${code}-`, ' ')
    .replaceAll(` ${both} `, ' ')
    .replaceAll(` ${code} `, ' ')
    .trim();
}

/** Numbers that stand in many forms (`OFR004_405`, `LPN007_405`, `ofr_405 [405]`, `SFR_IN_B01`), in one form: `ofr=405`. */
const numbered: readonly (readonly [RegExp, string])[] = [
  [/\bo[fu][rk]\d{0,3}[_-](\d{3})\b/g, 'ofr'],
  [/\blpn(?:\d{3}|aaa)?[_-]?(\d{3})\b/g, 'lpn'],
  [/\baup#(?:in|i|out|o)?-?(\d{4})\b/g, 'aup'],
  [/\bsfr_in_\w?(\d\d)\b/g, 'sfr'],
];

function tokensIn(text: string): string {
  return numbered
    .flatMap(([shape, family]) => [...text.matchAll(shape)].map(([, number]) => ` ${family}=${number}`))
    .join('');
}

/** An IPv4 address becomes `ip=#`; those of loopback are answers of blocklists. */
const address = /(?<![\w.-])(?!127\.)\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/g;

/** qmail's logs write underscores for spaces. */
const logOfQmail = /[a-z]_[a-z']{1,20}_[a-z']{1,20}_/;

const kept = /\bdeferred\b|\bdefer \(|\btry again\b|\bdelayed\b/;

/** Reads a reply, or a line of a log or bounce that holds one. Any text is read; none is refused. */
export function readReply(input: string): ReplyText {
  const text = oneLine(input.slice(0, charactersAtMost));
  const folded = fold(text);
  const whole = withoutLocalParts(folded) + tokensIn(folded);
  const unwrapped = wrappers
    .reduce((line, wrapper) => line.replace(wrapper, ' '), whole)
    .replace(/ {2,}/g, ' ')
    .trim();
  const codes = readCodes(unwrapped);
  const plain = withoutPrefixes(unwrapped, codes);
  // Codes at the front alone cut no phrase in two.
  const views = unwrapped.endsWith(plain) ? [plain] : [plain, unwrapped];
  if (logOfQmail.test(whole)) views.push(plain.replaceAll('_', ' '));
  return {
    text,
    whole,
    views: views.map((view) => `^${view.replace(address, 'ip=#')}$`),
    ...codes,
    deferred: kept.test(whole),
  };
}
