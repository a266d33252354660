import { defineCheck, evidence } from '../../check.ts';
import { explainProblem } from '../problems.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mend } from './repair.ts';
import { aboutTerm, hostsOf, maxFindings, place, unseenEnd } from './wording.ts';

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
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    for (const [step, node] of chain.nodes.entries()) {
      const record = recordOf(node);
      if (!record) continue;
      const fix = mend(tree, node, ({ problems }) => problems.length === 0);
      const hosts = hostsOf(chain.nodes, step);
      for (const [index, problem] of record.problems.slice(0, maxFindings).entries()) {
        const { fault, remedy } = explainProblem(problem);
        const written = record.text.slice(problem.start, problem.end);
        yield {
          about: aboutTerm(node.domain, `${problem.code} ${written}`),
          params: {
            domain: node.domain,
            hosts,
            fault,
            mend: remedy,
            number: index + 1,
            count: record.problems.length,
            position: problem.start + 1,
          },
          at: place(record, problem),
          ...fix,
          evidence: [evidence(node.txt)],
        };
      }
    }
    yield* unseenEnd(chain);
  },
});
