import { defineCheck, type Evidence, type Place } from '../../check.ts';
import { phrase } from '../../text/say.ts';
import type { SpfEvaluation } from '../facts.ts';
import type { SpfVisit } from '../outcome.ts';
import { shown } from '../problems.ts';
import { hangsOn, openQuestion, unevaluated } from './evaluated.ts';

/** The visits along the redirects that a trace followed, the first one first. */
function visits(visit: SpfVisit): SpfVisit[] {
  const onward = visit.steps.find(({ effect }) => effect === 'followed')?.nested;
  return onward ? [visit, ...visits(onward)] : [visit];
}

/** The answers that the records of the EHLO name came in, as far as the trace keeps them. */
function evidenceOf({ trace }: SpfEvaluation): Evidence[] {
  if (!trace) return [];
  return visits(trace).flatMap(({ questions }) => questions.map((question): Evidence => ({ ...question })));
}

/** Where the term stands that decided; the trace may have cut its record. */
function placeOf({ trace, matched }: SpfEvaluation): { readonly at?: Place } {
  const visit = trace && matched && visits(trace).find(({ domain }) => domain === matched.domain);
  if (!visit?.record || matched === undefined) return {};
  const { start, end, term } = matched;
  const { record } = visit;
  return record.slice(start, end) === term ? { at: { record, start, end } } : {};
}

const decides = {
  en: '"{term}" of {domain} matches',
  fr: "« {term} » correspond, dans l'enregistrement publié par {domain}",
} as const;

export const spfHeloUnauthorized = defineCheck({
  id: 'spf-helo-unauthorized',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §2.3',
  messages: {
    title: 'SPF of the EHLO name {helo} forbids {address}',
    explanation:
      'Receivers are advised to check the name in EHLO as well as the envelope sender. For {address} and {helo} SPF ends in "fail": {decision}.',
    consequence:
      'A receiver that checks the EHLO name may refuse the connection before it hears of any sender. The null sender of bounces is judged by this name alone.',
    remedy:
      'Publish an SPF record at {helo} that authorizes the host, such as "v=spf1 a -all", or let {address} give a name of its own in EHLO.',
  },
  applies: ({ spf }) => spf.evaluations.some(({ identity }) => identity === 'helo'),
  *find({ spf }, { subject }) {
    const { evaluations } = spf;
    const beyond = unevaluated(spf, subject, 'helo');
    if (beyond) yield beyond;
    for (const one of evaluations) {
      if (one.identity !== 'helo') continue;
      const open = hangsOn(one);
      if (open) yield open;
      // Nothing is refused for want of an answer here: the envelope sender decides.
      else if (one.result === 'temperror') yield { ...openQuestion(one), blocking: false };
      else if (one.result === 'fail') {
        const { address, helo, matched, reason } = one;
        const decision = matched
          ? phrase(decides, { term: shown(matched.term), domain: matched.domain })
          : reason;
        yield {
          about: `${address} ${helo.toLowerCase()}`,
          params: { address, helo: shown(helo), decision },
          ...placeOf(one),
          evidence: evidenceOf(one),
        };
      }
    }
  },
});
