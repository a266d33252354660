import { defineCheck, evidence } from '../../check.ts';
import { recordsOf } from '../../dns/resolver.ts';
import { joined } from '../../text/say.ts';
import type { MxFacts } from '../facts.ts';

/** The preferences of each exchange, the lowest first. */
function preferences({ mx }: MxFacts): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  for (const { exchange, preference } of recordsOf(mx)) {
    const name = exchange.toLowerCase();
    if (name !== '')
      byName.set(
        name,
        [...(byName.get(name) ?? []), preference].toSorted((x, y) => x - y),
      );
  }
  return byName;
}

export const mxDuplicate = defineCheck({
  id: 'mx-duplicate',
  area: 'mx',
  needs: ['mx'],
  severity: 'notice',
  reference: 'RFC 5321 §5.1',
  messages: {
    title: 'Several MX records of {domain} name {exchange}',
    explanation:
      '{exchange} is named with the preferences {preferences}. A sender that found it out of reach meets the same host once more: the second record is no reserve.',
    consequence: 'Outgoing mail is not affected; incoming mail has fewer hosts to go to than it seems.',
    remedy:
      'Keep one MX record for {exchange}. If the other was meant for a second host, let it name that one.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx }) {
    const { hosts, domain } = mx;
    const all = preferences(mx);
    for (const { exchange } of hosts) {
      const own = all.get(exchange) ?? [];
      if (own.length < 2) continue;
      const params = { domain, exchange, preferences: joined(own, { en: ' and ', fr: ' et ' }) };
      yield { about: exchange, params, evidence: [evidence(mx.mx)] };
    }
  },
});
