import { type Asked, recordsOf } from '../dns/resolver.ts';
import type { DkimSelector, RecognizedProvider } from './facts.ts';
import { dkimProviders, providerOfAlias, providersOf } from './providers.ts';

/** What the domain's MX and SPF say of its providers. */
export interface ProviderHints {
  /** MX hosts and SPF targets. */
  readonly targets: readonly string[];
  readonly failed: readonly Asked[];
}

/** The providers behind these names, each with the first that told. */
export function recognized(targets: readonly string[]): RecognizedProvider[] {
  const found = new Map<string, RecognizedProvider>();
  for (const target of targets) {
    for (const { key, name, selectors, usual, form } of providersOf([target])) {
      const entry = { key, name, target, selectors, usual, ...(form === undefined ? {} : { form }) };
      if (!found.has(key)) found.set(key, entry);
    }
  }
  return [...found.values()];
}

/** Whose selector it is: the alias tells, or that a recognized provider has such a one. */
export function attributed(
  found: DkimSelector,
  domain: string,
  providers: readonly RecognizedProvider[],
): DkimSelector {
  const [target] = found.alias ? recordsOf(found.alias) : [];
  const aliased = target === undefined ? null : providerOfAlias(target);
  const usual =
    found.domain === domain
      ? providers.find(({ selectors }) => selectors.includes(found.selector))
      : undefined;
  const name = aliased?.name ?? usual?.name;
  const source = found.source !== 'given' && usual ? 'provider' : found.source;
  return name === undefined ? found : { ...found, source, provider: name };
}

/** The selectors of providers whose customers publish aliases. */
export function aliasSelectors(providers: readonly RecognizedProvider[]): Set<string> {
  const keys = new Set(providers.map(({ key }) => key));
  const linked = dkimProviders.filter(({ key, aliases }) => keys.has(key) && aliases.length > 0);
  return new Set(linked.flatMap(({ selectors }) => selectors));
}
