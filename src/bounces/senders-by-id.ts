import { copied } from './copied.ts';

/** Places for messages whose replies are awaited; a power of two. */
const places = 2 ** 15;

/** Places that a message may take, one behind the other; where all are taken, the first is forgotten. */
const tries = 8;

/** Envelope senders by queue id, as many as there are places. */
export interface SendersById {
  set(id: string, sender: string): void;
  /** null for a message that is not known, or no longer. */
  get(id: string): string | null;
  delete(id: string): void;
}

function placeOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (places - 1);
}

/** A table of fixed size: messages come and go by the million, and each change of a Map leaves garbage. */
export function sendersById(): SendersById {
  const ids: (string | null)[] = [];
  const senders: (string | null)[] = [];
  const find = (wanted: string | null, id: string) => {
    const first = placeOf(id);
    for (let at = first; at < first + tries; at += 1) if (ids[at] === wanted) return at;
    return -1;
  };
  return {
    set(id, sender) {
      if (ids.length === 0) {
        ids.length = places + tries;
        senders.length = places + tries;
        ids.fill(null);
        senders.fill(null);
      }
      const known = find(id, id);
      const free = known < 0 ? find(null, id) : known;
      const at = free < 0 ? placeOf(id) : free;
      ids[at] = copied(id);
      senders[at] = copied(sender);
    },
    get(id) {
      const at = find(id, id);
      return at < 0 ? null : (senders[at] ?? null);
    },
    delete(id) {
      const at = find(id, id);
      if (at < 0) return;
      ids[at] = null;
      senders[at] = null;
    },
  };
}
