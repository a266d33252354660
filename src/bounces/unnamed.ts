import type { ReportSubject } from '../report/report.ts';
import { parseIp, sameIp } from '../text/ip.ts';
import type { Words } from '../text/say.ts';

/** Something about the mail that findings hang on, and that neither the reply nor the user named. */
interface Need {
  readonly about: (id: string) => boolean;
  readonly named: (subject: ReportSubject, address: string | null) => boolean;
  readonly reason: Words;
}

const ofAddress: ReadonlySet<string> = new Set([
  'spf-host-unauthorized',
  'dnsbl-listed',
  'ptr-missing',
  'ptr-unconfirmed',
  'ptr-generic',
  'ptr-multiple',
]);

const ofSelector = /^dkim-(?:selector-missing|multiple-records|hash-sha1|service-excluded|key-)/;

/** The address that sent is among those that were looked at; any given one, where the reply names none. */
function wasGiven({ ips }: ReportSubject, address: string | null): boolean {
  const given = ips.flatMap((one) => (one.source === 'given' ? (parseIp(one.address) ?? []) : []));
  const named = address === null ? null : parseIp(address);
  return named ? given.some((one) => sameIp(one, named)) : given.length > 0;
}

const needs: readonly Need[] = [
  {
    about: (id) => ofAddress.has(id),
    named: wasGiven,
    reason: {
      en: 'the address that the mail left from is not known; give it with --ip',
      fr: "l'adresse d'où le message est parti n'est pas connue ; l'indiquer avec --ip",
    },
  },
  {
    about: (id) => id.startsWith('helo-'),
    named: ({ helo }) => helo !== null,
    reason: {
      en: 'the EHLO name of the host that sent is not known; give it with --helo',
      fr: "le nom EHLO de l'hôte d'envoi n'est pas connu ; l'indiquer avec --helo",
    },
  },
  {
    about: (id) => ofSelector.test(id),
    named: ({ selectors }) => selectors.some(({ source }) => source === 'given'),
    reason: {
      en: 'the selector that signs is not known; give it with --selector',
      fr: "le sélecteur qui signe n'est pas connu ; l'indiquer avec --selector",
    },
  },
];

/** Why the silence of a check says nothing of the refused mail; null where it does. */
export function unnamedReason(id: string, subject: ReportSubject, address: string | null): Words | null {
  return needs.find(({ about, named }) => about(id) && !named(subject, address))?.reason ?? null;
}
