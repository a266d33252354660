import type { SpfNote } from '../../spf/surveyed.ts';
import type { Tone } from './style.ts';

/** The notes of a survey in words, and how grave they are. */

type Words = { readonly [N in SpfNote['note']]: (note: Extract<SpfNote, { note: N }>) => string };

const families = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

const words: Words = {
  limit: () => 'here the limit of 10 lookups is passed',
  'void-limit': ({ family }) =>
    `here the limit of 2 void lookups is passed for clients on ${families[family]}`,
  unreachable: ({ by }) => `never reached: it stands behind "${by}"`,
  ignored: ({ by }) => (by === null ? 'a modifier that receivers ignore' : `ignored beside "${by}"`),
  covered: ({ by }) => `matches nobody new: "${by}" has its addresses`,
  repeated: ({ in: owner }) => `read before, in the record of ${owner}`,
  loop: ({ path }) => `a circle: ${path.join(' → ')}`,
  message: () => 'where it leads, the message decides',
  client: () => 'whether it matches, the reverse name of the client decides',
  capped: () => 'not followed: the walk ended at its own limit',
  malformed: () => 'no name that the DNS can hold',
  failed: ({ failure }) => `could not be asked (${failure})`,
  empty: () => 'found nothing: it matches nobody',
  missing: ({ state }) => (state === 'missing' ? 'has no SPF record' : 'does not exist'),
  several: ({ count }) => `has ${count} SPF records instead of one`,
  everyone: () => 'matches everybody',
  fault: ({ fault }) => `syntax: ${fault}`,
};

const tones: { readonly [N in SpfNote['note']]?: Tone } = {
  limit: 'error',
  'void-limit': 'error',
  loop: 'error',
  malformed: 'error',
  missing: 'error',
  several: 'error',
  everyone: 'error',
  fault: 'error',
  unreachable: 'warning',
  empty: 'warning',
  failed: 'unknown',
};

export function noteText(note: SpfNote): string {
  // Each entry takes the notes of its own name.
  return (words[note.note] as (note: SpfNote) => string)(note);
}

export function noteTone({ note }: SpfNote): Tone {
  return tones[note] ?? 'quiet';
}
