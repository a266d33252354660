import type { Asked } from '../dns/resolver.ts';
import { ancestors, publicTopLevel, registrableDomain } from '../domain.ts';
import type { Asker } from './asker.ts';
import type { SpfFacts } from './facts.ts';
import { type Limb, passingLimbs } from './tree.ts';

/** Registrable domains that one audit asks about. */
const maxDomains = 20;

/** The answers behind a term deny its target. */
function isDenied({ branch: { node, asked } }: Limb): boolean {
  const answers = node ? [node.txt] : asked;
  return answers.length > 0 && answers.every(({ answer }) => answer.status === 'nxdomain');
}

/** The registrable domain of a target that does not exist; null where nobody could register it. */
export function registrationOf(limb: Limb): string | null {
  const { target } = limb.branch;
  if (target === null || !isDenied(limb) || publicTopLevel(target) === null) return null;
  return registrableDomain(target);
}

/** Asks whether the domains exist that dead terms lead to: whoever registers one of them may send. */
export function askRegistrations(
  { domain, tree, apart }: Pick<SpfFacts, 'domain' | 'tree' | 'apart'>,
  question: Asker,
): Promise<Asked<'CNAME'>[]> {
  const own = new Set(ancestors(domain));
  const names = (tree ? [tree] : apart).flatMap((node) =>
    passingLimbs(node).flatMap((limb) => registrationOf(limb) ?? []),
  );
  const foreign = [...new Set(names)].filter((name) => !own.has(name)).slice(0, maxDomains);
  return Promise.all(foreign.map((name) => question(name, 'CNAME')));
}
