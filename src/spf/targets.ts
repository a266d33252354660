import { isFailed, isVoid, recordsOf } from '../dns/resolver.ts';
import type { Words } from '../text/say.ts';
import type { SpfBranch } from './facts.ts';
import { mxLimit } from './limits.ts';
import type { SpfTerm } from './record.ts';

const noName: Words = { en: 'is no valid domain name', fr: "n'est pas un nom de domaine valide" };
const noDomain: Words = { en: 'does not exist', fr: "n'existe pas" };
const noRecord: Words = { en: 'publishes no SPF record', fr: 'ne publie aucun enregistrement SPF' };

/** What keeps the target of an include or redirect from being used, after "which"; null where nothing does. */
export function missingState({ branch }: { readonly branch: SpfBranch }): Words | null {
  if (branch.malformed) return noName;
  const { node } = branch;
  if (!node || isFailed(node.txt) || node.records.length > 0) return null;
  return node.txt.answer.status === 'nxdomain' ? noDomain : noRecord;
}

/** Nothing was found behind a term, for certain. */
export function leadsNowhere(term: SpfTerm, branch: SpfBranch): boolean {
  if (term.kind === 'include') return missingState({ branch }) !== null;
  return (term.kind === 'a' || term.kind === 'mx') && branch.asked.length > 0 && branch.asked.every(isVoid);
}

/**
 * A term that asks for hosts and, for certain, gets none: it matches no client. A null MX names none (RFC 7505). Of more
 * names than are allowed only some were asked for.
 */
export function matchesNobody(term: SpfTerm, { asked }: SpfBranch): boolean {
  const [first, ...others] = asked;
  if (!first) return false;
  if (term.kind === 'a' || term.kind === 'exists') return asked.every(isVoid);
  if (term.kind !== 'mx' || isFailed(first) || recordsOf(first).length > mxLimit) return false;
  return isVoid(first) || others.every(isVoid);
}

const name = String.raw`(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})`;

/** Two terms and nothing else, where only the space between them is missing or is another character. */
const pair = new RegExp(
  String.raw`^(\+?(?:include|a|mx):${name})(?:\.?([-+?~]all)|[.,;]?(\+?include:${name}))$`,
  'i',
);

/**
 * The two terms in a text where a missing space made one name of them, `include:one.example-all`: legal, so that only
 * a target that leads nowhere betrays it. Null where the text can be read in another way.
 */
export function pairIn(text: string): readonly string[] | null {
  const [, first, all, include] = pair.exec(text) ?? [];
  const second = all ?? include;
  return first === undefined || second === undefined ? null : [first, second];
}

/** The name may be mistyped, but it is one name: no character in it that only terms have. */
export function isOneName(term: SpfTerm): boolean {
  if (!('domain' in term) || !term.domain) return false;
  const { parts, text } = term.domain;
  const plain = parts.every((part) => part.kind === 'expand' || /^[a-z0-9._-]*$/i.test(part.text));
  return plain && !/-all$/i.test(text);
}

/** The name depends on the domain of the sender: other domains that lead to the record ask for other names. */
export function namesSender(term: SpfTerm): boolean {
  const parts = 'domain' in term && term.domain ? term.domain.parts : [];
  return parts.some((part) => part.kind === 'expand' && part.letter === 'o');
}
