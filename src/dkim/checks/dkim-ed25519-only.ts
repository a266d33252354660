import { defineCheck, evidence } from '../../check.ts';
import { verdictOfSelector } from '../selector-verdict.ts';
import { hasKeys, placeOf, unread, usableKeys } from './keys.ts';

export const dkimEd25519Only = defineCheck({
  id: 'dkim-ed25519-only',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'warning',
  reference: 'RFC 8463 §6',
  messages: {
    title: 'Only Ed25519 keys were found for {domain}, no RSA key',
    explanation:
      'Ed25519 came to DKIM in 2018 and not every verifier implements it. For those, a signer can add a second signature with an RSA key at another selector.',
    consequence:
      'Verifiers without Ed25519 cannot check the signature, and the mail counts as unsigned there.',
    remedy:
      'Create a 2048-bit RSA key, publish it at a selector of its own and sign each message with both keys. If an RSA key is already published, name its selector with --selector.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    const keys = usableKeys(dkim, () => true);
    for (const domain of new Set(keys.map(({ selector }) => selector.domain))) {
      const here = keys.filter(({ selector }) => selector.domain === domain);
      const [first] = here;
      if (!first || here.some(({ selector }) => selector.keys.some(({ key }) => key?.type === 'rsa')))
        continue;
      // The RSA key may stand where nobody could look.
      if (dkim.selectors.some((one) => one.domain === domain && verdictOfSelector(one) === 'unknown'))
        continue;
      const shown = here.map(({ selector }) => evidence(selector.txt));
      yield { about: domain, params: { domain }, ...placeOf(first.key, 'k'), evidence: shown };
    }
  },
});
