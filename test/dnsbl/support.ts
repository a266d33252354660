import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import type { Dnsbl } from '../../src/dnsbl/list.ts';
import { register } from '../../src/dnsbl/register/index.ts';
import { type Question, startDnsServer } from '../support/dns-server.ts';

export function listOf(zone: string): Dnsbl {
  const list = register.find((one) => one.zone === zone);
  if (!list) throw new Error(`no list ${zone}`);
  return list;
}

/** Serves a zone on loopback while `use` runs, and tells what was asked. */
export async function serving<T>(
  zone: string,
  use: (resolver: Resolver) => Promise<T>,
): Promise<{ result: T; questions: Question[] }> {
  const server = await startDnsServer(zone);
  try {
    const result = await use(nodeResolver({ servers: [server.server], timeoutMs: 250 }));
    return { result, questions: server.questions };
  } finally {
    await server.close();
  }
}
