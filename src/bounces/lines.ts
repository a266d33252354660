/** Characters of a line that are kept; a reply has a few hundred, a log line a few thousand. */
export const maxLine = 16_384;

/** Why an input cannot be read as text. */
export type Unreadable = 'compressed' | 'binary';

/** Cuts a stream of chunks into lines, in memory that does not grow with the length of a line. */
export interface LineSplitter {
  /** The lines that end in this chunk, without their line ends. */
  push(chunk: Uint8Array | string): string[];
  /** The line at the end of the input that no line end closes; none where there is no such. */
  end(): string[];
  /** Lines of which only the beginning was kept. */
  readonly cut: number;
  /** What the first octets show the input to be; null for text. */
  readonly unreadable: Unreadable | null;
}

/** The encoding that a byte order mark names: PowerShell redirects into UTF-16. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

const magics = [
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x50, 0x4b, 0x03, 0x04],
];

/** Octets looked at for signs that this is no text. */
const probed = 4096;

/** gzip, bzip2, zstd, xz and zip by their magic numbers; NUL stands in no text. */
function unreadableAs(octets: Uint8Array): Unreadable | null {
  if (magics.some((magic) => magic.every((octet, index) => octets[index] === octet))) return 'compressed';
  return encodingOf(octets) === 'utf-8' && octets.subarray(0, probed).includes(0) ? 'binary' : null;
}

/** What is no UTF-8 is replaced with U+FFFD. */
export function lineSplitter(limit = maxLine): LineSplitter {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let rest = '';
  /** The line in `rest` is past the limit already. */
  let over = false;
  let cut = 0;
  let unreadable: Unreadable | null = null;
  const decode = (chunk: Uint8Array | string) => {
    if (typeof chunk === 'string') return chunk;
    if (decoder === null && chunk.length > 0) {
      unreadable = unreadableAs(chunk);
      decoder = new TextDecoder(encodingOf(chunk));
    }
    return decoder?.decode(chunk, { stream: true }) ?? '';
  };
  const kept = (line: string) => {
    if (line.length > limit || over) cut += 1;
    over = false;
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
    return whole.length > limit ? whole.slice(0, limit) : whole;
  };
  const add = (text: string) => {
    const [first = '', ...lines] = text.split('\n');
    const open = lines.pop();
    const begun = over ? rest : rest + first;
    if (open === undefined) {
      over = over || begun.length > limit;
      rest = over ? begun.slice(0, limit) : begun;
      return [];
    }
    const done = [kept(begun), ...lines.map(kept)];
    over = open.length > limit;
    rest = over ? open.slice(0, limit) : open;
    return done;
  };
  return {
    push: (chunk) => add(decode(chunk)),
    end() {
      const last = add(decoder?.decode() ?? '');
      const line = rest === '' ? [] : [kept(rest)];
      rest = '';
      return [...last, ...line];
    },
    get cut() {
      return cut;
    },
    get unreadable() {
      return unreadable;
    },
  };
}
