import { defineCheck, evidence } from '../../check.ts';
import { shown } from '../problems.ts';
import { allTermOf, unreachableMechanisms } from '../reach.ts';
import { termText } from '../record.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mend } from './repair.ts';
import { unseenEnd } from './wording.ts';

export const spfTermsUnreachable = defineCheck({
  id: 'spf-terms-unreachable',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §5.1',
  messages: {
    title: 'SPF mechanisms behind "{all}" have no effect',
    explanation:
      '"{all}" in the record of {owner} matches every host, so no mechanism behind it is tried: {terms}.',
    consequence:
      'Hosts that only these terms authorize get the result of "{all}", as if they were not in the record.',
    remedy:
      'Remove the terms behind "{all}" if they are not meant to authorize anyone. Otherwise make sure of what each of them leads to and that the record stays within 10 lookups, put them before it, and end the record in "~all" or "-all".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    for (const node of chain.nodes) {
      const record = recordOf(node);
      const all = record ? allTermOf(record) : null;
      const behind = record ? unreachableMechanisms(record) : [];
      const [first] = behind;
      if (!record || !all || !first) continue;
      const end = behind.at(-1)?.end ?? first.end;
      yield {
        about: node.domain,
        params: {
          owner: node.domain,
          all: termText(record, all),
          terms: shown(behind.map((term) => termText(record, term)).join(' ')),
        },
        at: { record: record.text, start: first.start, end },
        ...mend(spf, node.domain, (mended) => unreachableMechanisms(mended).length === 0),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
