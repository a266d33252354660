import type { DomainName } from '../domain.ts';
import { isFailed, type Resolver } from '../dns/resolver.ts';
import type { Fact } from '../facts.ts';
import type { SpfFacts } from './facts.ts';
import { authorizedHosts, failedHostQuestions } from './hosts.ts';
import { chainOf } from './tree.ts';
import { asker, spfRecords, walk, walkHosts } from './walk.ts';

/**
 * Asks for the SPF record of a domain and for everything an evaluation of it can reach, each question once.
 * Not ok where the TXT question of the domain itself fails; failures further on stay in the tree.
 */
export async function gatherSpf(domain: DomainName, resolver: Resolver): Promise<Fact<SpfFacts>> {
  const question = asker(resolver);
  const txt = await question(domain, 'TXT');
  if (isFailed(txt)) return { ok: false, failed: { name: txt.name, type: txt.type, answer: txt.answer } };
  const tree = spfRecords(txt).length === 1 ? await walk(domain, txt, question) : null;
  const nodes = tree ? chainOf(tree).nodes : await walkHosts(domain, txt, question);
  const records = (tree ? [tree] : nodes).flatMap((node) => node.records);
  const hosts = authorizedHosts(nodes);
  return { ok: true, value: { domain, txt, records, tree, hosts, hostsFailed: failedHostQuestions(nodes) } };
}
