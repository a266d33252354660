import { defineCheck } from '../../check.ts';
import type { DmarcRecord } from '../parse.ts';
import { invalidPolicies } from '../policy.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { applying, mayApply, placeOf, unwalked } from './applying.ts';

const ofTesting: Words = {
  en: 'Receivers that follow RFC 9989 apply a policy one step weaker: quarantine for reject, none for quarantine. Those that follow RFC 7489 do not know the tag and apply the policy in full.',
  fr: "Les destinataires qui suivent la RFC 9989 appliquent une politique d'un cran plus faible : quarantine au lieu de reject, none au lieu de quarantine. Ceux qui suivent la RFC 7489 ne connaissent pas la balise et appliquent la politique en entier.",
};
const ofPercentage = {
  en: 'Receivers that follow RFC 7489 apply the policy to at most {pct} percent of failing mail and the next weaker one to the rest; those that follow RFC 9989 ignore the tag.',
  fr: "Les destinataires qui suivent la RFC 7489 appliquent la politique à {pct} pour cent au plus des messages en échec, et la politique d'un cran plus faible au reste ; ceux qui suivent la RFC 9989 ignorent la balise.",
} as const;

interface Restraint {
  readonly tag: string;
  readonly value: string;
  readonly effect: Said;
}

/** The tags that hold the policy back, with what receivers do about them. */
function restraints({ testing, pct }: DmarcRecord): Restraint[] {
  const found: Restraint[] = [];
  if (testing) {
    found.push({ tag: 't', value: 'y', effect: ofTesting });
  }
  if (pct !== null && pct < 100) {
    found.push({ tag: 'pct', value: String(pct), effect: phrase(ofPercentage, { pct }) });
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
