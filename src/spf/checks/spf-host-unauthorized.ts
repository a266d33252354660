import { defineCheck, evidence } from '../../check.ts';
import { phrase, type Said } from '../../text/say.ts';
import type { SpfEvaluation, SpfFacts } from '../facts.ts';
import { shown } from '../problems.ts';
import { isToldByTree } from '../stopped.ts';
import { answerLength, chainOf, recordOf } from '../tree.ts';
import { hangsOn, openQuestion, unevaluated } from './evaluated.ts';
import { mend } from './repair.ts';
import { place } from './wording.ts';

/** Results that authorize nobody, while the record itself is in order. */
const refusing: ReadonlySet<string> = new Set(['fail', 'softfail', 'neutral']);

/** It does not pass, and no other finding says so. */
function isUnauthorized(spf: SpfFacts, one: SpfEvaluation): boolean {
  if (one.result === 'permerror') return !isToldByTree(spf, one);
  return refusing.has(one.result) || (one.result === 'none' && spf.tree !== null);
}

/** Characters of answers that the findings show together. */
const maxShown = 60_000;

const stopped = {
  en: '{reason}, at "{term}" in the record of {domain}',
  fr: "{reason}, à « {term} » dans l'enregistrement publié par {domain}",
} as const;

const decides = {
  en: '"{term}" in the record of {domain} matches',
  fr: "« {term} » correspond, dans l'enregistrement publié par {domain}",
} as const;

/** What decided, as the end of a sentence. */
function decision({ matched, stoppedAt, reason }: SpfEvaluation): Said {
  if (stoppedAt) {
    return phrase(stopped, { reason, term: shown(stoppedAt.term), domain: stoppedAt.domain });
  }
  return matched ? phrase(decides, { term: shown(matched.term), domain: matched.domain }) : reason;
}

/** The record of the domain with the address in it. */
function authorizing(spf: SpfFacts, { address, result }: SpfEvaluation) {
  // An address behind the term that ends in an error is authorized by no record that only holds it.
  if (!refusing.has(result)) return {};
  const kind = address.includes(':') ? 'ip6' : 'ip4';
  return mend(spf, spf.domain, (record) =>
    record.terms.some((term) => term.kind === kind && term.qualifier === '+' && term.address === address),
  );
}

export const spfHostUnauthorized = defineCheck({
  id: 'spf-host-unauthorized',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §2.6, §4.6.2',
  messages: {
    title: 'SPF of {domain} does not authorize {address}: {result}',
    explanation:
      'Evaluated as a receiver does, for {address} and the envelope sender {sender}, SPF ends in "{result}": {decision}. It took {lookups} of the ten lookups.',
    consequence:
      'Mail from {address} does not pass SPF, and DMARC cannot pass through it. With "fail" some receivers refuse it at once, whatever DKIM says.',
    remedy:
      'If {address} is yours, authorize it in the record of {domain}: "ip4" or "ip6" with the address, in front of the other terms. If it belongs to a service, use the include that the service documents. Otherwise send from a host that is authorized.',
  },
  applies: ({ spf }) => spf.evaluations.length > 0,
  *find({ spf }, { subject }) {
    const { domain, txt, tree, evaluations } = spf;
    const nodes = tree ? chainOf(tree).nodes : [];
    const beyond = unevaluated(spf, subject, 'mail-from');
    if (beyond) yield beyond;
    let shownText = 0;
    for (const one of evaluations) {
      if (one.identity !== 'mail-from') continue;
      const { address, result, sender, lookups } = one;
      const open = hangsOn(one);
      if (open) yield open;
      else if (result === 'temperror') yield openQuestion(one);
      else if (isUnauthorized(spf, one)) {
        const decided = one.matched ?? one.stoppedAt;
        const decider = nodes.find((node) => node.domain === decided?.domain);
        const record = decider && recordOf(decider);
        // Hundreds of addresses need not show the same record hundreds of times.
        const proof = shownText > maxShown ? [] : [evidence(decider?.txt ?? txt)];
        const at = decided && record && proof.length > 0 ? { at: place(record, decided) } : {};
        shownText += answerLength(decider?.txt ?? txt) + 1000;
        const params = {
          domain,
          address,
          result,
          sender: sender === '' ? '<>' : shown(sender),
          decision: decision(one),
          lookups,
        };
        yield {
          about: `${address} ${domain}`,
          params,
          ...at,
          ...authorizing(spf, one),
          evidence: proof,
        };
      }
    }
  },
});
