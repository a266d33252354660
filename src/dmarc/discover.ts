import { ask, type Resolver, recordsOf } from '../dns/resolver.ts';
import type { DmarcDiscovery, DmarcPlace } from './facts.ts';
import { type DmarcRecord, isAlmostDmarc, isDmarc, parseDmarc } from './parse.ts';
import { conclude, walkDomains } from './walk.ts';

export type { DmarcDiscovery } from './facts.ts';

const maxRecords = 20;

async function readPlace(domain: string, resolver: Resolver): Promise<DmarcPlace> {
  const txt = await ask(resolver, `_dmarc.${domain}`, 'TXT');
  const texts = recordsOf(txt).map((strings) => strings.join(''));
  const read = (wanted: (text: string) => boolean): DmarcRecord[] =>
    texts.filter(wanted).slice(0, maxRecords).map(parseDmarc);
  return { domain, txt, records: read(isDmarc), discarded: read(isAlmostDmarc) };
}

/** Asks every name of the tree walk at once and says where it leads. */
export async function discoverDmarc(domain: string, resolver: Resolver): Promise<DmarcDiscovery> {
  const [own, ...above] = await Promise.all(walkDomains(domain).map((name) => readPlace(name, resolver)));
  if (!own) throw new Error('a tree walk has at least one name');
  return conclude([own, ...above]);
}
