import { defineCheck, evidence } from '../../check.ts';
import type { Words } from '../../text/say.ts';
import { privatePurpose } from '../private.ts';
import { termText } from '../record.ts';
import { chainOf } from '../tree.ts';
import { ownNetworks } from './networks.ts';
import { mendTerm } from './repair.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';

/** How a sentence names the purpose. */
const kinds: Readonly<Record<NonNullable<ReturnType<typeof privatePurpose>>, Words>> = {
  unspecified: { en: 'of no host', fr: 'sans aucun hôte' },
  private: { en: 'for private networks', fr: 'réservée aux réseaux privés' },
  shared: {
    en: "for providers' address translation",
    fr: "réservée à la traduction d'adresses des fournisseurs d'accès",
  },
  loopback: { en: 'for a host to speak to itself', fr: 'par laquelle un hôte se joint lui-même' },
  'link-local': { en: 'for one link only', fr: 'limitée à un seul lien' },
  multicast: { en: 'for groups of hosts', fr: "réservée à des groupes d'hôtes" },
  reserved: { en: 'for special purposes', fr: 'réservée à des usages particuliers' },
  documentation: { en: 'for documentation only', fr: 'réservée à la documentation' },
};

export const spfNetworkPrivate = defineCheck({
  id: 'spf-network-private',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §5.6, RFC 6890',
  messages: {
    title: '"{term}" in SPF is an address range {kind}',
    explanation:
      'Receivers on the internet never see a client from there. The term in the record of {owner} authorizes nobody; where it should name a mail server behind a translated address, the address that receivers see is missing.',
    consequence:
      'Mail that leaves through the translated address does not pass by this term. A receiver in a private network of its own could take its neighbours for senders of {owner}.',
    remedy:
      'Remove the term. If a server behind it sends, authorize the public address that it is seen with on the internet.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    const apart = ownNetworks(chain).flatMap((own) => {
      const [ip] = own.term.kind === 'ip4' || own.term.kind === 'ip6' ? own.ips : [];
      const purpose = ip && privatePurpose(ip, own.prefix, domain);
      return purpose ? [{ ...own, purpose }] : [];
    });
    for (const { node, record, term, purpose } of tellable(apart)) {
      yield {
        about: aboutTerm(node.domain, termText(record, term)),
        params: { term: quotedTerm(record, term), owner: node.domain, kind: kinds[purpose] },
        at: place(record, term),
        ...mendTerm(spf, node.domain, termText(record, term)),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
