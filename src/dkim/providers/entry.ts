import type { Words } from '../../text/say.ts';

/** A provider whose customers publish keys below their own `_domainkey`. */
export interface DkimProvider {
  /** Stable. */
  readonly key: string;
  /** As its customers know it now. */
  readonly name: string;
  /** Zones of its MX hosts and SPF records, with all that is below: none where customers name hosts. */
  readonly zones: readonly string[];
  /** As its customers publish them, the likeliest first; those of past years last. */
  readonly selectors: readonly string[];
  /** Every customer with DKIM on publishes at least one of `selectors`: to find none means something. */
  readonly usual: boolean;
  /** Zones of the CNAME targets, where the selectors are aliases; none where they hold keys themselves. */
  readonly aliases: readonly string[];
  /** How the selectors look that differ from customer to customer. */
  readonly form?: Words;
}
