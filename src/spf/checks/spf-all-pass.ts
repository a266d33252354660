import { defineCheck, evidence } from '../../check.ts';
import { isVoid } from '../../dns/resolver.ts';
import type { Words } from '../../text/say.ts';
import type { SpfBranch, SpfNode } from '../facts.ts';
import { reachableMechanisms } from '../reach.ts';
import { type Mechanism, type SpfRecord, termText } from '../record.ts';
import { isOpen } from '../rewrite.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mend } from './repair.ts';
import { aboutTerm, place, quotedTerm, tellable, unseen } from './wording.ts';

interface OpenTerm {
  readonly node: SpfNode;
  readonly record: SpfRecord;
  readonly term: Mechanism;
  /** Who passes, as the object of a sentence. */
  readonly everyone: Words;
}

const everyHost: Words = { en: 'every host', fr: 'tout hôte' };
const everyIpv4: Words = { en: 'every IPv4 address', fr: 'toute adresse IPv4' };
const everyIpv6: Words = { en: 'every IPv6 address', fr: 'toute adresse IPv6' };

/** The addresses behind a host term are proven not to exist: it matches nobody, whatever its prefix. */
function isEmpty(branch: SpfBranch | undefined, type: 'A' | 'AAAA'): boolean {
  const asked = branch?.asked.filter((one) => one.type === type) ?? [];
  return asked.length > 0 && asked.every(isVoid);
}

function everyone(term: Mechanism, branch: SpfBranch | undefined): Words | null {
  if (term.qualifier !== '+') return null;
  if (term.kind === 'all') return everyHost;
  if ((term.kind === 'ip4' || term.kind === 'ip6') && term.prefix === 0) {
    return term.kind === 'ip4' ? everyIpv4 : everyIpv6;
  }
  // Its name holds nothing of the client: it answers all of them alike (RFC 7208 §5.7).
  if (term.kind === 'exists') return branch?.asked[0]?.answer.status === 'found' ? everyHost : null;
  if (term.kind !== 'a' && term.kind !== 'mx') return null;
  if (term.prefix4 === 0 && !isEmpty(branch, 'A')) return everyIpv4;
  return term.prefix6 === 0 && !isEmpty(branch, 'AAAA') ? everyIpv6 : null;
}

/** Terms that let everyone pass, here and in the records whose pass is a pass of this one. */
function* openTerms(node: SpfNode): Generator<OpenTerm> {
  const record = recordOf(node);
  if (!record) return;
  const branches = new Map(node.branches.map((branch) => [branch.term, branch]));
  for (const { index, term } of reachableMechanisms(record)) {
    const branch = branches.get(index);
    const who = everyone(term, branch);
    if (who) yield { node, record, term, everyone: who };
    // Only a "+include" turns the pass of the included record into a pass (RFC 7208 §5.2).
    if (term.kind === 'include' && term.qualifier === '+' && branch?.node) yield* openTerms(branch.node);
  }
  const redirect = node.branches.find(({ term }) => record.terms[term]?.kind === 'redirect');
  if (redirect?.node) yield* openTerms(redirect.node);
}

/** The same, a term that several paths reach only once. */
function distinctOpenTerms(tree: SpfNode): readonly (OpenTerm & { readonly about: string })[] {
  const first = new Map<string, OpenTerm & { readonly about: string }>();
  for (const open of openTerms(tree)) {
    const about = aboutTerm(open.node.domain, termText(open.record, open.term));
    if (!first.has(about)) first.set(about, { ...open, about });
  }
  return [...first.values()];
}

export const spfAllPass = defineCheck({
  id: 'spf-all-pass',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6.2, §5.1',
  messages: {
    title: 'SPF authorizes {everyone} to send as {domain}',
    explanation:
      '"{term}" in the record of {owner} matches {everyone} that no earlier term matches, and its result is pass. Anybody on the internet can send mail as {domain} that SPF confirms, and that DMARC accepts as aligned.',
    consequence:
      'Forged mail in the name of {domain} passes SPF, and DMARC with it, wherever it is checked; the damage falls on the reputation of the domain.',
    remedy:
      'List the hosts and services that send for {domain} and end the record in "~all" or "-all". Where the term stands in an included record, remove the include and tell its operator.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const open = distinctOpenTerms(tree);
    const chain = chainOf(tree).nodes;
    for (const { node, record, term, everyone: who, about } of tellable(open)) {
      yield {
        about,
        params: { domain, owner: node.domain, term: quotedTerm(record, term), everyone: who },
        at: place(record, term),
        ...(chain.includes(node) ? mend(spf, node.domain, (mended) => !mended.terms.some(isOpen)) : {}),
        evidence: [evidence(node.txt)],
      };
    }
    if (open.length === 0) yield* unseen(tree);
  },
});
