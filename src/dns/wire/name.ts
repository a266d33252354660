/** Names between their text form (see ../name.ts) and the octets of RFC 1035 §3.1. */

/** The octet that each part of a name's text stands for, null for the dot between labels; undefined for no octet. */
function octetOf(
  digits: string | undefined,
  escaped: string | undefined,
  plain = '',
): number | null | undefined {
  if (digits === undefined && escaped === undefined && plain === '.') return null;
  const octet = digits === undefined ? (escaped ?? plain).charCodeAt(0) : Number(digits);
  return octet < 256 ? octet : undefined;
}

/** The labels of a name as octets; null where an escape is none or a char stands for no octet. */
function labelsOf(name: string): number[][] | null {
  const labels: number[][] = [[]];
  let read = 0;
  // RFC 1035 §5.1: \DDD is an octet, \X is X itself.
  for (const [part, digits, escaped, plain] of name.matchAll(/\\(\d{3})|\\(\D)|([^\\])/gsy)) {
    const octet = octetOf(digits, escaped, plain);
    if (octet === undefined) return null;
    if (octet === null) labels.push([]);
    else labels.at(-1)?.push(octet);
    read += part.length;
  }
  return read === name.length ? labels : null;
}

/** More text than 255 octets can take, each as `\DDD`. */
const maxText = 4 * 255;

/**
 * A name as it stands in a question, without compression; a final dot is allowed. Null for a text that is no name, and
 * for the root: an empty name is a mistake of whoever asks.
 */
export function encodeName(name: string): Buffer | null {
  if (name.length > maxText) return null;
  const labels = labelsOf(name);
  if (!labels) return null;
  if (labels.length > 1 && labels.at(-1)?.length === 0) labels.pop();
  if (labels.some((label) => label.length === 0 || label.length > 63)) return null;
  const octets = [...labels.flatMap((label) => [label.length, ...label]), 0];
  // RFC 1035 §2.3.4
  return octets.length > 255 ? null : Buffer.from(octets);
}

export interface ReadName {
  /** One char for one octet, a dot or backslash inside a label behind a backslash; empty for the root. */
  readonly name: string;
  /** Where the octets behind it begin. */
  readonly end: number;
}

/** A name has 127 labels at most, and each is reached by at most one pointer. */
const maxPointers = 128;

/** Reads a name, compressed or not (RFC 1035 §4.1.4); null where there is none, or one that never ends. */
export function decodeName(packet: Buffer, start: number): ReadName | null {
  const labels: string[] = [];
  let end: number | null = null;
  let at = start;
  let segment = start;
  let octets = 1;
  for (let pointers = 0; pointers <= maxPointers; ) {
    const length = packet[at];
    if (length === undefined) return null;
    if (length === 0) return { name: labels.join('.'), end: end ?? at + 1 };
    if (length < 64) {
      octets += length + 1;
      if (octets > 255 || at + 1 + length > packet.length) return null;
      labels.push(packet.toString('latin1', at + 1, at + 1 + length).replace(/[.\\]/g, '\\$&'));
      at += length + 1;
    } else {
      const low = packet[at + 1];
      const target = ((length & 0x3f) << 8) | (low ?? 0);
      // A pointer leads to what stands before; the other two forms are no names (RFC 6891 §5).
      if (length < 192 || low === undefined || target >= segment) return null;
      end ??= at + 2;
      at = target;
      segment = target;
      pointers += 1;
    }
  }
  return null;
}
