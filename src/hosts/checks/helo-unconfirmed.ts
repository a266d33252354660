import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { quoted } from '../../domain.ts';
import { firstOf } from '../../text/first-of.ts';
import type { HeloFacts, SenderFacts } from '../facts.ts';
import { leadsTo } from '../helo.ts';
import { hiddenBy } from './senders.ts';

/** Addresses that the host behind the name may have: those that were given, otherwise those that SPF authorizes. */
function sendingAddresses({ senders }: SenderFacts): string[] {
  const given = senders.filter(({ source }) => source === 'given');
  return (given.length > 0 ? given : senders).filter((one) => !hiddenBy(one)).map(({ address }) => address);
}

/** Failed questions whose answers may join name and sending addresses. */
function hidden({ given }: HeloFacts, { senders, failed }: SenderFacts, sending: readonly string[]) {
  const six = sending.filter((address) => address.includes(':')).length;
  const families = [
    ...(six < sending.length && given?.hosts ? [given.hosts.a] : []),
    ...(six > 0 && given?.hosts ? [given.hosts.aaaa] : []),
  ];
  return [...families, ...(senders.some(({ source }) => source === 'given') ? [] : failed)].find(isFailed);
}

/** Where the name leads; null for one that is none. */
function addressesOf({ given }: HeloFacts): readonly string[] | null {
  if (given?.read.kind === 'literal') return [given.read.address];
  return given?.hosts ? [...recordsOf(given.hosts.a), ...recordsOf(given.hosts.aaaa)] : null;
}

const maxNamed = 5;

export const heloUnconfirmed = defineCheck({
  id: 'helo-unconfirmed',
  area: 'helo',
  needs: ['helo', 'senders'],
  severity: 'notice',
  reference: 'RFC 5321 §4.1.4',
  notBeside: ['helo-unresolvable', 'helo-invalid'],
  messages: {
    title: 'The EHLO name {name} does not lead to a sending address',
    explanation:
      '{name}, given with --helo, leads to {addresses}. The mail leaves from {senders}, none of which is among them.',
    consequence:
      'The standard forbids receivers to refuse mail for this alone. Filters may count it against the sender.',
    remedy:
      'Let the mail server give in EHLO a name that leads to the address which the mail leaves from, at best the one in its PTR record, or publish such an address record at the name that it gives. Where the mail leaves through a gateway, let the gateway give a name of its own.',
  },
  applies: ({ helo, senders }) => addressesOf(helo) !== null && sendingAddresses(senders).length > 0,
  *find({ helo, senders }) {
    const { given } = helo;
    const leads = addressesOf(helo) ?? [];
    const sending = sendingAddresses(senders);
    if (!given || sending.some((address) => leadsTo(leads, address))) return;
    const both = given.hosts ? [given.hosts.a, given.hosts.aaaa] : [];
    const failed = hidden(helo, senders, sending);
    if (failed) yield undetermined(given.text, failed, false);
    else if (leads.length > 0) {
      const params = {
        name: quoted(given.text),
        addresses: firstOf(leads, maxNamed),
        senders: firstOf(sending, maxNamed),
      };
      yield { about: given.text, params, evidence: both.map(evidence) };
    }
  },
});
