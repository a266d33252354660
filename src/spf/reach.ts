import { isModifier } from './names.ts';
import { remembered } from './remembered.ts';
import type { HostTerm, KnownModifier, Mechanism, NamedTerm, PtrTerm, SpfRecord, SpfTerm } from './record.ts';

/** A term beside its index in the record. */
export interface Indexed<T extends SpfTerm> {
  readonly index: number;
  readonly term: T;
}

/** A term that asks the DNS during an evaluation: it counts towards the limit of 10 (RFC 7208 §4.6.4). */
export type LookupTerm = NamedTerm | HostTerm | PtrTerm | KnownModifier;

/**
 * How many lookups a term costs by itself: one, and one more for the PTR question of `%{p}`, which counts towards the
 * same limit (RFC 7208 §4.6.4).
 */
export function lookupsOf({ domain }: LookupTerm): 1 | 2 {
  return domain?.parts.some((part) => part.kind === 'expand' && part.letter === 'p') ? 2 : 1;
}

export function isMechanismTerm(term: SpfTerm): term is Mechanism {
  return (
    term.kind !== 'invalid' && term.kind !== 'modifier' && term.kind !== 'redirect' && term.kind !== 'exp'
  );
}

/** A mechanism, or a broken word that may be meant for one. */
export function mayMatch(term: SpfTerm): boolean {
  return term.kind === 'invalid' ? !isModifier(term.name ?? '') : isMechanismTerm(term);
}

/** The first `all`: it always matches, and nothing behind it is tried (RFC 7208 §5.1). */
export function allTermOf({ terms }: SpfRecord): Extract<SpfTerm, { kind: 'all' }> | null {
  return terms.find((term) => term.kind === 'all') ?? null;
}

/** The redirect that an evaluation follows: none where an `all` stands anywhere (RFC 7208 §6.1). */
export function redirectOf(record: SpfRecord): Indexed<KnownModifier> | null {
  if (allTermOf(record)) return null;
  for (const [index, term] of record.terms.entries()) {
    if (term.kind === 'redirect') return { index, term };
  }
  return null;
}

/** The mechanisms that an evaluation can reach, the first `all` included. */
export const reachableMechanisms: (record: SpfRecord) => readonly Indexed<Mechanism>[] = remembered(
  ({ terms }) => {
    const reached: Indexed<Mechanism>[] = [];
    for (const [index, term] of terms.entries()) {
      if (isMechanismTerm(term)) reached.push({ index, term });
      if (term.kind === 'all') break;
    }
    return reached;
  },
);

/** The mechanisms behind the first `all`, a second `all` among them: never tried (RFC 7208 §5.1). */
export function unreachableMechanisms(record: SpfRecord): readonly Mechanism[] {
  const reached = reachableMechanisms(record).length;
  return record.terms.filter(isMechanismTerm).slice(reached);
}

/** A mechanism that asks the DNS. */
export function isLookup(term: Mechanism): term is NamedTerm | HostTerm | PtrTerm {
  return term.kind !== 'all' && term.kind !== 'ip4' && term.kind !== 'ip6';
}

export function isLookupTerm(term: SpfTerm): term is LookupTerm {
  return isMechanismTerm(term) ? isLookup(term) : term.kind === 'redirect' || term.kind === 'exp';
}

/** The terms that ask the DNS, in the order of an evaluation: mechanisms first, then `redirect`. */
export function lookupTerms(record: SpfRecord): readonly Indexed<LookupTerm>[] {
  const lookups: Indexed<LookupTerm>[] = [];
  for (const { index, term } of reachableMechanisms(record)) {
    if (isLookup(term)) lookups.push({ index, term });
  }
  const redirect = redirectOf(record);
  return redirect ? [...lookups, redirect] : lookups;
}
