/** Characters of a line that are kept; a reply has a few hundred, a log line a few thousand. */
export const maxLine = 16_384;

/** Why an input cannot be read as text. */
export type Unreadable = 'compressed' | 'binary';

/** Cuts a stream of chunks into lines, in memory that does not grow with the length of a line. */
export interface LineSplitter {
  /** Takes a chunk; the lines that end in it go to `take` one by one, without their line ends. */
  push(chunk: Uint8Array | string): void;
  /** Ends the input: a line that no line end closes goes to `take` as well. */
  end(): void;
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

/**
 * What is no UTF-8 is replaced with U+FFFD.
 * @param take gets each line; an array of them would outlive its chunk, and hold it in memory
 */
export function lineSplitter(take: (line: string) => void, limit = maxLine): LineSplitter {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  /** The beginning of a line that goes on in the next chunk. */
  let rest = '';
  /** That line is past the limit already. */
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
  const done = (line: string) => {
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
    const long = over || whole.length > limit;
    if (long) cut += 1;
    over = false;
    take(long ? whole.slice(0, limit) : whole);
  };
  const add = (text: string) => {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const line = text.slice(start, end);
      done(rest === '' || over ? rest || line : rest + line);
      rest = '';
      start = end + 1;
    }
    if (over) return;
    // One more than the limit may be a carriage return.
    rest += text.slice(start, start + limit + 2 - rest.length);
    over = rest.length > limit + 1;
  };
  return {
    push: (chunk) => add(decode(chunk)),
    end() {
      add(decoder?.decode() ?? '');
      if (rest !== '') done(rest);
      rest = '';
    },
    get cut() {
      return cut;
    },
    get unreadable() {
      return unreadable;
    },
  };
}
