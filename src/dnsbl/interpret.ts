import type { Answer } from '../dns/resolver.ts';
import { joined, type Phrase, type Words } from '../text/say.ts';
import type { ListingCode, ListingOutcome, ListWeight } from './facts.ts';
import type { Dnsbl, ListEntry } from './list.ts';

/** What an answer says of a subject. */
export interface Interpretation {
  readonly outcome: ListingOutcome;
  /** The codes behind `listed` or `refused`. */
  readonly codes: readonly ListingCode[];
  /** Of the heaviest code; there where the outcome is `listed`. */
  readonly weight?: ListWeight;
  /**
   * Why a positive answer settles nothing: it lies outside 127.0.0.0/8, so the resolver rewrites it or the zone is
   * no blocklist any more; or the list documents no such code.
   */
  readonly oddity?: 'rewritten' | 'undocumented';
}

const weights: readonly ListWeight[] = ['critical', 'error', 'warning', 'notice'];

function heaviest(entries: readonly ListEntry[], list: Dnsbl): ListWeight {
  const found = new Set(entries.map(({ weight }) => weight ?? list.weight));
  return weights.find((weight) => found.has(weight)) ?? list.weight;
}

const refuses: Words = { en: 'the operator refuses the question', fr: "l'exploitant refuse la requête" };

const blocked: Words = { en: 'access is blocked', fr: "l'accès est bloqué" };

/** By octet: 127.0.0.4 before 127.0.0.10. */
const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** Only 127.0.0.0/8 carries codes (RFC 5782 §2.3). */
const isCode = (address: string) => /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);

function refusal(code: string, { refusals, coding }: Dnsbl): string | Phrase | null {
  if (Object.hasOwn(refusals, code)) return refusals[code] ?? null;
  // Spamhaus and Validity answer so; no list uses the range for entries.
  if (code.startsWith('127.255.255.')) return refuses;
  // In a bit mask the lowest bit says "blocked", whatever stands beside it.
  const odd = coding.form === 'bits' && code.startsWith('127.0.0.') && Number(code.slice(8)) % 2 === 1;
  return odd ? blocked : null;
}

function entriesOf(code: string, { coding }: Dnsbl): ListEntry[] {
  if (coding.form === 'values') {
    const entry = Object.hasOwn(coding.values, code) ? coding.values[code] : undefined;
    return entry ? [entry] : [];
  }
  if (!code.startsWith('127.0.0.')) return [];
  const octet = Number(code.slice(8));
  return Object.entries(coding.bits).flatMap(([bit, entry]) => (octet & Number(bit) ? [entry] : []));
}

/**
 * Reads the answer to an A question about a subject. NXDOMAIN and NODATA are `not-listed`, a failed question is
 * `unknown`. Beside a listing code, refusals and odd answers do not count.
 */
export function interpret(answer: Answer<'A'>, list: Dnsbl): Interpretation {
  if (answer.status === 'failed') return { outcome: 'unknown', codes: [] };
  if (answer.status !== 'found') return { outcome: 'not-listed', codes: [] };
  const codes = [...new Set(answer.records)].filter(isCode).toSorted(byNumber);
  const refused = codes.flatMap((code) => {
    const meaning = refusal(code, list);
    return meaning === null ? [] : [{ code, meaning }];
  });
  const listed = codes
    .filter((code) => refusal(code, list) === null)
    .map((code) => ({ code, entries: entriesOf(code, list) }))
    .filter(({ entries }) => entries.length > 0);
  if (listed.length > 0) {
    const meanings = listed.map(({ code, entries }) => ({
      code,
      meaning: joined(
        entries.map((entry) => entry.meaning),
        ', ',
      ),
    }));
    return {
      outcome: 'listed',
      codes: meanings,
      weight: heaviest(
        listed.flatMap(({ entries }) => entries),
        list,
      ),
    };
  }
  if (refused.length > 0) return { outcome: 'refused', codes: refused };
  return { outcome: 'unknown', codes: [], oddity: codes.length > 0 ? 'undocumented' : 'rewritten' };
}
