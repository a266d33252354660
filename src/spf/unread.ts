import { isFailed } from '../dns/resolver.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import type { LookupTerm } from './reach.ts';
import { type SpfRecord, type Span, termText } from './record.ts';
import { limbsOf, omittedTerms, nodesOf, recordOf } from './tree.ts';

/** Terms whose effect nobody has read: failed questions, what the message or the client decides, our own caps. */

/** Nothing is known of what the term does. */
export function isUnread(term: LookupTerm, branch: SpfBranch | undefined): boolean {
  if (!branch || branch.target === null || branch.capped || term.kind === 'ptr') return true;
  if (branch.malformed || branch.loop || (term.kind !== 'include' && term.kind !== 'redirect')) return false;
  return !branch.node || isFailed(branch.node.txt);
}

/** A term by the record it stands in: in one evaluation it has one effect, however often it is met. */
export function unreadName(domain: string, record: SpfRecord, term: Span): string {
  return `${domain} ${termText(record, term)}`;
}

/** What an evaluation may meet in a tree and nobody has read, in whole or in part; each once. */
export function unreadTerms(tree: SpfNode): readonly string[] {
  const names = nodesOf(tree).flatMap((node) => {
    const record = recordOf(node);
    if (!record) return [];
    const met = limbsOf(node)
      .filter(({ term, branch }) => isUnread(term, branch) || branch.asked.some(isFailed))
      .map(({ term }) => term);
    return [...met, ...omittedTerms(node)].map((term) => unreadName(node.domain, record, term));
  });
  return [...new Set(names)];
}
