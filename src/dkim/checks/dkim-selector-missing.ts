import { defineCheck, evidence } from '../../check.ts';
import { isVoid } from '../../dns/resolver.ts';
import type { DkimSelector } from '../facts.ts';
import { isProvenMissing } from '../absence.ts';
import { nameOf, unreadGiven } from './keys.ts';

function state({ txt, alias }: DkimSelector): string {
  if (alias?.answer.status === 'found') {
    return `is an alias of ${alias.answer.records[0] ?? 'another name'}, which has no TXT record`;
  }
  return txt.answer.status === 'nxdomain' ? 'does not exist' : 'exists, but has no TXT record';
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
