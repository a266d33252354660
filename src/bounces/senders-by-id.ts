import { copied } from './copied.ts';

/** Messages whose sender is remembered until their replies come: more are in no queue at once but of the largest. */
const remembered = 20_000;

/** Envelope senders by queue id: the oldest is forgotten first. */
export interface SendersById {
  set(id: string, sender: string): void;
  get(id: string): string | null;
  delete(id: string): void;
}

export function sendersById(most = remembered): SendersById {
  const senders = new Map<string, string>();
  return {
    set(id, sender) {
      if (senders.size >= most) {
        const [oldest] = senders.keys();
        if (oldest !== undefined) senders.delete(oldest);
      }
      senders.set(copied(id), copied(sender));
    },
    get: (id) => senders.get(id) ?? null,
    delete(id) {
      senders.delete(id);
    },
  };
}
