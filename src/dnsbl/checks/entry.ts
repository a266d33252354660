import { evidence, type Evidence } from '../../check.ts';
import { joined, type Said, say, semicolon } from '../../text/say.ts';
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
    readonly meaning: Said;
    readonly reason: Said;
    readonly delisting: string;
  };
}

const reasons = {
  unread: { en: 'could not be read', fr: 'lecture impossible' },
  none: { en: 'none given', fr: 'aucun' },
};

/** The meanings of the codes, each once. */
function meaningsOf(codes: Listing['codes']): Said {
  const distinct = new Map(codes.map(({ meaning }) => [say(meaning, 'en'), meaning]));
  return joined([...distinct.values()], semicolon);
}

/**
 * A listing as the two checks report it; null where the list only allows or informs, and where its status is missing
 * from the facts.
 */
export function entryOf(listing: Listing, { lists }: DnsblFacts): Entry | null {
  const list = lists.find(({ zone }) => zone === listing.zone);
  if (list?.purpose !== 'block') return null;
  const { subject, zone, codes, weight = 'warning', reason, reasonUnread, asked } = listing;
  const none = reasonUnread ? reasons.unread : reasons.none;
  return {
    about: `${subject} ${zone}`,
    severity: weight,
    evidence: [evidence(asked)],
    params: {
      list: list.name,
      zone,
      codes: codes.map(({ code }) => code).join(', '),
      meaning: meaningsOf(codes),
      reason: reason === undefined ? none : asData(reason),
      delisting: list.delisting,
    },
  };
}
