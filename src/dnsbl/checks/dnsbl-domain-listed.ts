import { defineCheck } from '../../check.ts';
import { entryOf } from './entry.ts';
import { uncovered } from './coverage.ts';

export const dnsblDomainListed = defineCheck({
  id: 'dnsbl-domain-listed',
  area: 'dnsbl',
  needs: ['dnsbl'],
  severity: 'critical',
  reference: 'RFC 5782 §3',
  messages: {
    title: '{domain} is listed by {list}',
    explanation:
      '{zone} answers {codes} for {domain} ({meaning}). The reason published by the list: {reason}. Receivers can look for a listed domain in the envelope, the From header and links, whatever address the mail comes from.',
    consequence:
      'Receivers that use {list} may refuse mail that names this domain, or count the listing against it.',
    remedy:
      'Find what caused the listing and stop it first (a hijacked site or account, spam sent in the name of the domain, a poor address list). Then see {delisting} about removal.',
  },
  applies: ({ dnsbl }) => dnsbl.domains.length > 0,
  *find({ dnsbl }) {
    for (const listing of dnsbl.listings) {
      if (listing.kind !== 'domain' || listing.outcome !== 'listed') continue;
      const entry = entryOf(listing, dnsbl);
      if (entry) yield { ...entry, params: { ...entry.params, domain: listing.subject } };
    }
    yield* uncovered(dnsbl, 'domain');
  },
});
