import { ask, type FailedQuestion, type Resolver } from './dns/resolver.ts';
import { publicTopLevel } from './domain.ts';
import type { AllFacts, Fact, FactName } from './facts.ts';

/**
 * Whether the resolver sees the public DNS: a top-level domain that exists cannot be denied. A filter, a captive
 * portal or a closed network denies everything, and each "missing" after that would be false. null where it sees, or
 * where the domain is not under a public top-level domain.
 */
export async function blindness(domain: string, resolver: Resolver): Promise<FailedQuestion | null> {
  const top = publicTopLevel(domain);
  if (top === null) return null;
  const { name, type, answer } = await ask(resolver, top, 'SOA');
  return answer.status === 'nxdomain' ? { name, type, answer: { status: 'failed', failure: 'blind' } } : null;
}

/** Facts of which nothing may be concluded, but for what needs no DNS. */
export function withoutSight(facts: AllFacts, failed: FailedQuestion): AllFacts {
  const blind: Fact<never> = { ok: false, failed };
  const sections = Object.keys(facts).filter((name) => name !== 'run' && name !== 'identities') as FactName[];
  return { ...facts, ...Object.fromEntries(sections.map((name) => [name, blind])) };
}
