import { type Asked, recordsOf } from '../dns/resolver.ts';
import type { Asker } from './asker.ts';
import type { SpfElsewhere } from './facts.ts';
import { isAlmostSpf } from './almost.ts';
import { isSpf } from './parse.ts';
import type { SpfRecord } from './record.ts';

/** A label that nobody publishes. */
const controlLabel = '_presend-control';

export function holdsSpf(txt: Asked<'TXT'>): boolean {
  return recordsOf(txt)
    .map((strings) => strings.join(''))
    .some((text) => isSpf(text) || isAlmostSpf(text));
}

/** Looks for SPF where it is published by mistake. */
export async function askElsewhere(
  { domain, records }: { readonly domain: string; readonly records: readonly SpfRecord[] },
  question: Asker,
): Promise<SpfElsewhere> {
  const none = records.length === 0;
  const [dmarc, beside] = await Promise.all([
    question(`_dmarc.${domain}`, 'TXT'),
    none
      ? Promise.all([
          question(`_spf.${domain}`, 'TXT'),
          question(`www.${domain}`, 'TXT'),
          question(`www.${domain}`, 'CNAME'),
        ])
      : null,
  ]);
  const [spf, www, wwwAlias] = beside ?? [];
  const found = [dmarc, spf, www].some((txt) => txt !== undefined && holdsSpf(txt));
  const control = found ? { control: await question(`${controlLabel}.${domain}`, 'TXT') } : {};
  return { dmarc, ...(spf && { spf }), ...(www && { www }), ...(wwwAlias && { wwwAlias }), ...control };
}
