import { evidence, type Evidence } from '../../check.ts';
import type { DnsblFacts, Listing } from '../facts.ts';

/** Characters of the list's reason that a message shows. */
const shown = 200;

/** Text of a list as data: quoted, all but printable ASCII as \DDD (RFC 1035 §5.1). */
function asData(text: string): string {
  const cut = text.length > shown ? `${text.slice(0, shown)}...` : text;
  const escaped = cut.replace(/[^ -~]|["\\]/g, (char) => {
    const code = char.charCodeAt(0);
    return code > 31 && code < 127 ? `\\${char}` : `\\${String(code).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

interface Entry {
  readonly about: string;
  readonly severity: NonNullable<Listing['weight']>;
  readonly evidence: readonly Evidence[];
  readonly params: {
    readonly list: string;
    readonly zone: string;
    readonly codes: string;
    readonly meaning: string;
    readonly reason: string;
    readonly delisting: string;
  };
}

/**
 * A listing as the two checks report it; null where the list only allows or informs, and where its status is missing
 * from the facts.
 */
export function entryOf(listing: Listing, { lists }: DnsblFacts): Entry | null {
  const list = lists.find(({ zone }) => zone === listing.zone);
  if (list?.purpose !== 'block') return null;
  const { subject, zone, codes, weight = 'warning', reason, reasonUnread, asked } = listing;
  const none = reasonUnread ? 'could not be read' : 'none given';
  return {
    about: `${subject} ${zone}`,
    severity: weight,
    evidence: [evidence(asked)],
    params: {
      list: list.name,
      zone,
      codes: codes.map(({ code }) => code).join(', '),
      meaning: [...new Set(codes.map(({ meaning }) => meaning))].join('; '),
      reason: reason === undefined ? none : asData(reason),
      delisting: list.delisting,
    },
  };
}
