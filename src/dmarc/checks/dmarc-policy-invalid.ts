import { defineCheck } from '../../check.ts';
import type { DmarcRecord, PolicyTag } from '../parse.ts';
import { hasUsableRua, invalidPolicies } from '../policy.ts';
import { repairDmarc } from '../repair.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { applying, fixFor, mayApply, placeOf, unwalked } from './applying.ts';

const absent = { en: 'no {tag} tag', fr: "n'a pas de balise {tag}" } as const;
const written = { en: '{policy}', fr: 'contient {policy}' } as const;

const effects = {
  asNone: {
    en: 'treat the record as if it said p=none, since it has a valid rua address',
    fr: "traitent l'enregistrement comme s'il indiquait p=none, puisqu'il a une adresse rua valide",
  },
  void: {
    en: 'apply no DMARC at all to the mail, since the record has no valid rua address either',
    fr: "n'appliquent pas du tout DMARC au courrier, puisque l'enregistrement n'a pas non plus d'adresse rua valide",
  },
} as const satisfies Record<string, Words>;

/** What the record has in the place of a policy. */
function published(record: DmarcRecord, tag: PolicyTag): Said {
  const text = record[tag]?.text;
  if (text === undefined) return phrase(absent, { tag });
  return phrase(written, { policy: `${tag}=${text.length > 40 ? `${text.slice(0, 40)}…` : text}` });
}

export const dmarcPolicyInvalid = defineCheck({
  id: 'dmarc-policy-invalid',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'error',
  reference: 'RFC 9989 §4.7, §4.10.1',
  messages: {
    title: 'The DMARC record at {name} has no valid {tag} policy',
    explanation: 'A policy is none, quarantine or reject; the record has {published}.',
    consequence: 'Receivers {effect}.',
    remedy: 'Publish the record with {tag}=none, {tag}=quarantine or {tag}=reject.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found) return;
    const { record, name, evidence } = found;
    const usable = hasUsableRua(record);
    const effect = usable ? effects.asNone : effects.void;
    const fix = fixFor(dmarc, name, repairDmarc(record));
    for (const tag of invalidPolicies(record)) {
      // RFC 9989 §4.7: without p, but with a usable rua, the record means p=none.
      if (record[tag] === null && usable) continue;
      const params = { name, tag, published: published(record, tag), effect };
      yield { about: `${name} ${tag}`, params, ...placeOf(record, tag), ...fix, evidence };
    }
  },
});
