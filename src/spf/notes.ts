import { isFailed, isVoid } from '../dns/resolver.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import { explainProblem } from './problems.ts';
import type { SpfRecord, SpfTerm } from './record.ts';
import type { SpfNote } from './surveyed.ts';

/** What a survey says of a term by itself and of what it leads to. */

/** What became of the answer behind an include or redirect. */
export function stateOf(node: SpfNode): 'read' | 'missing' | 'no-such-domain' | 'several' | 'failed' {
  if (isFailed(node.txt)) return 'failed';
  if (node.records.length > 1) return 'several';
  if (node.records.length === 1) return 'read';
  return node.txt.answer.status === 'nxdomain' ? 'no-such-domain' : 'missing';
}

function noteOfNode(node: SpfNode): SpfNote[] {
  const { answer } = node.txt;
  if (answer.status === 'failed') return [{ note: 'failed', failure: answer.failure }];
  const state = stateOf(node);
  if (state === 'several') return [{ note: 'several', count: node.records.length }];
  return state === 'missing' || state === 'no-such-domain' ? [{ note: 'missing', state }] : [];
}

/** Of an `a`, `mx` or `exists` whose questions failed, or found nothing at all. */
function noteOfAnswers({ asked }: SpfBranch): SpfNote[] {
  const failed = asked.find(isFailed);
  if (failed) return [{ note: 'failed', failure: failed.answer.failure }];
  return asked.length > 0 && asked.every(isVoid) ? [{ note: 'empty' }] : [];
}

export function notesOfBranch(branch: SpfBranch, term: SpfTerm): SpfNote[] {
  if (branch.malformed) return [{ note: 'malformed' }];
  if (branch.loop) return [{ note: 'loop', path: branch.loop }];
  if (branch.capped) return [{ note: 'capped' }];
  if (branch.target === null) return [{ note: 'message' }];
  if (term.kind === 'ptr') return [{ note: 'client' }];
  return branch.node ? noteOfNode(branch.node) : noteOfAnswers(branch);
}

/** The faults of the grammar inside a word. */
export function notesOfProblems({ problems }: SpfRecord, { start, end }: SpfTerm): SpfNote[] {
  return problems
    .filter((problem) => problem.start >= start && problem.end <= end)
    .map((problem) => ({ note: 'fault', code: problem.code, fault: explainProblem(problem).fault }));
}
