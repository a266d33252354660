import type { Place, UnknownDraft } from '../../check.ts';
import { undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { type Phrase, phrase, type Words } from '../../text/say.ts';
import type { SpfBranch, SpfNode } from '../facts.ts';
import { mayMatch } from '../reach.ts';
import { shown } from '../problems.ts';
import { type SpfRecord, type Span, termText } from '../record.ts';
import { tally } from '../tally.ts';
import { answerLength, type Chain, chainOf, distinctLimbs, leadsOn, type Limb, recordOf } from '../tree.ts';

/** What the checks of this folder say alike: keys, places, fixes, and what they could not see. */

/** What others publish must not decide how long a report grows: findings of one check. */
const maxFindings = 30;
/** Characters of answers that the findings of one check show. */
const maxEvidence = 150_000;

/** A part of the tree that a finding tells of: it shows the answer of the node, and that of the branch. */
interface Told {
  readonly node: SpfNode;
  readonly branch?: SpfBranch;
}

/** As many parts as the findings of one check may tell of, and one always. */
export function* tellable<T extends Told>(parts: Iterable<T>): Generator<T> {
  let findings = 0;
  let evidence = 0;
  for (const part of parts) {
    evidence += answerLength(part.node.txt) + (part.branch?.node ? answerLength(part.branch.node.txt) : 0);
    if (findings >= maxFindings || (findings > 0 && evidence > maxEvidence)) return;
    findings += 1;
    yield part;
  }
}

/** The stable key of a finding about a term: the owner of the record and the term as written. */
export function aboutTerm(domain: string, term: string): string {
  return `${domain} ${term.toLowerCase().slice(0, 300)}`;
}

export function aboutLimb({ node, record, term }: Limb): string {
  return aboutTerm(node.domain, termText(record, term));
}

/** A term as a sentence quotes it. */
export function quotedTerm(record: SpfRecord, term: Span): string {
  return shown(termText(record, term));
}

export function place(record: SpfRecord, { start, end }: Span): Place {
  return { record: record.text, start, end };
}

/** Whom a fault of a whole record concerns, behind "for": of a record that every evaluation comes to. */
export const everyHost: Words = { en: 'every host', fr: 'tous les hôtes' };
/** Of a record that is left to a redirect behind terms which may match. */
export const unmatchedHosts: Words = {
  en: 'every host that no earlier term matches',
  fr: 'tous les hôtes auxquels aucun terme antérieur ne correspond',
};

/** Whom the record at this place in a chain of redirects decides for: a redirect is followed last (RFC 7208 §6.1). */
export function hostsOf(nodes: readonly Pick<SpfNode, 'records'>[], index: number): Words {
  const earlier = nodes.slice(0, index).map(recordOf);
  return earlier.some((record) => record?.terms.some(mayMatch)) ? unmatchedHosts : everyHost;
}

const ofMessage = {
  en: 'the target of {term} depends on the message',
  fr: 'la cible du terme {term} dépend du message',
} as const;
const stopped = {
  en: 'the walk stopped at its own limit before {term}',
  fr: "le parcours s'est arrêté à sa propre limite avant {term}",
} as const;
const oneRead: Words = {
  en: 'the record tree was read only up to 1 record',
  fr: "l'arbre des enregistrements n'a été lu que jusqu'à 1 enregistrement",
};
const someRead = {
  en: 'the record tree was read only up to {read} records',
  fr: "l'arbre des enregistrements n'a été lu que jusqu'à {read} enregistrements",
} as const;

function openReason({ record, term, branch }: Limb): Phrase {
  return phrase(branch.target === null ? ofMessage : stopped, { term: quotedTerm(record, term) });
}

/**
 * Our own limit, where the tree needs more lookups already than any receiver makes: the record is in permerror, and
 * what lies behind our limit is coverage.
 */
function beyondDraft(tree: SpfNode): UnknownDraft | null {
  const { passedAt, capped, read } = tally(tree);
  if (!passedAt || !capped) return null;
  const reason = read === 1 ? oneRead : phrase(someRead, { read });
  return { about: tree.domain, unknown: null, reason, blocking: false };
}

/**
 * A target that the message decides cannot be known to anyone. In an include that is coverage; a redirect of the
 * domain itself hides the record that applies. Our own limit hides what is published.
 */
function openDraft(limb: Limb, chain: readonly SpfNode[]): UnknownDraft {
  const applies = limb.term.kind === 'redirect' && chain.includes(limb.node);
  const blocking = limb.branch.target !== null || applies;
  return { about: aboutLimb(limb), unknown: null, reason: openReason(limb), blocking };
}

/** What keeps a limb from being seen: a failed question, a target that the message decides, our own limit. */
function unseenDraft(limb: Limb, chain: readonly SpfNode[]): UnknownDraft | null {
  const { branch } = limb;
  if (!leadsOn(limb)) return null;
  if (branch.node && isFailed(branch.node.txt)) return undetermined(aboutLimb(limb), branch.node.txt);
  return branch.target === null || branch.capped ? openDraft(limb, chain) : null;
}

/** The parts of the tree that nobody saw, whatever a check looks for in them. */
export function* unseen(tree: SpfNode): Generator<UnknownDraft> {
  const seen = new Set<string>();
  const chain = chainOf(tree).nodes;
  const beyond = beyondDraft(tree);
  if (beyond) yield beyond;
  for (const limb of distinctLimbs(tree)) {
    const draft = beyond && limb.branch.capped ? null : unseenDraft(limb, chain);
    if (!draft || seen.has(draft.about)) continue;
    seen.add(draft.about);
    yield draft;
    if (seen.size >= maxFindings) return;
  }
}

/** What hides the record at the end of the redirects, where something does. */
export function* unseenEnd({ nodes, end }: Chain): Generator<UnknownDraft> {
  if (end.state === 'failed') yield undetermined(`${nodes[0]?.domain ?? ''} redirect`, end.asked);
  if (end.state !== 'open') return;
  const [tree] = nodes;
  const beyond = tree && end.limb.branch.capped ? beyondDraft(tree) : null;
  yield beyond ?? openDraft(end.limb, nodes);
}
