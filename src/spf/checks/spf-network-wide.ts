import { defineCheck, evidence } from '../../check.ts';
import { registrableDomain } from '../../domain.ts';
import { termText } from '../record.ts';
import { chainOf } from '../tree.ts';
import { ownNetworks } from './networks.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';

/** From this prefix length upwards a network is no single sender's: 65,536 addresses; the block of a whole provider. */
const widest = { 4: 16, 6: 32 } as const;

function size(family: 4 | 6, prefix: number): string {
  if (family === 4) return `${(2 ** (32 - prefix)).toLocaleString('en-US')} IPv4 addresses`;
  return `2^${128 - prefix} IPv6 addresses`;
}

export const spfNetworkWide = defineCheck({
  id: 'spf-network-wide',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §11.4',
  messages: {
    title: 'SPF authorizes {size} with "{term}"',
    explanation:
      "The term stands in the record of {owner}. A network of this size is hardly ever one sender's alone: it is that of an internet provider, a cloud or a large organization, and most of its addresses are in the hands of others.",
    consequence:
      'Whoever sends from one of these addresses passes SPF as {owner}, and DMARC with it. Forged mail that passes damages the reputation of the domain.',
    remedy:
      'Name the hosts that send, or the smallest networks that hold them. If they belong to a provider, use the include that the provider documents instead of its networks.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    // A prefix of 0 is everybody: spf-all-pass tells of it.
    const wide = ownNetworks(chain)
      .filter(({ family, prefix }) => prefix > 0 && prefix <= widest[family])
      // A provider that the domain redirects to knows its own networks.
      .filter(({ node }) => registrableDomain(node.domain) === registrableDomain(tree.domain));
    for (const { node, record, term, family, prefix } of tellable(wide)) {
      yield {
        about: aboutTerm(node.domain, termText(record, term)),
        params: { term: quotedTerm(record, term), owner: node.domain, size: size(family, prefix) },
        at: place(record, term),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
