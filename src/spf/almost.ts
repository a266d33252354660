import { isSpf, parseSpf } from './parse.ts';
import type { SpfRecord } from './record.ts';
import { repaired } from './rewrite.ts';

/** TXT records that were meant for SPF and that no receiver selects (RFC 7208 §4.5). */

/** What stands before the terms in such a text: quotation marks, spaces, a version that is none. */
const head = /^[\s"'\\\u00a0\u00c2\ufeff]*(?:v\s*[=:]\s*["']?\s*)?spf\d*(?![\d.]*\/)[\s"',;:.\u00a0\u00c2]*/i;

const longest = 20_000;

/** It begins like an SPF record, and is none to a receiver. Sender ID (`spf2.0/pra`) is something else. */
export function isAlmostSpf(text: string): boolean {
  if (isSpf(text)) return false;
  const start = text.slice(0, 200);
  if (/^[\s"'\\\u00a0\u00c2\ufeff]*v\s*[=:]\s*["']?\s*spf(?!\d*\.\d+\/)/i.test(start)) return true;
  // Without "v=" the terms must show that it was meant: "spf1 include:…".
  return /^[\s"'\\]*spf1[\s:;,]+(?:[-+?~]?(?:all|a|mx|ip4|ip6|include|exists|redirect)\b)/i.test(start);
}

/** The record that was probably meant; null where that cannot be told for certain. */
export function meantBy(text: string): SpfRecord | null {
  if (text.length > longest) return null;
  const terms = text.replace(head, '').replace(/["'\s]+$/, '');
  const record = repaired(parseSpf(`v=spf1 ${terms}`.trim()));
  return record && record.terms.length > 0 ? record : null;
}
