import { type Asked, ask, recordsOf, type Resolver } from '../dns/resolver.ts';
import type { DmarcElsewhere } from './facts.ts';
import { isDmarc } from './parse.ts';

/** A label that nobody publishes. */
const controlLabel = '_presend-control';

const maxName = 253;

/** The texts of an answer that receivers would take for DMARC records, were they in the right place. */
export function dmarcTexts(txt: Asked<'TXT'>): string[] {
  return recordsOf(txt)
    .map((strings) => strings.join(''))
    .filter(isDmarc);
}

/**
 * Looks for DMARC where it is published by mistake: at the domain itself, without the underscore, with `_dmarc` twice,
 * and with the domain appended to a name that already ended in it.
 */
export async function askElsewhere(domain: string, resolver: Resolver): Promise<DmarcElsewhere> {
  const names = [domain, `dmarc.${domain}`, `_dmarc._dmarc.${domain}`, `_dmarc.${domain}.${domain}`];
  const places = await Promise.all(
    names.filter((name) => name.length <= maxName).map((name) => ask(resolver, name, 'TXT')),
  );
  const found = places.some((txt) => txt.name !== domain && dmarcTexts(txt).length > 0);
  const control = found ? await ask(resolver, `${controlLabel}.${domain}`, 'TXT') : null;
  return { places, control };
}
