import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { formatIp, isMapped, parseIp, unmapped } from '../../text/ip.ts';

export const mxIpv4Mapped = defineCheck({
  id: 'mx-ipv4-mapped',
  area: 'mx',
  needs: ['mx'],
  severity: 'warning',
  reference: 'RFC 4291',
  messages: {
    title: 'The AAAA record of the MX host {exchange} holds an IPv4 address',
    explanation:
      '{exchange}, a mail exchanger of {domain}, has the AAAA record {address}. That is how programs write the IPv4 address {plain} among IPv6 addresses: on the network nobody can reach it over IPv6.',
    consequence:
      'Senders that prefer IPv6 lose an attempt, or take the host for one out of reach. Those on IPv4 are not affected.',
    remedy:
      'Delete the AAAA record and keep an A record with {plain}; publish an AAAA record only for an IPv6 address that the host really has.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx: { domain, hosts } }) {
    for (const { exchange, aaaa } of hosts) {
      if (isFailed(aaaa)) yield undetermined(exchange, aaaa, false);
      for (const address of recordsOf(aaaa)) {
        const ip = parseIp(address);
        if (!ip || !isMapped(address)) continue;
        const params = { domain, exchange, address, plain: formatIp(unmapped(ip)) };
        yield { about: `${exchange} ${address}`, params, evidence: [evidence(aaaa)] };
      }
    }
  },
});
