import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { phrase } from '../../text/say.ts';
import { purposeWords } from '../../text/special-purpose.ts';
import { hiddenBy, originOf } from './senders.ts';

/** Over IPv6 receivers ask more, and there is another way out. */
function wordsFor(address: string) {
  if (!address.includes(':')) return { kind: { en: 'address', fr: 'adresse' }, demand: '', other: '' };
  return {
    kind: { en: 'IPv6 address', fr: 'adresse IPv6' },
    demand: {
      en: ' Over IPv6, Gmail and Exchange Online demand one of every sender.',
      fr: ' En IPv6, Gmail et Exchange Online en exigent un de tout expéditeur.',
    },
    other: {
      en: ' Until the name is there, the mail server can be set to send over IPv4 alone.',
      fr: " En attendant ce nom, le serveur de messagerie peut être réglé pour n'envoyer qu'en IPv4.",
    },
  };
}

export const ptrMissing = defineCheck({
  id: 'ptr-missing',
  area: 'ptr',
  needs: ['senders'],
  severity: 'critical',
  reference: 'RFC 8601 §3',
  messages: {
    title: 'The sending {kind} {address} has no reverse name',
    explanation:
      'There is no PTR record at {reverse}. The address counts as a sender of this domain because {origin}.',
    consequence:
      'Large receivers refuse mail from an address without a reverse name, or hold it for spam.{demand}',
    remedy:
      'Have whoever runs the network of {address} (hosting provider, carrier) publish a PTR record that names the mail server, and publish an address record at that name which leads back to {address}. An address that sends no mail does not belong in the SPF record.{other}',
  },
  applies: ({ senders: { senders, failed, omitted } }) => senders.length + failed.length + omitted > 0,
  *find({ senders: { senders, failed, omitted } }) {
    for (const asked of failed) yield undetermined(asked.name, asked);
    for (const sender of senders) {
      const { address, ptr } = sender;
      const purpose = hiddenBy(sender);
      if (purpose) {
        const reason = phrase(
          {
            en: '{address} is no public address ({purpose}): receivers see another one, whose reverse name was not looked at',
            fr: "{address} n'est pas une adresse publique ({purpose}) : les destinataires en voient une autre, dont le nom inverse n'a pas été examiné",
          },
          { address, purpose: purposeWords[purpose] },
        );
        yield { about: address, unknown: null, reason, blocking: false };
      } else if (isFailed(ptr)) yield undetermined(address, ptr);
      else if (recordsOf(ptr).length === 0) {
        yield {
          about: address,
          params: { address, reverse: ptr.name, origin: originOf(sender), ...wordsFor(address) },
          evidence: [evidence(ptr)],
        };
      }
    }
    if (omitted === 0) return;
    const reason = phrase(
      {
        en: 'of the addresses that SPF authorizes, not all were looked at; left out: {omitted}',
        fr: "les adresses que SPF autorise n'ont pas toutes été examinées ; laissées de côté : {omitted}",
      },
      { omitted },
    );
    yield { about: 'omitted addresses', unknown: null, reason, blocking: false };
  },
});
