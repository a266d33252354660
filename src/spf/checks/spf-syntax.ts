import { defineCheck, evidence } from '../../check.ts';
import type { SpfNode } from '../facts.ts';
import { explainProblem } from '../problems.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mend } from './repair.ts';
import { aboutTerm, hostsOf, place, tellable, unseenEnd } from './wording.ts';

/** The problems of the records that speak for the domain itself, one record after the other. */
function faultsOf(chain: readonly SpfNode[]) {
  return chain.flatMap((node, step) => {
    const record = recordOf(node);
    if (!record) return [];
    return record.problems.map((problem, index) => ({ node, step, record, problem, number: index + 1 }));
  });
}

export const spfSyntax = defineCheck({
  id: 'spf-syntax',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6',
  messages: {
    title: 'SPF syntax: {fault}',
    explanation:
      'Fault {number} of {count} in the SPF record of {domain}, at character {position}. A record is checked as a whole before any of it is used: one syntax error anywhere makes it a permanent error.',
    consequence:
      'For {hosts}, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy: '{mend}',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    for (const { node, step, record, problem, number } of tellable(faultsOf(chain.nodes))) {
      const { fault, remedy } = explainProblem(problem);
      const written = record.text.slice(problem.start, problem.end);
      yield {
        about: aboutTerm(node.domain, `${problem.code} ${written}`),
        params: {
          domain: node.domain,
          hosts: hostsOf(chain.nodes, step),
          fault,
          mend: remedy,
          number,
          count: record.problems.length,
          position: problem.start + 1,
        },
        at: place(record, problem),
        ...mend(spf, node.domain, ({ problems }) => problems.length === 0),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
