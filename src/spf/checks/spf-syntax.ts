import { defineCheck, evidence } from '../../check.ts';
import { explainProblem } from '../problems.ts';
import { repaired } from '../rewrite.ts';
import { chainOf, recordOf } from '../tree.ts';
import { aboutTerm, maxFindings, place, publish, unseenEnd } from './wording.ts';

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
      'Nothing in the record counts, for any host: SPF does not pass, DMARC cannot pass through it, and some receivers refuse mail on a permanent error.',
    remedy: '{mend}',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    for (const node of chain.nodes) {
      const record = recordOf(node);
      if (!record) continue;
      const fix = publish(node.domain, repaired(record));
      for (const [index, problem] of record.problems.slice(0, maxFindings).entries()) {
        const { fault, remedy } = explainProblem(problem);
        const written = record.text.slice(problem.start, problem.end);
        yield {
          about: aboutTerm(node.domain, `${problem.code} ${written}`),
          params: {
            domain: node.domain,
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
