import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { formatIp } from '../../text/ip.ts';
import { joined } from '../../text/say.ts';
import { purposeWords, specialPurpose } from '../../text/special-purpose.ts';
import { addressesOf } from './exchanges.ts';

export const mxPrivate = defineCheck({
  id: 'mx-private',
  area: 'mx',
  needs: ['mx'],
  severity: 'error',
  reference: 'RFC 5321 §5.1, RFC 6890',
  messages: {
    title: 'The MX host {exchange} has no public address',
    explanation:
      '{exchange}, a mail exchanger of {domain}, leads to {addresses} ({purpose}). No other network can reach such an address.',
    consequence:
      'No mail from outside reaches this host. Receivers that check where a sender domain takes its mail may refuse one whose MX leads there.',
    remedy:
      'Publish the public address of {exchange}, or delete the MX record that names it. Keep internal names out of the public DNS.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx: { domain, mx, hosts } }) {
    for (const host of hosts) {
      const ips = addressesOf(host);
      const purposes = ips.flatMap((ip) => specialPurpose(ip) ?? []);
      if (purposes.length < ips.length) continue;
      const { exchange, a, aaaa } = host;
      // The family that gave no answer may hold a public address, or the private one.
      const failed = [a, aaaa].find(isFailed);
      if (failed) yield undetermined(exchange, failed);
      if (failed || ips.length === 0) continue;
      const addresses = ips.map(formatIp).join(', ');
      const purpose = joined(
        [...new Set(purposes)].map((one) => purposeWords[one]),
        ', ',
      );
      const params = { domain, exchange, addresses, purpose };
      yield { about: exchange, params, evidence: [mx, a, aaaa].map(evidence) };
    }
  },
});
