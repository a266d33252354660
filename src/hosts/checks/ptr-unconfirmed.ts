import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { parseIp } from '../../text/ip.ts';
import { phrase } from '../../text/say.ts';
import { hiddenBy, originOf } from './senders.ts';

export const ptrUnconfirmed = defineCheck({
  id: 'ptr-unconfirmed',
  area: 'ptr',
  needs: ['senders'],
  severity: 'critical',
  reference: 'RFC 8601 §3',
  messages: {
    title: 'No reverse name of {address} leads back to it',
    explanation:
      'The reverse DNS of {address} names {names}, but no {type} record there holds {address}: the address is not confirmed (forward-confirmed reverse DNS). The address counts as a sender of this domain because {origin}.',
    consequence:
      'Receivers that confirm reverse names treat the address as one without a name, and may refuse its mail or hold it for spam.',
    remedy:
      'Publish an {type} record for {address} at a name that its reverse DNS gives, or have whoever runs the network of {address} change the PTR record to the name of the mail server, whose {type} record is {address}.',
  },
  applies: ({ senders }) => senders.senders.length > 0,
  *find({ senders: { senders } }) {
    for (const sender of senders) {
      const { address, ptr, names, confirmed } = sender;
      if (hiddenBy(sender) || confirmed === 'yes') continue;
      const failed = isFailed(ptr) ? ptr : names.map(({ addresses }) => addresses).find(isFailed);
      if (failed) yield undetermined(address, failed);
      else if (confirmed === 'unknown') {
        const reason = phrase(
          {
            en: '{address} has more reverse names than receivers follow, and none of the first {count} leads back',
            fr: "{address} a plus de noms inverses que les destinataires n'en suivent, et aucun des {count} premiers n'y ramène",
          },
          { address, count: names.length },
        );
        yield { about: address, unknown: { name: ptr.name, type: ptr.type }, reason, blocking: true };
      } else if (recordsOf(ptr).length > 0) {
        const type = parseIp(address)?.family === 6 ? 'AAAA' : 'A';
        const named =
          names.length > 0 ? names.map(({ name }) => name).join(', ') : { en: 'the root', fr: 'la racine' };
        const asked = [ptr, ...names.map(({ addresses }) => addresses)];
        const params = { address, names: named, type, origin: originOf(sender) };
        yield { about: address, params, evidence: asked.map(evidence) };
      }
    }
  },
});
