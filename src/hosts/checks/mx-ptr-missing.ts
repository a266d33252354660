import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { parseIp, sameIp } from '../../text/ip.ts';
import { specialPurpose } from '../../text/special-purpose.ts';
import type { MxFacts, Reverse, SenderFacts } from '../facts.ts';

/** An address that sends as well is judged as a sender, and one that nobody outside sees has no public name. */
function receivesOnly({ address }: Reverse, { senders }: SenderFacts): boolean {
  const ip = parseIp(address);
  if (!ip || specialPurpose(ip) !== null) return false;
  return !senders.some((sender) => {
    const other = parseIp(sender.address);
    return other !== null && sameIp(ip, other);
  });
}

const states = {
  none: { en: 'it has no PTR record', fr: "elle n'a pas d'enregistrement PTR" },
  astray: {
    en: 'no name of its PTR records leads back',
    fr: "aucun nom de ses enregistrements PTR n'y ramène",
  },
};

/** Failed questions for the addresses of MX hosts. */
const hidden = ({ hosts }: MxFacts) => hosts.flatMap(({ a, aaaa }) => [a, aaaa]).filter(isFailed);

export const mxPtrMissing = defineCheck({
  id: 'mx-ptr-missing',
  area: 'mx',
  needs: ['mx', 'senders'],
  severity: 'notice',
  reference: 'RFC 8601 §3',
  messages: {
    title: 'The MX address {address} has no reverse name that leads back to it',
    explanation:
      'An MX of {domain} leads to {address}, and {state}. The address receives mail; presend does not know it as a sender.',
    consequence:
      'Receiving needs no reverse name. If the same host sends mail too, large receivers refuse it.',
    remedy:
      'If mail leaves from {address} as well, have its network publish a PTR record whose name leads back to it. If not, nothing needs to be done.',
  },
  applies: ({ mx, senders }) => hidden(mx).length > 0 || mx.reverse.some((one) => receivesOnly(one, senders)),
  *find({ mx, senders }) {
    const { domain, reverse } = mx;
    for (const asked of hidden(mx)) yield undetermined(`${asked.name} ${asked.type}`, asked, false);
    for (const one of reverse) {
      if (!receivesOnly(one, senders) || one.confirmed === 'yes') continue;
      const { address, ptr, names, confirmed } = one;
      const asked = [ptr, ...names.map(({ addresses }) => addresses)];
      const failed = asked.find(isFailed);
      if (confirmed === 'unknown') {
        const reason = {
          en: 'its PTR records name more hosts than are followed',
          fr: "ses enregistrements PTR nomment plus d'hôtes que l'examen n'en suit",
        };
        yield failed
          ? undetermined(address, failed, false)
          : { about: address, unknown: null, reason, blocking: false };
      }
      if (confirmed !== 'no') continue;
      const state = recordsOf(ptr).length === 0 ? states.none : states.astray;
      yield { about: address, params: { domain, address, state }, evidence: asked.map(evidence) };
    }
  },
});
