import { defineCheck, evidence } from '../../check.ts';
import type { SpfEvaluation, SpfFacts } from '../facts.ts';
import { shown } from '../problems.ts';
import { answerLength, chainOf, recordOf } from '../tree.ts';
import { hangsOn, openQuestion } from './evaluated.ts';
import { mend } from './repair.ts';
import { place } from './wording.ts';

/** Results that authorize nobody, while the record itself is in order. */
const refusing: ReadonlySet<string> = new Set(['fail', 'softfail', 'neutral']);

/** Characters of answers that the findings show together. */
const maxShown = 60_000;

/** What decided, as the end of a sentence. */
function decision({ matched, reason }: SpfEvaluation): string {
  return matched ? `"${shown(matched.term)}" in the record of ${matched.domain} matches` : reason;
}

/** The record of the domain with the address in it. */
function authorizing(spf: SpfFacts, address: string) {
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
      'If {address} is yours, authorize it in the record of {domain}: "ip4" or "ip6" with the address, before the "all". If it belongs to a service, use the include that the service documents. Otherwise send from a host that is authorized.',
  },
  applies: ({ spf }) => spf.evaluations.length > 0,
  *find({ spf }) {
    const { domain, txt, tree, evaluations } = spf;
    const nodes = tree ? chainOf(tree).nodes : [];
    let shownText = 0;
    for (const one of evaluations) {
      if (one.identity !== 'mail-from') continue;
      const { address, result, sender, lookups } = one;
      const open = hangsOn(one);
      if (open) yield open;
      else if (result === 'temperror') yield openQuestion(one);
      else if (refusing.has(result)) {
        const { matched } = one;
        const decider = nodes.find((node) => node.domain === matched?.domain);
        const record = decider && recordOf(decider);
        // Hundreds of addresses need not show the same record hundreds of times.
        const proof = shownText > maxShown ? [] : [evidence(decider?.txt ?? txt)];
        const at = matched && record && proof.length > 0 ? { at: place(record, matched) } : {};
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
          ...authorizing(spf, address),
          evidence: proof,
        };
      }
    }
  },
});
