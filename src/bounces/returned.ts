import { addressParser } from 'postal-mime';
import { formatIp, parseIp, unmapped } from '../text/ip.ts';
import { specialPurpose } from '../text/special-purpose.ts';
import { parseTagList } from '../text/tag-list.ts';
import { fieldOf, headerFields } from './header-fields.ts';

/** What the header of a returned mail says of its sender. */
export interface Returned {
  readonly from: string | null;
  /** Envelope sender, as the server that returned the mail wrote it down; empty for the null sender. */
  readonly returnPath: string | null;
  readonly selectors: readonly string[];
  /** Addresses that handed the mail on, the last server's first; null where a line names none. */
  readonly received: readonly (string | null)[];
}

const maxSignatures = 5;
const maxReceived = 30;

/** A public address in its canonical text; null for any other. */
export function publicAddress(text: string): string | null {
  const ip = parseIp(text.replace(/^IPv6:/i, ''));
  return ip && specialPurpose(ip) === null ? formatIp(unmapped(ip)) : null;
}

/** `d=` and `s=` of a signature (RFC 6376 §3.5). */
function selectorOf(signature: string): string[] {
  const { tags } = parseTagList(signature);
  const domain = tags.find(({ name }) => name === 'd')?.value;
  const selector = tags.find(({ name }) => name === 's')?.value;
  return domain && selector ? [`${selector}@${domain}`.toLowerCase()] : [];
}

/** `from mail.example (mail.example [192.0.2.1]) by …` */
function handedOnBy(received: string): string | null {
  const by = received.indexOf(' by ');
  const found = /\[((?:IPv6:)?[\d.a-f:]{2,45})\]/i.exec(received.slice(0, by < 0 ? 300 : by));
  return found ? publicAddress(found[1] ?? '') : null;
}

/** The address in a From header or a Return-Path. */
export function addressIn(header: string): string | null {
  const [first] = addressParser(header.slice(0, 2000), { flatten: true });
  return first?.address?.includes('@') ? first.address : null;
}

/** Reads the header of a returned mail. */
export function readReturned(text: string): Returned {
  const lines = text.replace(/^\s+/, '').split('\n', 2000);
  const fields = headerFields(lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)));
  const from = fieldOf(fields, 'from');
  const path = fieldOf(fields, 'return-path');
  return {
    from: from === null ? null : addressIn(from),
    returnPath: path === null ? null : /^<\s*>$/.test(path) ? '' : addressIn(path),
    selectors: [...new Set((fields.get('dkim-signature') ?? []).slice(0, maxSignatures).flatMap(selectorOf))],
    received: (fields.get('received') ?? []).slice(0, maxReceived).map(handedOnBy),
  };
}
