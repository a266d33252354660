import { defineCheck } from '../../check.ts';
import type { DmarcRecord } from '../parse.ts';
import { invalidPolicies } from '../policy.ts';
import { applying, mayApply, placeOf, unwalked } from './applying.ts';

/** The tags that hold the policy back, with what receivers do about them. */
function restraints({ testing, pct }: DmarcRecord): { tag: string; value: string; effect: string }[] {
  const found: { tag: string; value: string; effect: string }[] = [];
  if (testing) {
    const effect =
      'Receivers that follow RFC 9989 apply a policy one step weaker: quarantine for reject, none for quarantine. Those that follow RFC 7489 do not know the tag and apply the policy in full.';
    found.push({ tag: 't', value: 'y', effect });
  }
  if (pct !== null && pct < 100) {
    const effect = `Receivers that follow RFC 7489 apply the policy to at most ${pct} percent of failing mail and the next weaker one to the rest; those that follow RFC 9989 ignore the tag.`;
    found.push({ tag: 'pct', value: String(pct), effect });
  }
  return found;
}

/** Some policy asks for more than none, so that there is something to hold back. */
function hasEffect(record: DmarcRecord): boolean {
  const { p, sp, np } = record;
  const asks = [p, sp, np].some((one) => one?.policy === 'quarantine' || one?.policy === 'reject');
  return asks && invalidPolicies(record).length === 0;
}

export const dmarcTesting = defineCheck({
  id: 'dmarc-testing',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'warning',
  reference: 'RFC 9989 §4.7, RFC 7489 §6.6.4',
  messages: {
    title: 'The DMARC policy at {name} is held back by {tag}={value}',
    explanation: 'The tag says that the policy is being tried out.',
    consequence: '{effect}',
    remedy: 'When the reports show that all your own mail passes, publish the record without {tag}.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found || !hasEffect(found.record)) return;
    const { name, record, evidence } = found;
    for (const { tag, value, effect } of restraints(record)) {
      yield {
        about: `${name} ${tag}`,
        params: { name, tag, value, effect },
        ...placeOf(record, tag),
        evidence,
      };
    }
  },
});
