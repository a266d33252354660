import { specialNetworks } from '../text/special-purpose.ts';
import {
  type Addresses,
  everyone,
  hostsOf,
  isForEveryone,
  isNobody,
  less,
  networksOf,
  union,
} from './addresses.ts';
import { authority } from './authority.ts';
import type { ByFamily } from './family.ts';
import { type Fates, isHarmless } from './fates.ts';
import type { SpfNode, SpfRemedy } from './facts.ts';
import { type Faults, faultsOf, noWorse } from './faults.ts';
import { lookupLimit } from './limits.ts';
import { joined } from './ranges.ts';
import { unreachableMechanisms } from './reach.ts';
import { type SpfRecord, type SpfTerm, termText } from './record.ts';
import { remembered } from './remembered.ts';
import { ignoredRedirect, isOpen } from './rewrite.ts';
import { sweep } from './sweep.ts';
import { tally } from './tally.ts';
import type { Trial } from './trial.ts';
import { unreadTerms } from './unread.ts';

/** What must hold of a record before it is proposed in the place of another. */

/** What no client on the internet has, and what one can have. */
const unreal = union(specialNetworks.map(({ network, prefix }) => networksOf([network], prefix, prefix)));
const real = less(everyone, unreal);

/** Those that pass because a term names them, and not because everybody does. */
export const namedAddresses: (tree: SpfNode) => Addresses = remembered((tree) => {
  const { reaches, claims } = authority(tree);
  const named = (owner: number) => {
    const reach = reaches[owner];
    if (!reach || reach.term.kind === 'all' || isForEveryone(reach.addresses)) return false;
    return reach.term.kind === 'redirect' || ('qualifier' in reach.term && reach.term.qualifier === '+');
  };
  return {
    ipv4: joined(claims.ipv4.filter(({ owner }) => named(owner))),
    ipv6: joined(claims.ipv6.filter(({ owner }) => named(owner))),
  };
});

function textsOf(record: SpfRecord, terms: readonly SpfTerm[]): Set<string> {
  return new Set(terms.map((term) => termText(record, term)));
}

/** Nothing of what counts in a record is out of effect in the other. */
function keepsReach(record: SpfRecord, mended: SpfRecord): boolean {
  const idle = textsOf(record, unreachableMechanisms(record));
  const lost = [...textsOf(mended, unreachableMechanisms(mended))].filter((text) => !idle.has(text));
  return lost.length === 0 && (!ignoredRedirect(mended) || ignoredRedirect(record) !== null);
}

/** How a record stands today, as far as its successor is measured by it. */
export interface Standing {
  readonly record: SpfRecord | null;
  /** Those that its terms name, whatever else ends their evaluation. */
  readonly named: Addresses;
  /** null where it is too much to go through. */
  readonly fates: Fates | null;
  /** Everybody passes, on one family at least. */
  readonly open: boolean;
  readonly lookups: number;
  readonly voids: ByFamily<number>;
  readonly faults: Faults;
  /** The terms that nobody has read, and that count; null where nothing counts, since every evaluation is in error. */
  readonly unread: readonly string[] | null;
}

export function standingOf({ record, tree }: Pick<Trial, 'record' | 'tree'>): Standing {
  const { total, voids } = tally(tree);
  return {
    record,
    named: namedAddresses(tree),
    fates: sweep(tree),
    open: isForEveryone(authority(tree).pass),
    lookups: total,
    voids: { ipv4: voids.ipv4.length, ipv6: voids.ipv6.length },
    faults: faultsOf(tree),
    unread: record.problems.length > 0 ? null : unreadTerms(tree),
  };
}

/**
 * What nobody has read may need lookups of its own, or find nothing: beside it, a record that is in force gets no more
 * terms that do.
 */
function keepsRoom(before: Standing, { lookups, voids, unread }: Standing): boolean {
  if (!before.record || !before.unread || unread?.length === 0) return true;
  return lookups <= before.lookups && voids.ipv4 <= before.voids.ipv4 && voids.ipv6 <= before.voids.ipv6;
}

/**
 * The record in its place has no fault that the other had not, needs no more lookups than that or than are allowed, puts
 * no term into force of which nobody knows what it does, names every address that the other names, and lets pass, for
 * certain, all that pass today.
 */
export function isProven(before: Standing, { record, tree }: Pick<Trial, 'record' | 'tree'>): boolean {
  const after = standingOf({ record, tree });
  const { named, fates, lookups, faults, unread } = after;
  if (record.problems.length > 0) return false;
  if (before.record && !keepsReach(before.record, record)) return false;
  if (lookups > Math.max(lookupLimit, before.lookups)) return false;
  if (!noWorse(before.faults, faults)) return false;
  if (before.unread && !unread?.every((term) => before.unread?.includes(term))) return false;
  if (!keepsRoom(before, after) || !isNobody(less(before.named, union([named, unreal])))) return false;
  return before.fates !== null && fates !== null && isHarmless(before.fates, fates, before.named, real);
}

/** What nobody has read is the same today, in a record that is in force. */
function isUnchanged({ record, unread: before }: Standing, unread: readonly string[]): boolean {
  if (unread.length === 0) return true;
  return (
    record !== null && before?.length === unread.length && before.every((term, at) => term === unread[at])
  );
}

/** Whom a proven record authorizes beside those of today, the addresses in `added` apart. */
export function authorized(
  before: Standing,
  { tree }: Pick<Trial, 'tree'>,
  added: readonly string[],
): SpfRemedy['hosts'] {
  const unread = unreadTerms(tree);
  if (isNobody(before.named) && (before.unread ?? unread).length === 0) return 'new';
  if (!isUnchanged(before, unread)) return 'unknown';
  if (before.open) return 'fewer';
  const others = less(authority(tree).pass, union([before.named, hostsOf(added)]));
  return isNobody(others) ? 'same' : 'more';
}

/** Fit to be shown: it lets nobody pass whom no term names. */
export function isFit({ record }: Pick<Trial, 'record'>): boolean {
  return record.problems.length === 0 && !record.terms.some(isOpen);
}
