import { type Asked, isFailed, type Resolver } from '../dns/resolver.ts';
import { asker, type Asker } from './asker.ts';
import { fixedTarget, isMalformedName } from './expand.ts';
import { lookupTerms } from './reach.ts';
import { spfRecords } from './selection.ts';

/** Names of includes and redirects, for those who want to know whom a domain sends through. */

/** Records in a row that are read, and records in all. */
const maxDepth = 3;
const maxRecords = 20;

export interface LeadTargets {
  /** Each once, those of the domain's own record first. */
  readonly targets: readonly string[];
  readonly failed: readonly Asked[];
}

/** What one record leads to. */
function targetsOf(txt: Asked<'TXT'>, sender: string): string[] {
  return spfRecords(txt).flatMap((record) =>
    lookupTerms(record).flatMap(({ term }) => {
      if (term.kind !== 'include' && term.kind !== 'redirect') return [];
      const target = fixedTarget(term.domain, txt.name, sender);
      return target === null || isMalformedName(target) ? [] : [target];
    }),
  );
}

async function follow(
  names: readonly string[],
  sender: string,
  question: Asker,
  depth: number,
): Promise<LeadTargets> {
  const asked = await Promise.all(names.slice(0, maxRecords).map((name) => question(name, 'TXT')));
  const failed: readonly Asked[] = asked.filter(isFailed);
  const targets = [...new Set(asked.flatMap((txt) => targetsOf(txt, sender)))];
  const further = depth > 1 && targets.length > 0 ? await follow(targets, sender, question, depth - 1) : null;
  return {
    targets: [...new Set([...targets, ...(further?.targets ?? [])])],
    failed: [...failed, ...(further?.failed ?? [])],
  };
}

/** The targets of `include` and `redirect` in the SPF record of a domain and in those behind it. */
export function leadTargets(domain: string, resolver: Resolver): Promise<LeadTargets> {
  return follow([domain], domain, asker(resolver), maxDepth);
}
