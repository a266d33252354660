import { defineCheck, evidence, undetermined, type UnknownDraft } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { joined, phrase, type Said } from '../../text/say.ts';
import type { SpfEvaluation, SpfNode } from '../facts.ts';
import type { Family } from '../family.ts';
import { voidLimit } from '../limits.ts';
import { passesBehind } from '../passing.ts';
import { shown } from '../problems.ts';
import { type MaybeStop, stopsOf } from '../stops.ts';
import { type CountedTerm, tally } from '../tally.ts';
import type { Limb } from '../tree.ts';
import { askedFor } from '../voids.ts';
import { mend } from './repair.ts';
import { aboutLimb, quotedTerm, tellable, unseen } from './wording.ts';

/**
 * Whether a void lookup too many ends anything for the clients of a family. Of IPv6 that is a given address that ends
 * in it, or one that a term behind it would let pass: hosts without AAAA are void for clients that nobody sends from.
 */
function concerns(tree: SpfNode, evaluations: readonly SpfEvaluation[], family: Family, limb: Limb): boolean {
  if (family === 'ipv4') return true;
  const ended = ({ address, identity, result, voidLookups }: SpfEvaluation) =>
    identity === 'mail-from' && address.includes(':') && result === 'permerror' && voidLookups > voidLimit;
  return evaluations.some(ended) || passesBehind(tree, family, limb);
}

const quoted = { en: '"{term}"', fr: '« {term} »' } as const;

const mayBe = {
  en: 'more than {limit} terms may find nothing for clients on {family}; for {terms} it could not be determined',
  fr: "plus de {limit} termes peuvent ne rien trouver pour les clients en {family} ; cela n'a pas pu être établi pour {terms}",
} as const;

/** Terms that may make the void lookups too many: those whose question failed, one by one, then the others. */
function* open(tree: SpfNode, family: Family, name: string, stop: MaybeStop): Generator<UnknownDraft> {
  const blocking = tally(tree).passedAt === null;
  const others: Limb[] = [];
  for (const limb of tellable(stop.open)) {
    const failed = askedFor(limb, family).find(isFailed);
    if (failed) yield undetermined(aboutLimb(limb), failed, blocking);
    else others.push(limb);
  }
  if (others.length === 0) return;
  const terms = others.map(({ record, term }) => phrase(quoted, { term: quotedTerm(record, term) }));
  const reason = phrase(mayBe, { limit: voidLimit, family: name, terms: joined(terms, ', ') });
  yield { about: `${tree.domain} ${family}`, unknown: null, reason, blocking: false };
}

const quotedOf = { en: '"{term}" of {domain}', fr: '« {term} » ({domain})' } as const;

function listed(terms: readonly CountedTerm[]): Said {
  return joined(
    terms.map(({ domain, term }) => phrase(quotedOf, { term: shown(term), domain })),
    ', ',
  );
}

const families = [
  { family: 'ipv4', name: 'IPv4' },
  { family: 'ipv6', name: 'IPv6' },
] as const;

export const spfVoidLimit = defineCheck({
  id: 'spf-void-limit',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6.4',
  notBeside: ['spf-loop'],
  messages: {
    title: 'SPF asks {count} times in vain for clients on {family}; {limit} are allowed',
    explanation:
      'Terms of which a question finds nothing: {terms}. A receiver asks for the IPv4 address of a host where the client comes over IPv4, for the IPv6 address where it comes over IPv6, and ends the evaluation at the third such term: "{term}" in the record of {owner}.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For other hosts on {family}, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Remove the terms that lead nowhere, or publish what they ask for. Where hosts have an address of one family only, "ip4" or "ip6" in the place of "a" and "mx" asks nothing.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree, evaluations } = spf;
    if (!tree) return;
    const { voids, voidPassedAt } = tally(tree);
    const stops = stopsOf(tree);
    for (const { family, name } of families) {
      const maybe = stops.maybeVoids[family];
      if (maybe && concerns(tree, evaluations, family, maybe.limb)) yield* open(tree, family, name, maybe);
      const passedAt = voidPassedAt[family];
      const limb = stops.voids[family];
      if (!passedAt || !limb || !concerns(tree, evaluations, family, limb)) continue;
      yield {
        about: `${domain} ${family}`,
        params: {
          count: voids[family].length,
          family: name,
          limit: voidLimit,
          terms: listed(voids[family].slice(0, 12)),
          term: shown(passedAt.term),
          owner: passedAt.domain,
        },
        at: { record: passedAt.record, start: passedAt.start, end: passedAt.end },
        ...mend(spf, domain, (_, { voidLookups }) => voidLookups[family] <= voidLimit),
        evidence: [...new Set([tree.txt, passedAt.txt])].map(evidence),
      };
    }
    if (!voidPassedAt.ipv4) yield* unseen(tree);
  },
});
