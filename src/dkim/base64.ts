import type { Tag } from '../text/tag-list.ts';

/** The octets of a base64 value. */
export interface Decoded {
  readonly octets: Uint8Array;
  /** The final `=` are as they should be. */
  readonly padded: boolean;
  /** The last digit belongs to an octet. */
  readonly even: boolean;
}

/**
 * The octets of a base64 value, white space inside it allowed (RFC 6376 §2.10), or the offset in the record where it
 * stops being one.
 */
export function decodeBase64({ value, valueStart }: Pick<Tag, 'value' | 'valueStart'>): Decoded | number {
  const equals = value.indexOf('=');
  const digitsEnd = equals < 0 ? value.length : equals;
  const [digits, padding] = [value.slice(0, digitsEnd), value.slice(digitsEnd)];
  const inDigits = digits.search(/[^A-Za-z0-9+/\t\r\n ]/);
  const inPadding = padding.search(/[^=\t\r\n ]/);
  if (inDigits >= 0) return valueStart + inDigits;
  if (inPadding >= 0) return valueStart + digitsEnd + inPadding;
  const compact = digits.replace(/[\t\r\n ]+/g, '');
  const filler = padding.replace(/[\t\r\n ]+/g, '');
  const padded = (compact.length + filler.length) % 4 === 0 && filler.length <= 2;
  return { octets: Buffer.from(compact, 'base64'), padded, even: compact.length % 4 !== 1 };
}
