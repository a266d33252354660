import { parseIp } from '../../text/ip.ts';
import { type SpecialPurpose, specialPurpose } from '../../text/special-purpose.ts';
import type { Sender } from '../facts.ts';

/** What keeps receivers from ever seeing a sending address; null for a public one. */
export function hiddenBy({ address }: Sender): SpecialPurpose | null {
  const ip = parseIp(address);
  return ip && specialPurpose(ip);
}

/** Why an address is looked at, as the end of a sentence. */
export function originOf({ source, term }: Sender): string {
  if (source === 'given') return 'it was given as a sending address';
  return term === undefined ? 'SPF authorizes it' : `the SPF term "${term}" authorizes it`;
}
