import { defineCheck, evidence, undetermined } from '../check.ts';
import { type Asked, isFailed } from '../dns/resolver.ts';
import type { SpfNode } from '../spf/facts.ts';
import { allTermOf, reachableMechanisms, redirectOf } from '../spf/reach.ts';
import { recordOf } from '../spf/tree.ts';
import type { Words } from '../text/say.ts';

/** How a record leaves the domain open to others. */
type Opening = 'missing' | 'several' | 'faulty' | 'hosts' | 'everybody' | 'neutral' | 'softfail';

const states: Readonly<Record<Opening, Words>> = {
  missing: {
    en: 'It has no SPF record, so that nothing contradicts a forger.',
    fr: "Ici, il n'y a pas d'enregistrement SPF : rien ne contredit un usurpateur.",
  },
  several: {
    en: 'It has several SPF records, which receivers cannot evaluate: none of them counts.',
    fr: 'Ici, il y a plusieurs enregistrements SPF, que les destinataires ne peuvent pas évaluer : aucun ne compte.',
  },
  faulty: {
    en: 'Its SPF record cannot be evaluated, so that it counts for nothing.',
    fr: "Ici, l'enregistrement SPF ne peut pas être évalué et ne compte donc pas.",
  },
  hosts: {
    en: 'Its SPF record does not refuse every host: mail from those it names passes, or is left open.',
    fr: "Ici, l'enregistrement SPF ne refuse pas tous les hôtes : le courrier de ceux qu'il désigne passe, ou reste indécis.",
  },
  everybody: {
    en: 'Its SPF record lets everybody send.',
    fr: "Ici, l'enregistrement SPF autorise tout le monde à envoyer.",
  },
  neutral: {
    en: 'Its SPF record says neither yes nor no of hosts that it does not name.',
    fr: "Ici, l'enregistrement SPF ne dit ni oui ni non des hôtes qu'il ne désigne pas.",
  },
  softfail: {
    en: 'Its SPF record ends in "~all", which marks mail as suspicious and refuses nothing.',
    fr: "Ici, l'enregistrement SPF se termine par « ~all », qui marque le courrier comme suspect et ne refuse rien.",
  },
};

const ends: Readonly<Record<'+' | '-' | '~' | '?', Opening | null>> = {
  '-': null,
  '~': 'softfail',
  '?': 'neutral',
  '+': 'everybody',
};

/** The failed question that keeps a record from being read. */
interface Unread {
  readonly unread: Asked;
}

/** What a record that refuses everything does not do; null where it does. */
function openingOf(node: SpfNode): Opening | Unread | null {
  if (isFailed(node.txt)) return { unread: node.txt };
  if (node.records.length > 1) return 'several';
  const record = recordOf(node);
  if (!record) return 'missing';
  if (record.problems.length > 0) return 'faulty';
  const named = reachableMechanisms(record).filter(({ term }) => term.kind !== 'all');
  if (named.some(({ term }) => term.qualifier !== '-')) return 'hosts';
  const all = allTermOf(record);
  if (all) return ends[all.qualifier];
  const redirect = redirectOf(record);
  if (!redirect) return 'neutral';
  const target = node.branches.find(({ term }) => term === redirect.index)?.node;
  // RFC 7208 §6.1: a redirect to where there is no record ends in permerror.
  const opening = target ? openingOf(target) : 'faulty';
  return opening === 'missing' ? 'faulty' : opening;
}

export const spfParkedOpen = defineCheck({
  id: 'spf-parked-open',
  area: 'spf',
  needs: ['spf'],
  optional: ['domain'],
  profiles: ['parked'],
  severity: 'error',
  reference: 'RFC 7208 §10.1.2',
  messages: {
    title: 'SPF of {domain} does not refuse all mail in its name',
    explanation: 'A domain that sends no mail says so with the SPF record "v=spf1 -all". {state}',
    consequence:
      'Receivers cannot tell forged mail with {domain} as its envelope sender from mail that is meant.',
    remedy:
      'If {domain} sends no mail at all, publish "v=spf1 -all" as its only SPF record. If it does send, audit it without --profile parked.',
  },
  *find({ spf, domain: hosts }) {
    const { domain, tree, records, txt } = spf;
    const opening = tree ? openingOf(tree) : records.length > 1 ? 'several' : 'missing';
    if (opening === null) return;
    if (typeof opening === 'object') {
      yield undetermined(domain, opening.unread);
      return;
    }
    const own = hosts?.domains.find((one) => one.domain === domain)?.cname.answer.status;
    const publishable = own === 'nodata' || own === 'nxdomain';
    yield {
      about: domain,
      params: { domain, state: states[opening] },
      ...(opening === 'softfail' ? { severity: 'warning' as const } : {}),
      ...(publishable ? { fix: [{ name: domain, type: 'TXT' as const, value: 'v=spf1 -all' }] } : {}),
      evidence: [evidence(txt)],
    };
  },
});
