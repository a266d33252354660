import { defineCheck, evidence } from '../../check.ts';
import { allTermOf } from '../reach.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mend } from './repair.ts';
import { place, unseenEnd } from './wording.ts';

export const spfAllNeutral = defineCheck({
  id: 'spf-all-neutral',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §8.2',
  messages: {
    title: 'SPF of {domain} ends in "?all", which says nothing of other hosts',
    explanation:
      '"?all" in the record of {owner} says of every host that is not listed that the domain does not say whether it may send. Receivers must treat that as if there were no record.',
    consequence:
      'Forged mail from hosts that are not listed is neither confirmed nor denied. Your own mail from a host that the record forgets does not pass either.',
    remedy: 'Make sure that the record lists everything that sends for {domain}, then end it in "~all".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    yield* unseenEnd(chain);
    const last = chain.nodes.at(-1);
    const record = last ? recordOf(last) : null;
    const all = record ? allTermOf(record) : null;
    if (!last || !record || all?.qualifier !== '?') return;
    yield {
      about: last.domain,
      params: { domain, owner: last.domain },
      at: place(record, all),
      ...mend(spf, last.domain, (mended) => allTermOf(mended)?.qualifier !== '?'),
      evidence: [evidence(last.txt)],
    };
  },
});
