import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { shown } from '../problems.ts';
import { termText } from '../record.ts';
import { tally } from '../tally.ts';
import { chainOf, distinctLimbs, type Limb } from '../tree.ts';
import { mendTerm } from './repair.ts';
import { aboutLimb, place, quotedTerm, tellable } from './wording.ts';
import { matchesNobody } from '../targets.ts';

const kinds: ReadonlySet<string> = new Set(['a', 'mx', 'exists']);

/** What was looked for, after "has". */
function lacks({ term, branch }: Limb): string {
  const [first] = branch.asked;
  if (term.kind === 'exists') return 'no A record';
  if (term.kind === 'a') return 'no address';
  return first?.answer.status === 'found' ? 'no mail host with an address' : 'no MX record';
}

export const spfTermVoid = defineCheck({
  id: 'spf-term-void',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §4.6.4',
  notBeside: ['spf-void-limit'],
  messages: {
    title: '"{term}" in SPF leads to nothing',
    explanation:
      '{target}, which "{term}" in the record of {owner} asks for, has {lack}. The term authorizes nobody, costs one of ten lookups, and is one of two void lookups that receivers allow.',
    consequence:
      'Nothing is refused for it alone. A third term of this kind would end SPF in a permanent error for every host that no earlier term matches.',
    remedy: 'Remove the term, or correct the name. If the host is to send again, publish its address first.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree).nodes;
    // Past the limit of lookups the terms behind it are asked by nobody.
    const blocking = tally(tree).passedAt === null;
    const asking = distinctLimbs(tree).filter(({ term }) => kinds.has(term.kind));
    for (const limb of asking) {
      const failed = limb.branch.asked.find(isFailed);
      if (failed) yield undetermined(aboutLimb(limb), failed, blocking);
    }
    for (const limb of tellable(asking.filter(({ term, branch }) => matchesNobody(term, branch)))) {
      const { node, record, term, branch } = limb;
      yield {
        about: aboutLimb(limb),
        params: {
          term: quotedTerm(record, term),
          owner: node.domain,
          target: shown(branch.target ?? ''),
          lack: lacks(limb),
        },
        at: place(record, term),
        ...(chain.includes(node) ? mendTerm(spf, node.domain, termText(record, term)) : {}),
        evidence: [evidence(node.txt), ...branch.asked.slice(0, 4).map(evidence)],
      };
    }
  },
});
