import type { Asked } from '../dns/resolver.ts';
import type { AddressSource } from '../subject.ts';
import type { Words } from '../text/say.ts';

export interface DomainFacts {
  /** The envelope domain, then the author domain where it differs. */
  readonly domains: readonly DomainHosts[];
}

/** What of the mail carries the domain. */
export type DomainRole = 'envelope sender and From' | 'envelope sender' | 'From';

/** Whether a domain exists and can be answered. */
export interface DomainHosts {
  readonly domain: string;
  readonly role: DomainRole;
  /** SPF and other texts: a broken server may deny a name for one type and answer for another. */
  readonly txt: Asked<'TXT'>;
  /** Asked with type CNAME: NXDOMAIN here denies the domain itself, not the target of an alias (RFC 8020). */
  readonly cname: Asked<'CNAME'>;
  readonly a: Asked<'A'>;
  readonly aaaa: Asked<'AAAA'>;
  readonly mx: Asked<'MX'>;
}

export interface ZoneFacts {
  /** The names whose zone may hold a domain of the mail: from it up to the registered domain, aliases left out. */
  readonly names: readonly ZoneName[];
}

/** What a name is to the zones. */
export interface ZoneName {
  readonly name: string;
  /** Not found, or failed: then `ns` and `soa` may be those of another name (RFC 1034 §3.6.2). */
  readonly cname: Asked<'CNAME'>;
  readonly ns: Asked<'NS'>;
  readonly soa: Asked<'SOA'>;
  /** Those that its NS records name, at most thirteen, by name. */
  readonly servers: readonly NameServer[];
  /** Name servers beyond these. */
  readonly omitted: number;
}

export interface NameServer {
  readonly name: string;
  readonly cname: Asked<'CNAME'>;
  readonly a: Asked<'A'>;
  readonly aaaa: Asked<'AAAA'>;
}

export interface MxFacts {
  readonly domain: string;
  readonly mx: Asked<'MX'>;
  /** One for each distinct exchange, in the order of preference; none for a null MX. */
  readonly hosts: readonly MxHost[];
  /** The reverse DNS of their addresses, at most ten, in the order of the hosts. */
  readonly reverse: readonly Reverse[];
  /** The A and AAAA of the domain itself, which serve where there is no MX (RFC 5321 §5.1). */
  readonly implicit: { readonly a: Asked<'A'>; readonly aaaa: Asked<'AAAA'> };
}

export interface MxHost {
  readonly exchange: string;
  readonly preference: number;
  /** An MX must not name an alias (RFC 2181 §10.3). */
  readonly cname: Asked<'CNAME'>;
  readonly a: Asked<'A'>;
  readonly aaaa: Asked<'AAAA'>;
}

export interface SenderFacts {
  readonly senders: readonly Sender[];
  /** Questions for hosts that SPF authorizes whose answers failed: senders may be missing here. */
  readonly failed: readonly Asked[];
  /** Addresses that SPF authorizes but that were left out at the cap. */
  readonly omitted: number;
}

/** What an EHLO command may hold. */
export type HeloName =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'literal'; readonly address: string }
  | { readonly kind: 'invalid'; readonly fault: Words };

/** A reverse name that leads back to a sending address: what such a host mostly gives in EHLO. */
export interface PresumedHelo {
  readonly name: string;
  readonly address: string;
}

export interface HeloFacts {
  /** The EHLO name that the user gave; null where none was. */
  readonly given: {
    readonly text: string;
    readonly read: HeloName;
    /** The addresses of a name; null for what is none. */
    readonly hosts: { readonly a: Asked<'A'>; readonly aaaa: Asked<'AAAA'> } | null;
  } | null;
  /** One for each sending address that has one; none where the user gave a name. */
  readonly presumed: readonly PresumedHelo[];
}

/** An address and its reverse DNS. */
export interface Reverse {
  readonly address: string;
  readonly ptr: Asked<'PTR'>;
  /** One for each PTR name, at most ten: the address records of the sender's own family. */
  readonly names: readonly { readonly name: string; readonly addresses: Asked<'A'> | Asked<'AAAA'> }[];
  /** A PTR name leads back to the address. */
  readonly confirmed: 'yes' | 'no' | 'unknown';
}

/** A sending address. */
export interface Sender extends Reverse {
  readonly source: AddressSource;
  /** The SPF term that authorizes it, where that is the source. */
  readonly term?: string;
}
