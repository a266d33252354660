/**
 * Many fixed texts sought in one pass (Aho and Corasick, 1975): the work grows with the text and with
 * what is found in it, never with how many fragments are known.
 */
export interface Fragments {
  /** Calls back for every place where a fragment stands, by the end of the place; `end` is exclusive. */
  scan(text: string, found: (fragment: number, end: number) => void): void;
}

const root = 0;

/** Characters to small numbers; 0 stands for every character that no fragment holds. */
function alphabet(fragments: readonly string[]): { codes: Uint8Array; size: number } {
  const codes = new Uint8Array(128);
  let size = 1;
  for (const fragment of fragments) {
    for (let at = 0; at < fragment.length; at++) {
      const char = fragment.charCodeAt(at);
      if (char >= codes.length) throw new RangeError(`not ASCII: ${fragment}`);
      if (codes[char] === 0) codes[char] = size++;
    }
  }
  return { codes, size };
}

/** Characters that both begin with. */
function shared(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** The root, and a state for every distinct beginning of a fragment: in order, those that the one before lacks. */
function countStates(fragments: readonly string[]): number {
  const ordered = fragments.toSorted();
  return ordered.reduce((sum, text, index) => sum + text.length - shared(text, ordered[index - 1] ?? ''), 1);
}

/** The fragments must be ASCII, and none empty; text may hold anything. */
export function findFragments(fragments: readonly string[]): Fragments {
  const { codes, size } = alphabet(fragments);
  const states = countStates(fragments);
  // The table is large: half of it is spared where a state fits into two octets.
  const next = states <= 0x1_00_00 ? new Uint16Array(states * size) : new Uint32Array(states * size);
  const failure = new Int32Array(states);
  /** The fragments that end in a state, and the nearest shorter state with any; 0 where there is none. */
  const ending: (number[] | undefined)[] = [];
  const shorter = new Int32Array(states);

  let used = 1;
  for (const [index, fragment] of fragments.entries()) {
    let state = root;
    for (let at = 0; at < fragment.length; at++) {
      const edge = state * size + (codes[fragment.charCodeAt(at)] ?? 0);
      if (next[edge] === root) next[edge] = used++;
      state = next[edge] ?? root;
    }
    (ending[state] ??= []).push(index);
  }

  const queue = [root];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] ?? root;
    const back = failure[state] ?? root;
    for (let code = 1; code < size; code++) {
      const edge = state * size + code;
      const child = next[edge] ?? root;
      const fallback = state === root ? root : (next[back * size + code] ?? root);
      if (child === root) {
        next[edge] = fallback;
        continue;
      }
      failure[child] = fallback;
      shorter[child] = ending[fallback] ? fallback : (shorter[fallback] ?? root);
      queue.push(child);
    }
  }

  return {
    scan(text, found) {
      let state = root;
      for (let at = 0; at < text.length; at++) {
        const char = text.charCodeAt(at);
        const code = char < codes.length ? (codes[char] ?? 0) : 0;
        state = code === 0 ? root : (next[state * size + code] ?? root);
        for (let here = state; here !== root; here = shorter[here] ?? root) {
          for (const fragment of ending[here] ?? []) found(fragment, at + 1);
        }
      }
    },
  };
}
