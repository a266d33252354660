import { defineCheck, evidence } from '../../check.ts';
import { isVoid } from '../../dns/resolver.ts';
import type { DkimSelector } from '../facts.ts';
import { isProvenMissing } from '../absence.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { nameOf, unreadGiven } from './keys.ts';

const aliased = {
  en: 'is an alias of {target}, which has no TXT record',
  fr: "est un alias vers {target}, qui n'a pas d'enregistrement TXT",
} as const;
const another: Words = { en: 'another name', fr: 'un autre nom' };
const absent: Words = { en: 'does not exist', fr: "n'existe pas" };
const empty: Words = {
  en: 'exists, but has no TXT record',
  fr: "existe, mais n'a pas d'enregistrement TXT",
};

/** Completes "The name". */
function state({ txt, alias }: DkimSelector): Said {
  if (alias?.answer.status === 'found')
    return phrase(aliased, { target: alias.answer.records[0] ?? another });
  return txt.answer.status === 'nxdomain' ? absent : empty;
}

export const dkimSelectorMissing = defineCheck({
  id: 'dkim-selector-missing',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §6.1.2',
  messages: {
    title: 'No DKIM key at {name}',
    explanation:
      'The name {state}. A verifier looks there for the key of every signature with s={selector} and d={domain}.',
    consequence:
      'Signatures made with this selector end in permfail, and without another good signature the mail counts as unsigned for {domain}.',
    remedy:
      'Publish the key record of the signer at {name}. Where that name is an alias, have the target publish it; where another selector signs, name that one with --selector.',
  },
  applies: ({ dkim }) => dkim.selectors.some(({ source }) => source === 'given'),
  *find({ dkim }) {
    yield* unreadGiven(dkim);
    const covered = isProvenMissing(dkim);
    for (const one of dkim.selectors) {
      const { selector, domain, source, txt, alias } = one;
      if (source !== 'given' || !isVoid(txt) || (covered && domain === dkim.domain)) continue;
      const asked = alias?.answer.status === 'found' ? [txt, alias] : [txt];
      const name = nameOf(one);
      yield {
        about: name,
        params: { name, selector, domain, state: state(one) },
        evidence: asked.map(evidence),
      };
    }
  },
});
