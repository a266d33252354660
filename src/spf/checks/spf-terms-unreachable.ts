import { defineCheck, evidence } from '../../check.ts';
import type { SpfNode } from '../facts.ts';
import { shown } from '../problems.ts';
import { lookupLimit } from '../limits.ts';
import { parseSpf } from '../parse.ts';
import { allTermOf, lookupTerms, unreachableMechanisms } from '../reach.ts';
import { type SpfRecord, termText } from '../record.ts';
import { withAllLast } from '../rewrite.ts';
import { survey } from '../survey.ts';
import { chainOf, recordOf } from '../tree.ts';
import { publish, unseenEnd } from './wording.ts';

/** The record with its `all` last, unless the terms that then count are known to pass the lookup limit. */
function reordered(record: SpfRecord, tree: SpfNode): string | null {
  const text = withAllLast(record);
  if (text === null) return null;
  const added = lookupTerms(parseSpf(text)).length - lookupTerms(record).length;
  return survey(tree).total + added <= lookupLimit ? text : null;
}

export const spfTermsUnreachable = defineCheck({
  id: 'spf-terms-unreachable',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §5.1',
  messages: {
    title: 'SPF terms behind "{all}" are never read',
    explanation:
      '"{all}" in the record of {owner} matches every host, so nothing behind it is tried. Without effect: {terms}.',
    consequence:
      'Hosts that only these terms authorize get the result of "{all}", as if they were not in the record.',
    remedy:
      'Move "{all}" to the end of the record, so that the terms behind it count, or remove them if they are not meant to authorize anyone.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
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
        ...publish(node.domain, reordered(record, tree)),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
