import { quoted } from '../domain.ts';
import { formatIp, parseIp } from '../text/ip.ts';
import { joined, phrase, type Said, type Words } from '../text/say.ts';
import type { RecordData, RecordType } from './resolver.ts';
import { type Token, ZoneFileError } from './zone-lexer.ts';
import { faults, fields as fieldNames } from './zone-words.ts';

/** Part of a token decoded: one char for one octet. */
interface Piece {
  readonly octets: string;
  readonly escaped: boolean;
}

function escapedOctet(token: Token, digits: string): string {
  if (digits.length === 3 && Number(digits) < 256) return String.fromCharCode(Number(digits));
  throw new ZoneFileError(token.line, phrase(faults.octet, { digits }));
}

/** Decodes \X and \DDD (RFC 1035 §5.1); text beyond ASCII becomes its UTF-8 octets. */
function* piecesOf(token: Token): Generator<Piece> {
  for (const [, digits, char, text = char ?? ''] of token.text.matchAll(/\\(\d{1,3})|\\(.)|([^\\]+)/gsu)) {
    if (digits !== undefined) yield { octets: escapedOctet(token, digits), escaped: true };
    else yield { octets: Buffer.from(text, 'utf8').toString('latin1'), escaped: char !== undefined };
  }
}

/** A character-string. */
function readString(token: Token): string {
  const text = Array.from(piecesOf(token), ({ octets }) => octets).join('');
  if (text.length > 255) {
    throw new ZoneFileError(token.line, phrase(faults.longString, { octets: text.length }));
  }
  return text;
}

function nameFault(token: Token, fault: Said): never {
  throw new ZoneFileError(token.line, joined([quoted(token.text), fault], ' '));
}

/** The labels of a name, a dot or backslash inside one behind a backslash. */
function labelsOf(token: Token): string[] {
  const labels = [''];
  for (const { octets, escaped } of piecesOf(token)) {
    if (!escaped && /[\x80-\xff]/.test(octets)) nameFault(token, faults.notAscii);
    const parts = escaped ? [octets.replace(/[.\\]/, '\\$&')] : octets.split('.');
    for (const [index, part] of parts.entries()) {
      if (index === 0) labels[labels.length - 1] += part;
      else labels.push(part);
    }
  }
  return labels;
}

/** Octets of a name or label on the wire, without the length octets. */
function octetCount(text: string): number {
  return text.replace(/\\(.)/gs, '$1').length;
}

/**
 * A domain name, absolute, without the final dot; empty for the root. A relative name is completed with the
 * origin; without one it is taken as absolute.
 */
export function readName(token: Token, origin: string | null): string {
  if (token.text === '.') return '';
  if (token.text === '@' && !token.quoted) {
    if (origin === null) nameFault(token, faults.noOrigin);
    return origin;
  }
  const labels = labelsOf(token);
  const absolute = labels.length > 1 && labels.at(-1) === '';
  if (absolute) labels.pop();
  if (labels.includes('')) nameFault(token, faults.emptyLabel);
  if (labels.some((label) => octetCount(label) > 63)) nameFault(token, faults.longLabel);
  const written = labels.join('.');
  const name = absolute || origin === null || origin === '' ? written : `${written}.${origin}`;
  if (octetCount(name) > 253) nameFault(token, phrase(faults.longName, { octets: octetCount(name) }));
  return name;
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds as digits or with units (1h30m); null for anything else. */
export function readSeconds(text: string): number | null {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  if (!/^(?:\d{1,10}[smhdw]){1,5}$/i.test(text)) return null;
  const parts = text.toLowerCase().match(/\d+[smhdw]/g) ?? [];
  return parts.reduce((sum, part) => sum + Number(part.slice(0, -1)) * (unitSeconds[part.slice(-1)] ?? 0), 0);
}

/** What a reader of record data sees: its fields in order, and where to complain. */
export interface RecordFields {
  readonly type: string;
  readonly line: number;
  readonly tokens: readonly Token[];
  readonly origin: string | null;
  /** A comment took away what looks like text. */
  readonly cut: boolean;
}

function exactly({ type, line, tokens }: RecordFields, wanted: readonly Words[]): readonly Token[] {
  if (tokens.length !== wanted.length) {
    const given = quoted(tokens.map((token) => token.text).join(' '));
    const fault = tokens.length === 0 ? faults.nothingGiven : faults.fields;
    throw new ZoneFileError(line, phrase(fault, { type, wanted: joined(wanted, ', '), given }));
  }
  return tokens;
}

function readInteger(token: Token, max: number, what: Words): number {
  const value = /^\d{1,10}$/.test(token.text) ? Number(token.text) : Number.NaN;
  if (!(value <= max))
    throw new ZoneFileError(token.line, phrase(faults.integer, { text: quoted(token.text), what, max }));
  return value;
}

const seconds32 = 2 ** 32 - 1;

function readTimer(token: Token, what: Words): number {
  const value = readSeconds(token.text);
  if (value === null || value > seconds32)
    throw new ZoneFileError(token.line, phrase(faults.timer, { text: quoted(token.text), what }));
  return value;
}

function readAddress(fields: RecordFields, family: 4 | 6): string {
  const [token] = exactly(fields, [fieldNames.address(family)]);
  const ip = token ? parseIp(token.text) : null;
  if (token && ip?.family === family) return formatIp(ip);
  const such = family === 4 ? '192.0.2.1' : '2001:db8::1';
  throw new ZoneFileError(
    fields.line,
    phrase(faults.address, { text: quoted(token?.text ?? ''), family, such }),
  );
}

function readHost(fields: RecordFields): string {
  const [token] = exactly(fields, [fieldNames.name]);
  return token ? readName(token, fields.origin) : '';
}

function readMx(fields: RecordFields): RecordData['MX'] {
  const [preference, exchange] = exactly(fields, [fieldNames.preference, fieldNames.host]);
  if (!preference || !exchange) return { preference: 0, exchange: '' };
  return {
    preference: readInteger(preference, 65_535, fieldNames.preferenceAlone),
    exchange: readName(exchange, fields.origin),
  };
}

function readSoa(fields: RecordFields): RecordData['SOA'] {
  const tokens = exactly(fields, [...fieldNames.soa, ...fieldNames.timers]);
  const [mname, rname] = tokens.slice(0, 2).map((token) => readName(token, fields.origin));
  const [serial = 0] = tokens
    .slice(2, 3)
    .map((token) => readInteger(token, seconds32, fieldNames.serialAlone));
  const timers = tokens
    .slice(3)
    .map((token, index) => readTimer(token, fieldNames.timers[index] ?? fieldNames.serialAlone));
  const [refresh = 0, retry = 0, expire = 0, minimum = 0] = timers;
  return { mname: mname ?? '', rname: rname ?? '', serial, refresh, retry, expire, minimum };
}

/**
 * Without quotation marks each word is a string of its own, and the strings are joined without a space; a `;` begins
 * a comment (RFC 1035 §5.1). Of these records nobody means that.
 */
function refuseUnquoted({ tokens, line, cut }: RecordFields): void {
  const [first] = tokens;
  if (!first || first.quoted || !/^v=(?:spf1|dmarc1|dkim1)\b/i.test(first.text)) return;
  const words = tokens.filter((token) => !token.quoted).length;
  if (words < 2 && !cut) return;
  const fault = words > 1 ? faults.cutAtBlanks : faults.cutAtComment;
  throw new ZoneFileError(line, phrase(fault, { text: quoted(first.text) }));
}

function readTxt(fields: RecordFields): RecordData['TXT'] {
  if (fields.tokens.length === 0) throw new ZoneFileError(fields.line, faults.noString);
  refuseUnquoted(fields);
  const strings = fields.tokens.map(readString);
  const octets = strings.reduce((sum, text) => sum + text.length + 1, 0);
  // RFC 1035 §4.1.3: RDLENGTH has 16 bits.
  if (octets > 65_535) throw new ZoneFileError(fields.line, phrase(faults.longRecord, { octets }));
  return strings;
}

type Readers = { readonly [T in RecordType]: (fields: RecordFields) => RecordData[T] };

/** A reader of the record data of each type. */
export const rdataReaders: Readers = {
  A: (fields) => readAddress(fields, 4),
  AAAA: (fields) => readAddress(fields, 6),
  CNAME: readHost,
  MX: readMx,
  NS: readHost,
  PTR: readHost,
  SOA: readSoa,
  TXT: readTxt,
};
