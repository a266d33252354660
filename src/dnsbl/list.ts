import type { Phrase } from '../text/say.ts';
import type { ListKind, ListWeight } from './facts.ts';

/** What an answer stands for: its meaning in words, and its own weight where that differs from the list's. */
export interface ListEntry {
  readonly meaning: string | Phrase;
  readonly weight?: ListWeight;
}

/** How a list codes its entries (RFC 5782 §2.3). */
export type Coding =
  /** Each documented answer has its meaning, `127.0.0.2`. */
  | { readonly form: 'values'; readonly values: Readonly<Record<string, ListEntry>> }
  /** The last octet of 127.0.0.x is the sum of these bits. */
  | { readonly form: 'bits'; readonly bits: Readonly<Record<number, ListEntry>> };

/** What an entry says of its subject. */
export type ListPurpose =
  /** That mail from it should be refused, or counted against it. */
  | 'block'
  /** That mail from it should be trusted: an answer is no listing to worry about. */
  | 'allow'
  /** A fact without a judgement of the subject itself: its network, its age, that it is a Tor node. */
  | 'inform';

/** What the operator demands of those who ask. */
export type ListAccess =
  /** Nothing but moderation; large volumes and public resolvers may be refused. */
  | 'open'
  /** The resolver's address must be registered. */
  | 'registration'
  /** A key stands in the name: `<key>` in the zone. */
  | 'key';

/** A service whose key opens lists. */
export type KeyedService = 'spamhaus' | 'abusix';

/** A DNS list of addresses or domains (RFC 5782). */
export interface Dnsbl {
  /** `<key>` stands for the key, which is put in its place only where the question goes out. */
  readonly zone: string;
  readonly name: string;
  readonly kinds: readonly ListKind[];
  readonly purpose: ListPurpose;
  readonly access: ListAccess;
  /** The operator's terms in a few words; null where none are published. */
  readonly terms: string | Phrase | null;
  /** Month, YYYY-MM, in which a maintained source last had it among the living; null for a list of the user's own. */
  readonly seen: string | null;
  /** Of a list that needs a key: whose, and the open list that it takes the place of. */
  readonly key?: { readonly service: KeyedService; readonly replaces: string | null };
  /** Of a list of domains: `registrable` where it holds registrable domains only. */
  readonly names?: 'registrable' | 'any';
  /** Who refuses mail by it, as far as receivers or their replies tell; absent where none is known to. */
  readonly usedBy?: string | Phrase;
  /** How much a listing matters: `critical` where large receivers refuse mail for it. */
  readonly weight: ListWeight;
  readonly coding: Coding;
  /** Documented answers that refuse the resolver; 127.255.255.0/24 is one for every list. */
  readonly refusals: Readonly<Record<string, string | Phrase>>;
  /** Labels in front of the zone (RFC 5782 §5). One of `listed` suffices; they are tried in turn. */
  readonly test: { readonly listed: readonly [string, ...string[]]; readonly unlisted: string };
  readonly delisting: string;
}
