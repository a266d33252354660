import { defineCheck, evidence } from '../../check.ts';
import { allTermOf } from '../reach.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mend } from './repair.ts';
import { unseenEnd } from './wording.ts';

export const spfAllMissing = defineCheck({
  id: 'spf-all-missing',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §4.7',
  notBeside: ['spf-syntax'],
  messages: {
    title: 'SPF of {domain} ends without "all" or "redirect"',
    explanation:
      'The record of {owner} says nothing about hosts that it does not list. The result for them is neutral, as if it ended in "?all".',
    consequence:
      'Forged mail from hosts that are not listed is neither confirmed nor denied, as if {domain} had no SPF record.',
    remedy: 'Make sure that the record lists everything that sends for {domain}, then add "~all" at its end.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    yield* unseenEnd(chain);
    const last = chain.nodes.at(-1);
    const record = last ? recordOf(last) : null;
    if (!last || !record || record.terms.some(({ kind }) => kind === 'all' || kind === 'redirect')) return;
    yield {
      about: last.domain,
      params: { domain, owner: last.domain },
      at: { record: record.text, start: 0, end: record.text.length },
      ...mend(spf, last.domain, (mended) => allTermOf(mended) !== null),
      evidence: [evidence(last.txt)],
    };
  },
});
