import { ask, type Resolver } from '../dns/resolver.ts';
import type { GivenSelector, Subject } from '../subject.ts';
import { askControl, keyName } from './control.ts';
import type { DkimFacts } from './facts.ts';
import { aliasSelectors, attributed, type ProviderHints, recognized } from './recognize.ts';
import { commonSelectors, defaultDepth } from './selectors.ts';
import { gatherGiven, trySelector, tryAlias } from './try-selector.ts';

/** Each key name once, in lower case. */
function distinct(selectors: readonly GivenSelector[]): GivenSelector[] {
  const lower = selectors.map((one) => ({ ...one, selector: one.selector.toLowerCase() }));
  return [...new Map(lower.map((one) => [keyName(one.selector, one.domain), one])).values()];
}

export interface DkimSearch {
  /** Common selectors to try, the likeliest first. */
  readonly depth?: number;
  readonly hints?: Promise<ProviderHints>;
}

/** Common selectors that are tried whatever `_domainkey` says: a server may deny it wrongly. */
const head = 30;

/**
 * Asks for the keys of the given selectors and, at the author domain, of common ones and of those usual for its
 * providers, with the two questions that tell what silence means. Where `_domainkey` does not exist and nothing
 * answers below it, the less likely ones are left out: below a name that does not exist there is nothing (RFC 8020
 * §2). It always has facts: a failed question stays visible as the answer it got.
 */
export async function gatherDkim(
  subject: Pick<Subject, 'authorDomain' | 'selectors'>,
  resolver: Resolver,
  { depth = defaultDepth, hints }: DkimSearch = {},
): Promise<{ readonly ok: true; readonly value: DkimFacts }> {
  const domain = subject.authorDomain;
  const given = distinct(subject.selectors);
  const own = new Set(given.filter((one) => one.domain === domain).map(({ selector }) => selector));
  const ranked = commonSelectors.slice(0, depth).filter((selector) => !own.has(selector));
  const control = askControl(domain, resolver);
  const search = { domain, control, resolver };
  const likely = ranked.slice(0, head);
  const [domainkey, asGiven, asLikely, { targets, failed }] = await Promise.all([
    ask(resolver, `_domainkey.${domain}`, 'CNAME'),
    Promise.all(given.map((one) => gatherGiven(one, resolver))),
    Promise.all(likely.map((selector) => trySelector(selector, search))),
    hints ?? { targets: [], failed: [] },
  ]);
  const providers = recognized(targets);
  const linked = aliasSelectors(providers);
  const usual = providers.flatMap(({ selectors }) => selectors).filter((selector) => !own.has(selector));
  const belied = [...asGiven, ...asLikely].some((one) => one?.domain === domain && one.keys.length > 0);
  const { answer } = await control.asked();
  const proven = domainkey.answer.status === 'nxdomain' && answer.status === 'nxdomain' && !belied;
  const rest = proven ? [] : ranked.slice(head);
  const tried = [...new Set([...likely, ...rest, ...usual])];
  const all = await Promise.all(
    tried.map(async (selector, at) => {
      const known = asLikely[at] ?? null;
      if (known || (at < likely.length && !linked.has(selector))) return known;
      return linked.has(selector) ? tryAlias(selector, search) : trySelector(selector, search);
    }),
  );
  const found = all.filter((one) => one !== null);
  const selectors = [...asGiven, ...found].map((one) => attributed(one, domain, providers));
  return {
    ok: true,
    value: {
      domain,
      domainkey,
      control: await control.asked(),
      tried,
      common: Math.min(proven ? head : depth, depth, commonSelectors.length),
      known: commonSelectors.length,
      providers,
      providersFailed: failed,
      selectors,
    },
  };
}
