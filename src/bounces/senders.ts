import { toDomainName } from '../domain.ts';
import { copied } from './copied.ts';
import { addressMentioned, domainMentioned } from './mentioned.ts';
import type { FoundReply } from './found.ts';
import { publicAddress } from './returned.ts';

/** A sending domain whose mail was refused, with what the input tells of its mail. */
export interface Sender {
  readonly domain: string;
  /** Replies to its mail. */
  readonly replies: number;
  /** The first From address; null where only an envelope or a reply names the domain. */
  readonly from: string | null;
  /** The first envelope sender; null where none was seen. */
  readonly mailFrom: string | null;
  /** Addresses that its mail left from, as headers and replies name them. */
  readonly addresses: readonly string[];
  /** Who signed it, `s1@example.net`. */
  readonly selectors: readonly string[];
}

const maxSenders = 1000;
const maxAddresses = 8;
const maxSelectors = 8;

interface Draft {
  readonly domain: string;
  replies: number;
  from: string | null;
  mailFrom: string | null;
  readonly addresses: Set<string>;
  readonly selectors: Set<string>;
}

/** Domain of an address; null where it has none that can be read. */
function domainOf(address: string | null): string | null {
  if (address === null) return null;
  const at = address.lastIndexOf('@');
  return at < 0 ? null : toDomainName(address.slice(at + 1));
}

/** The domain whose mail a reply refuses: of the From header, else the one the reply names, else of the envelope. */
function senderDomain(found: FoundReply): string | null {
  return domainOf(found.from) ?? domainMentioned(found.text) ?? domainOf(found.sender);
}

/** Collects the senders of refused mail, in bounded memory. */
export interface Senders {
  /** @returns the domain whose mail was refused; null where nothing names it */
  add(found: FoundReply): string | null;
  /** Those with most replies first. */
  list(): Sender[];
  /** Addresses that replies name which name no sender. */
  loose(): readonly string[];
}

export function collectSenders(): Senders {
  const drafts = new Map<string, Draft>();
  const draftOf = (domain: string) => {
    const known = drafts.get(domain);
    if (known || drafts.size >= maxSenders) return known;
    const draft: Draft = {
      domain: copied(domain),
      replies: 0,
      from: null,
      mailFrom: null,
      addresses: new Set(),
      selectors: new Set(),
    };
    drafts.set(draft.domain, draft);
    return draft;
  };
  /** Addresses in replies that name no sender: those of the sender, where there is one only. */
  const loose = new Set<string>();
  return {
    add(found) {
      const domain = senderDomain(found);
      const draft = domain === null ? undefined : draftOf(domain);
      const addresses = draft?.addresses ?? loose;
      if (addresses.size < maxAddresses) {
        const own = found.address === null ? null : publicAddress(found.address);
        const address = addressMentioned(found) ?? own;
        if (address !== null) addresses.add(copied(address));
      }
      if (!draft) return null;
      draft.replies += 1;
      draft.from ??= found.from && copied(found.from);
      draft.mailFrom ??= found.sender ? copied(found.sender) : null;
      for (const one of found.selectors)
        if (draft.selectors.size < maxSelectors) draft.selectors.add(copied(one));
      return draft.domain;
    },
    loose: () => [...loose],
    list: () =>
      [...drafts.values()]
        .map(({ addresses, selectors, ...rest }) => ({
          ...rest,
          addresses:
            drafts.size > 1 ? [...addresses] : [...new Set([...addresses, ...loose])].slice(0, maxAddresses),
          selectors: [...selectors],
        }))
        .toSorted((a, b) => b.replies - a.replies || (a.domain < b.domain ? -1 : 1)),
  };
}
