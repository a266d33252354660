import { ask, type Asked, isFailed, recordsOf, type Resolver } from '../dns/resolver.ts';
import { parseIp, reverseName, sameIp } from '../text/ip.ts';
import type { Reverse } from './facts.ts';

/** PTR names that are followed: the limit that RFC 8601 §3 takes from RFC 7208 §4.6.4. */
const nameCap = 10;

type Names = Reverse['names'];

/** Whether one of the names leads back to the address (RFC 8601 §3); a failed question may hide the one that does. */
function confirmation(address: string, ptr: Asked<'PTR'>, names: Names, all: number): Reverse['confirmed'] {
  const own = parseIp(address);
  const leadsBack = names.some(({ addresses }) =>
    recordsOf<'A' | 'AAAA'>(addresses).some((text) => {
      const ip = parseIp(text);
      return own !== null && ip !== null && sameIp(own, ip);
    }),
  );
  if (leadsBack) return 'yes';
  const open = isFailed(ptr) || names.some(({ addresses }) => isFailed(addresses)) || all > names.length;
  return open ? 'unknown' : 'no';
}

/** The names of an address, each followed forward in the family of the address; null for text that is no address. */
export async function gatherReverse(address: string, resolver: Resolver): Promise<Reverse | null> {
  const ip = parseIp(address);
  if (!ip) return null;
  const ptr = await ask(resolver, reverseName(ip), 'PTR');
  const distinct = [...new Set(recordsOf(ptr).map((name) => name.toLowerCase()))].filter(
    (name) => name !== '',
  );
  const names: Names = await Promise.all(
    distinct
      .toSorted()
      .slice(0, nameCap)
      .map(async (name) => {
        const addresses =
          ip.family === 4 ? await ask(resolver, name, 'A') : await ask(resolver, name, 'AAAA');
        return { name, addresses };
      }),
  );
  const confirmed = confirmation(address, ptr, names, distinct.length);
  return { address, ptr, names, confirmed };
}
