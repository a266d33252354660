import { defineCheck, evidence } from '../../check.ts';
import { type Asked, isVoid, recordsOf } from '../../dns/resolver.ts';
import type { DkimSelector } from '../facts.ts';
import { nameOf } from './keys.ts';

/** A found selector that is an alias of a name without TXT; of a given one dkim-selector-missing tells. */
function danglingAlias({ source, txt, alias }: DkimSelector): Asked<'CNAME'> | null {
  const leads = source !== 'given' && isVoid(txt) && alias?.answer.status === 'found';
  return leads ? alias : null;
}

export const dkimAliasDangling = defineCheck({
  id: 'dkim-alias-dangling',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'warning',
  reference: 'RFC 6376 §6.1.2',
  messages: {
    title: '{name} is an alias that leads to no DKIM key',
    explanation:
      'The name is an alias of {target}, and no TXT record is there. Whoever runs that name has not published the key yet, or has withdrawn it.',
    consequence:
      'Signatures made with this selector end in permfail, as if there were no key record. Nothing is refused as long as nobody signs with it.',
    remedy:
      'Turn on DKIM for the domain in the service that {name} points to, and wait until it publishes the key. Remove the alias if the service is no longer used.',
  },
  applies: ({ dkim }) => dkim.selectors.some(({ alias }) => alias?.answer.status === 'found'),
  *find({ dkim }) {
    for (const one of dkim.selectors) {
      const alias = danglingAlias(one);
      const name = nameOf(one);
      const [target] = alias ? recordsOf(alias) : [];
      if (!alias || target === undefined) continue;
      yield { about: name, params: { name, target }, evidence: [evidence(alias), evidence(one.txt)] };
    }
  },
});
