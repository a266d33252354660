import { defineCheck, undetermined } from '../../check.ts';
import { phrase } from '../../text/say.ts';
import { entryOf } from './entry.ts';
import { uncovered } from './coverage.ts';

const sources = {
  given: { en: 'the address was given as a sender', fr: "l'adresse a été indiquée comme adresse d'envoi" },
  spf: {
    en: 'the SPF record authorizes it as a single host',
    fr: "l'enregistrement SPF l'autorise comme hôte isolé",
  },
};

export const dnsblListed = defineCheck({
  id: 'dnsbl-listed',
  area: 'dnsbl',
  needs: ['dnsbl'],
  severity: 'critical',
  reference: 'RFC 5782 §2',
  messages: {
    title: '{address} is listed by {list}',
    explanation:
      '{zone} answers {codes} for {address} ({meaning}). The reason published by the list: {reason}. It concerns this domain because {origin}.',
    consequence: 'Receivers that use {list} refuse mail from this address, or count the listing against it.',
    remedy:
      'Find what caused the listing and stop it first (a hijacked account, an infected host, a poor address list; in a policy range, send through a mail server outside it). Then see {delisting} about removal, or send from another address.',
  },
  applies: ({ dnsbl }) => dnsbl.addresses.length + dnsbl.failed.length + dnsbl.omitted > 0,
  *find({ dnsbl }) {
    for (const asked of dnsbl.failed) yield undetermined(asked.name, asked);
    for (const listing of dnsbl.listings) {
      if (listing.kind !== 'address' || listing.outcome !== 'listed') continue;
      const entry = entryOf(listing, dnsbl);
      const source = dnsbl.addresses.find(({ address }) => address === listing.subject)?.source;
      if (!entry || !source) continue;
      yield { ...entry, params: { ...entry.params, address: listing.subject, origin: sources[source] } };
    }
    yield* uncovered(dnsbl, 'address');
    if (dnsbl.omitted > 0) {
      const reason = phrase(
        {
          en: 'of the addresses that SPF authorizes, not all were looked up; left out: {omitted}',
          fr: "les adresses que SPF autorise n'ont pas toutes été recherchées ; laissées de côté : {omitted}",
        },
        { omitted: dnsbl.omitted },
      );
      yield { about: 'omitted addresses', unknown: null, reason, blocking: false };
    }
  },
});
