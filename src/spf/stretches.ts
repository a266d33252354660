import { type Addresses, everyone, networksOf } from './addresses.ts';
import { ipOf } from './network.ts';
import { claims, joined } from './ranges.ts';
import { type Indexed, isLookup, type LookupTerm, reachableMechanisms, redirectOf } from './reach.ts';
import type { AllTerm, NetworkTerm, SpfRecord } from './record.ts';
import { remembered } from './remembered.ts';

/** A record in the pieces that an evaluation of many addresses goes through. */

/** Terms that ask nothing, one behind the other, as what they decide together. */
export interface Run {
  readonly pass: Addresses;
  readonly refused: Addresses;
}

function runOf(terms: readonly (NetworkTerm | AllTerm)[]): Run {
  const sets = terms.map((term) => {
    if (term.kind === 'all') return everyone;
    const ip = ipOf(term);
    return networksOf(ip ? [ip] : [], term.prefix, term.prefix);
  });
  const owned = { ipv4: claims(sets.map(({ ipv4 }) => ipv4)), ipv6: claims(sets.map(({ ipv6 }) => ipv6)) };
  const decided = (family: keyof Addresses, passes: boolean) =>
    joined(owned[family].filter(({ owner }) => (terms[owner]?.qualifier === '+') === passes));
  const both = (passes: boolean): Addresses => ({
    ipv4: decided('ipv4', passes),
    ipv6: decided('ipv6', passes),
  });
  return { pass: both(true), refused: both(false) };
}

/** A record as an evaluation goes through it: runs of terms that ask nothing, and those that ask, each by itself. */
export const stretches: (record: SpfRecord) => readonly (Run | Indexed<LookupTerm>)[] = remembered(
  (record) => {
    const found: (Run | Indexed<LookupTerm>)[] = [];
    let silent: (NetworkTerm | AllTerm)[] = [];
    const close = () => {
      if (silent.length > 0) found.push(runOf(silent));
      silent = [];
    };
    for (const { index, term } of reachableMechanisms(record)) {
      if (isLookup(term)) {
        close();
        found.push({ index, term });
      } else silent.push(term);
    }
    close();
    const redirect = redirectOf(record);
    return redirect ? [...found, redirect] : found;
  },
);
