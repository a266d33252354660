import { parseIp } from '../../text/ip.ts';
import { type SpecialPurpose, specialPurpose } from '../../text/special-purpose.ts';
import { phrase, type Said } from '../../text/say.ts';
import type { Sender } from '../facts.ts';

/** What keeps receivers from ever seeing a sending address; null for a public one. */
export function hiddenBy({ address }: Sender): SpecialPurpose | null {
  const ip = parseIp(address);
  return ip && specialPurpose(ip);
}

/** Why an address is looked at, as the end of a sentence. */
export function originOf({ source, term }: Sender): Said {
  if (source === 'given')
    return {
      en: 'it was given as a sending address',
      fr: 'elle a été indiquée comme telle',
    };
  if (term === undefined) return { en: 'SPF authorizes it', fr: "SPF l'autorise" };
  return phrase(
    { en: 'the SPF term "{term}" authorizes it', fr: "le terme SPF « {term} » l'autorise" },
    { term },
  );
}
