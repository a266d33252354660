import { defineCheck, evidence, undetermined } from '../../check.ts';
import { registrableDomain } from '../../domain.ts';
import { grouped } from '../../text/grouped.ts';
import { type Phrase, phrase } from '../../text/say.ts';
import { networkPurpose } from '../../text/special-purpose.ts';
import { countOf, joined, networkRange, type Ranges } from '../ranges.ts';
import { termText } from '../record.ts';
import { chainOf } from '../tree.ts';
import { ownNetworks, type OwnNetwork } from './networks.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';

/** From this prefix length upwards a network is no single sender's: 65,536 addresses; the block of a whole provider. */
const widest = { 4: 16, 6: 32 } as const;

/** The public addresses of it: what is for special purposes authorizes nobody, and spf-network-private tells of it. */
function publicAddresses({ ips, prefix }: OwnNetwork): Ranges {
  return joined(
    ips.filter((ip) => networkPurpose(ip, prefix) === null).map((ip) => networkRange(ip, prefix)),
  );
}

const exactly = { en: '2^{power} IPv6 addresses', fr: '2^{power} adresses IPv6' } as const;
const about = { en: 'about 2^{power} IPv6 addresses', fr: 'environ 2^{power} adresses IPv6' } as const;

function size(family: 4 | 6, ranges: Ranges): Phrase {
  const count = countOf(ranges);
  if (family === 4) {
    return phrase(
      { en: '{count} IPv4 addresses', fr: '{count} adresses IPv4' },
      { count: grouped(Number(count)) },
    );
  }
  const power = count.toString(2).length - 1;
  return phrase(count === 2n ** BigInt(power) ? exactly : about, { power });
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
      "The term stands in the record of {owner}. A network of this size is seldom one sender's alone: it is often that of an internet provider or a cloud, and most of its addresses are then in the hands of others.",
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
    const sized = wide.map((own) => ({ ...own, ranges: publicAddresses(own) }));
    for (const { node, record, term, family, ranges } of tellable(
      sized.filter((one) => one.ranges.length > 0),
    )) {
      yield {
        about: aboutTerm(node.domain, termText(record, term)),
        params: { term: quotedTerm(record, term), owner: node.domain, size: size(family, ranges) },
        at: place(record, term),
        evidence: [evidence(node.txt)],
      };
    }
    for (const { node, record, term, failed } of tellable(sized.filter((one) => one.ranges.length === 0))) {
      if (failed) yield undetermined(aboutTerm(node.domain, termText(record, term)), failed, false);
    }
    yield* unseenEnd(chain);
  },
});
