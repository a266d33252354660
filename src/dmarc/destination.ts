import { isFailed, isVoid, recordsOf } from '../dns/resolver.ts';
import type { ReportDestination } from './facts.ts';
import { isDmarc, parseDmarc } from './parse.ts';
import type { Words } from '../text/say.ts';

/** Why no mail is delivered to a destination, completing its name. */
const obstacles = {
  missing: { en: 'does not exist', fr: "n'existe pas" },
  bare: { en: 'has neither an MX record nor an address', fr: "n'a ni enregistrement MX ni adresse" },
  refusing: {
    en: 'says by a null MX that it takes no mail',
    fr: "annonce par un MX nul qu'il n'accepte pas de courrier",
  },
} as const satisfies Record<string, Words>;

/** Why mail to a destination cannot be delivered; null where it may be (RFC 5321 §5.1, RFC 7505 §3). */
export function obstacle({ mail }: ReportDestination): Words | null {
  if (mail.every(isVoid)) {
    return mail.some(({ answer }) => answer.status === 'nxdomain') ? obstacles.missing : obstacles.bare;
  }
  const exchanges = mail.flatMap((asked) => (asked.type === 'MX' ? recordsOf(asked) : []));
  const isNull = exchanges.some(
    (record) => typeof record === 'object' && 'exchange' in record && record.exchange === '',
  );
  return isNull && exchanges.length === 1 ? obstacles.refusing : null;
}

/** The failed question that keeps from being known whether mail can be delivered; null where it is known. */
export function undelivered({ mail }: ReportDestination): (typeof mail)[number] | null {
  const failed = mail.find(isFailed);
  return failed && mail.every((asked) => isFailed(asked) || isVoid(asked)) ? failed : null;
}

/** Whether a destination outside the organization takes the reports (RFC 7489 §7.1). */
export type Consent =
  | { readonly state: 'not-needed' | 'given' | 'missing' | 'unnameable' | 'unknown' }
  /** To another host: then no report may be sent. */
  | { readonly state: 'diverted'; readonly to: string };

export function consentOf({ domain, external, authorization }: ReportDestination): Consent {
  if (!external) return { state: 'not-needed' };
  if (!authorization) return { state: 'unnameable' };
  if (isFailed(authorization)) return { state: 'unknown' };
  const texts = recordsOf(authorization).map((strings) => strings.join(''));
  const records = texts.filter(isDmarc).map(parseDmarc);
  const others = records.flatMap(({ rua, ruf }) => [...rua, ...ruf]);
  const other = others.find((uri) => uri.domain !== null && uri.domain !== domain);
  if (other?.domain) return { state: 'diverted', to: other.domain };
  return { state: records.length > 0 ? 'given' : 'missing' };
}
