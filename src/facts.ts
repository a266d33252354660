import type { DkimFacts } from './dkim/facts.ts';
import type { DmarcFacts } from './dmarc/facts.ts';
import type { FailedQuestion } from './dns/resolver.ts';
import type { DnsblFacts } from './dnsbl/facts.ts';
import type { DomainFacts, HeloFacts, MxFacts, SenderFacts, ZoneFacts } from './hosts/facts.ts';
import type { SpfFacts } from './spf/facts.ts';
import type { IdentityFacts } from './subject.ts';

/** A section of the facts. Not ok: the question it begins with failed, and nothing may be concluded. */
export type Fact<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failed: FailedQuestion };

export interface RunFacts {
  /** ISO 8601, the start of the run. */
  readonly at: string;
  readonly durationMs: number;
  /** Distinct questions of this audit, answered from memory or not. */
  readonly queries: number;
  /** The servers asked; empty where the system's own were. */
  readonly servers: readonly string[];
}

/** What the DNS said about one subject, section by section. Every value is plain JSON. */
export interface FactSections {
  /** The addresses as the user gave them: syntax needs no DNS. */
  readonly identities: IdentityFacts;
  readonly domain: DomainFacts;
  /** The zones that hold the domains of the mail. */
  readonly zones: ZoneFacts;
  readonly mx: MxFacts;
  readonly senders: SenderFacts;
  readonly helo: HeloFacts;
  readonly spf: SpfFacts;
  readonly dkim: DkimFacts;
  readonly dmarc: DmarcFacts;
  readonly dnsbl: DnsblFacts;
}

export type FactName = keyof FactSections;

/** A section that is absent was not asked for, or has nothing to say of a domain that does not exist. */
export type AllFacts = { readonly run: RunFacts } & { readonly [N in FactName]?: Fact<FactSections[N]> };
