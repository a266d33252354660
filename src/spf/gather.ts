import type { DomainName } from '../domain.ts';
import { isFailed, type Resolver } from '../dns/resolver.ts';
import type { Fact } from '../facts.ts';
import { asker } from './asker.ts';
import type { SpfFacts } from './facts.ts';
import { authorizedHosts, failedHostQuestions } from './hosts.ts';
import { spfRecords } from './selection.ts';
import { chainOf } from './tree.ts';
import { walkEach } from './walk.ts';

/**
 * Asks for the SPF record of a domain and for everything an evaluation of it can reach, each question once.
 * Not ok where the TXT question of the domain itself fails; failures further on stay in the tree.
 */
export async function gatherSpf(domain: DomainName, resolver: Resolver): Promise<Fact<SpfFacts>> {
  const question = asker(resolver);
  const txt = await question(domain, 'TXT');
  if (isFailed(txt)) return { ok: false, failed: { name: txt.name, type: txt.type, answer: txt.answer } };
  const walked = await walkEach(domain, txt, spfRecords(txt), question);
  const [first, second] = walked;
  const tree = first && !second ? first : null;
  const nodes = tree ? chainOf(tree).nodes : walked;
  return {
    ok: true,
    value: {
      domain,
      txt,
      records: walked.flatMap((node) => node.records),
      tree,
      apart: tree ? [] : walked,
      hosts: authorizedHosts(nodes),
      hostsFailed: failedHostQuestions(nodes),
    },
  };
}
