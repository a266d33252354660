import type { Answer, RecordType, Resolver } from './resolver.ts';
import { aliasLimit, answerOf, closestEncloser, lookup, match, type Zone } from './zone.ts';
import { readZoneFile } from './zone-file.ts';

/** NXDOMAIN where the file's wildcard stands in for the name: only for what exists nowhere else (RFC 4592 §2.2.1). */
function elsewhereDenies(
  zone: Zone,
  elsewhere: Resolver,
  name: string,
  signal?: AbortSignal,
): Promise<Answer<'CNAME'>> {
  // Asked for CNAME, NXDOMAIN denies the name itself, not the target of an alias, and all names below it (RFC 8020 §2).
  return elsewhere.query(closestEncloser(zone, name).below, 'CNAME', signal);
}

/** One name through the file, then elsewhere, along the CNAME records of the file. */
async function overlay<T extends RecordType>(
  zone: Zone,
  elsewhere: Resolver,
  question: { readonly name: string; readonly type: T; readonly aliases: number },
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const { name, type, aliases } = question;
  if (aliases > aliasLimit) return { status: 'failed', failure: 'servfail' };
  const found = match(zone, name, type);
  if (found.kind === 'nxdomain') return elsewhere.query(name, type, signal);
  if (found.kind === 'nodata') {
    const answer = await elsewhere.query(name, type, signal);
    // The file makes the name exist, or one below it.
    return answer.status === 'nxdomain' ? { status: 'nodata' } : answer;
  }
  if (found.wildcard) {
    const proof = await elsewhereDenies(zone, elsewhere, name, signal);
    if (proof.status === 'failed') return proof;
    if (proof.status !== 'nxdomain') return elsewhere.query(name, type, signal);
  }
  if (found.kind === 'rrset') return answerOf(found.rrset);
  return overlay(zone, elsewhere, { name: found.alias.target, type, aliases: aliases + 1 }, signal);
}

/**
 * Answers from a master file. Without `elsewhere` the file is the whole DNS. With it, a set of records in the file
 * takes the place of the one published and everything else is asked there: what if this were published? The file
 * cannot take a record away, and is not consulted for the target of a CNAME that `elsewhere` follows.
 * @throws ZoneFileError for a text that is no master file
 */
export function zoneResolver(masterFile: string | Zone, elsewhere?: Resolver): Resolver {
  const zone = typeof masterFile === 'string' ? readZoneFile(masterFile) : masterFile;
  if (elsewhere) {
    return { query: (name, type, signal) => overlay(zone, elsewhere, { name, type, aliases: 0 }, signal) };
  }
  return { query: (name, type) => Promise.resolve(lookup(zone, name, type).answer) };
}
