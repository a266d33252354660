import { publicTopLevel } from '../domain.ts';
import type { Ip } from '../text/ip.ts';
import { networkPurpose } from '../text/special-purpose.ts';

/**
 * Why no receiver on the internet sees a client from a network; null where it may. RFC 2606: a domain that is none on
 * the internet may well document something.
 */
export function privatePurpose(ip: Ip, prefix: number, domain: string): ReturnType<typeof networkPurpose> {
  const purpose = networkPurpose(ip, prefix);
  return purpose === 'documentation' && publicTopLevel(domain) === null ? null : purpose;
}
