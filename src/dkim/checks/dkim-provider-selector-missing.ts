import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import type { DkimFacts, RecognizedProvider } from '../facts.ts';
import { isProvenMissing } from '../absence.ts';
import { clauses } from '../../text/lists.ts';
import { phrase, type Said } from '../../text/say.ts';
import { named } from './search.ts';

/** The provider has selectors that can be asked for. */
function hasUsual({ selectors }: RecognizedProvider): boolean {
  return selectors.length > 0;
}

const always = { en: '{name} ({target}) at {names}', fr: '{name} ({target}) à {names}' } as const;
const asRule = {
  en: '{name} ({target}) at {names} as a rule',
  fr: '{name} ({target}) en général à {names}',
} as const;
const others = { en: '{more} more', fr: '{more} de plus' } as const;

/** At most eight services, each with what told and where its customers publish. */
function listing(providers: readonly RecognizedProvider[]): Said {
  const lines = providers
    .slice(0, 8)
    .map(({ name, target, usual, selectors }) =>
      phrase(usual ? always : asRule, { name, target, names: selectors.slice(0, 3).join(', ') }),
    );
  const more = providers.length - lines.length;
  return clauses(more > 0 ? [...lines, phrase(others, { more })] : lines);
}

const undecided = {
  unanswered: {
    en: 'nobody can tell whether the selectors of {name} hold a key: not all were answered',
    fr: 'impossible de dire si les sélecteurs habituels chez {name} contiennent une clé : certains sont restés sans réponse',
  },
  wildcard: {
    en: 'nobody can tell whether the selectors of {name} hold a key: a wildcard answers for every name',
    fr: 'impossible de dire si les sélecteurs habituels chez {name} contiennent une clé : un joker répond pour tout nom',
  },
} as const;

/** Whether the selectors of a provider hold a key: one does, none does, or nobody can tell. */
function stateOf(
  { domain, selectors }: DkimFacts,
  provider: RecognizedProvider,
): 'present' | 'absent' | 'unknown' {
  const own = selectors.filter(
    (one) =>
      one.domain === domain && (provider.selectors.includes(one.selector) || one.provider === provider.name),
  );
  // Of an alias that leads nowhere dkim-alias-dangling tells.
  if (own.some(({ keys, alias }) => keys.length > 0 || alias?.answer.status === 'found')) return 'present';
  return own.some(({ txt }) => isFailed(txt) || txt.answer.status === 'found') ? 'unknown' : 'absent';
}

export const dkimProviderSelectorMissing = defineCheck({
  id: 'dkim-provider-selector-missing',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'notice',
  reference: 'RFC 6376 §3.6.2.1',
  notBeside: ['dkim-missing'],
  messages: {
    title: 'None of the usual DKIM selectors of {services} has a key for {domain}',
    explanation:
      'MX and SPF name services whose customers publish their DKIM keys at these selectors: {listing}. No key of {domain} is at any of them.',
    consequence:
      'Without a key at {domain}, mail from such a service is signed with another domain or not at all: DMARC can pass by SPF alone, which forwarding breaks.',
    remedy:
      'Where a service sends for {domain}, turn on DKIM there and publish the records that it shows. If another selector was chosen, name it with --selector; a service no longer used should leave MX and SPF.',
  },
  applies: ({ dkim }) =>
    !isProvenMissing(dkim) && (dkim.providers.some(hasUsual) || dkim.providersFailed.length > 0),
  *find({ dkim }) {
    const { domain, providers, providersFailed, domainkey, control } = dkim;
    const [failed] = providersFailed;
    if (failed) yield undetermined(domain, failed, false);
    const absent: RecognizedProvider[] = [];
    for (const provider of providers.filter(hasUsual)) {
      const { key, name } = provider;
      const state = stateOf(dkim, provider);
      if (state === 'present') continue;
      if (state === 'unknown' || control.answer.status === 'found') {
        const reason = phrase(undecided[state === 'unknown' ? 'unanswered' : 'wildcard'], { name });
        yield { about: `${domain} ${key}`, unknown: null, reason, blocking: false };
      } else absent.push(provider);
    }
    if (absent.length === 0) return;
    const services = named(absent.map(({ name }) => name));
    const params = { domain, services, listing: listing(absent) };
    yield { about: domain, params, evidence: [evidence(domainkey)] };
  },
});
