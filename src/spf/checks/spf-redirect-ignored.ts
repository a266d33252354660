import { defineCheck, evidence } from '../../check.ts';
import { allTermOf } from '../reach.ts';
import { termText } from '../record.ts';
import { ignoredRedirect } from '../rewrite.ts';
import { chainOf, recordOf } from '../tree.ts';
import { place, quotedTerm, unseenEnd } from './wording.ts';

export const spfRedirectIgnored = defineCheck({
  id: 'spf-redirect-ignored',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §5.1, §6.1',
  messages: {
    title: '"{redirect}" in SPF is ignored beside "{all}"',
    explanation:
      'The record of {owner} holds both. "{all}" always matches, and a redirect counts only where nothing does: it is ignored wherever it stands.',
    consequence:
      'Hosts that only the other record authorizes get the result of "{all}", as if there were no redirect.',
    remedy:
      'Look first at what the other record authorizes; no receiver asks for it today. Remove "{all}" if it is to decide, write the redirect as an include if its hosts are to count beside these, otherwise remove the redirect.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    for (const node of chain.nodes) {
      const record = recordOf(node);
      const all = record ? allTermOf(record) : null;
      const redirect = record ? ignoredRedirect(record) : null;
      if (!record || !all || !redirect) continue;
      yield {
        about: node.domain,
        params: { owner: node.domain, all: termText(record, all), redirect: quotedTerm(record, redirect) },
        at: place(record, redirect),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
