import { defineCheck, evidence, undetermined } from '../../check.ts';
import { type Asked, isFailed, recordsOf } from '../../dns/resolver.ts';
import { parseMacroString } from '../macro.ts';
import { shown } from '../problems.ts';
import { chainOf, recordOf } from '../tree.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';
import { termText } from '../record.ts';

/** What keeps an explanation from being given, after "which" (RFC 7208 §6.2); null where nothing does. */
function faultOf(txt: Asked<'TXT'>): string | null {
  const [first, second] = recordsOf(txt);
  if (!first) return txt.answer.status === 'nxdomain' ? 'does not exist' : 'has no TXT record';
  if (second) return 'has several TXT records';
  const text = first.join('');
  if (!/^[\x20-\x7e]*$/.test(text)) return 'holds characters outside ASCII';
  return parseMacroString(text, 0, 'explanation').problems.length > 0 ? 'holds a broken macro' : null;
}

export const spfExpUnusable = defineCheck({
  id: 'spf-exp-unusable',
  area: 'spf',
  needs: ['spf'],
  severity: 'notice',
  reference: 'RFC 7208 §6.2',
  messages: {
    title: 'The explanation of SPF at {target} cannot be used',
    explanation:
      '"{term}" in the record of {owner} promises a text for those whose mail is refused. It is read at {target}, which {fault}.',
    consequence:
      'Receivers give their own text instead. Nothing is refused for it, and it costs none of the ten lookups.',
    remedy: 'Publish one TXT record of plain ASCII at {target}, or remove "{term}".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    const explained = chain.nodes.flatMap((node) => {
      const record = recordOf(node);
      const { explanation } = node;
      const term = explanation && record?.terms[explanation.term];
      return record && term && explanation.asked ? [{ node, record, term, asked: explanation.asked }] : [];
    });
    for (const { node, record, term, asked } of tellable(explained)) {
      const about = aboutTerm(node.domain, termText(record, term));
      if (isFailed(asked)) yield undetermined(about, asked, false);
      const fault = isFailed(asked) ? null : faultOf(asked);
      if (fault === null) continue;
      const params = {
        owner: node.domain,
        target: shown(asked.name),
        term: quotedTerm(record, term),
        fault,
      };
      yield { about, params, at: place(record, term), evidence: [evidence(node.txt), evidence(asked)] };
    }
    yield* unseenEnd(chain);
  },
});
