import type { DomainName } from '../domain.ts';
import { type Asked, isFailed, type Resolver } from '../dns/resolver.ts';
import type { Fact } from '../facts.ts';
import { answering, asker, type Asker } from './asker.ts';
import { evaluateMail, noMail, type SpfMail } from './evaluations.ts';
import type { SpfFacts } from './facts.ts';
import { askElsewhere } from './elsewhere.ts';
import { askRegistrations } from './registrations.ts';
import { authorizedHosts, failedHostQuestions, ownNodes } from './hosts.ts';
import { remedies } from './remedy.ts';
import { spfRecords } from './selection.ts';
import { chainOf } from './tree.ts';
import { walkEach } from './walk.ts';

/** What the walk found: enough to know who sends. */
export type SpfWalk = Omit<SpfFacts, 'evaluations' | 'elsewhere' | 'registrations' | 'remedies'>;

/** A walk begun, and the questions it shares with what follows. */
export interface SpfStart {
  readonly walked: Fact<SpfWalk>;
  readonly question: Asker;
}

async function factsOf(domain: DomainName, txt: Asked<'TXT'>, question: Asker): Promise<SpfWalk> {
  const walked = await walkEach(domain, txt, spfRecords(txt), question);
  const [first, second] = walked;
  const tree = first && !second ? first : null;
  const own = ownNodes(tree ? chainOf(tree).nodes : walked);
  return {
    domain,
    txt,
    records: walked.flatMap((node) => node.records),
    tree,
    apart: tree ? [] : walked,
    hosts: authorizedHosts(own),
    hostsFailed: failedHostQuestions(own),
  };
}

/**
 * Asks for the SPF record of a domain and for everything an evaluation of it can reach, each question once.
 * Not ok where the TXT question of the domain itself fails; failures further on stay in the tree.
 */
export async function walkSpf(domain: DomainName, resolver: Resolver): Promise<SpfStart> {
  const question = asker(resolver);
  // Needed at the end, and known from the start.
  void question(`_dmarc.${domain}`, 'TXT');
  const txt = await question(domain, 'TXT');
  const walked: Fact<SpfWalk> = isFailed(txt)
    ? { ok: false, failed: { name: txt.name, type: txt.type, answer: txt.answer } }
    : { ok: true, value: await factsOf(domain, txt, question) };
  return { walked, question };
}

/** What is known beyond the walk: the same answers serve again, nothing is asked twice. */
export async function completeSpf(
  { walked, question }: SpfStart,
  mail: SpfMail = noMail,
): Promise<Fact<SpfFacts>> {
  if (!walked.ok) return walked;
  const [elsewhere, registrations, evaluations] = await Promise.all([
    askElsewhere(walked.value, question),
    askRegistrations(walked.value, question),
    evaluateMail(walked.value.domain, mail, answering(question)),
  ]);
  const known = { ...walked.value, elsewhere, evaluations };
  const proposed = await remedies(known, mail, question);
  return { ok: true, value: { ...known, registrations, remedies: proposed } };
}

/** Both. */
export async function gatherSpf(
  domain: DomainName,
  resolver: Resolver,
  mail: SpfMail = noMail,
): Promise<Fact<SpfFacts>> {
  return completeSpf(await walkSpf(domain, resolver), mail);
}
