import { isFailed } from '../../dns/resolver.ts';
import { type SpfRecord, type SpfTerm, termText } from '../record.ts';
import { assemble } from '../rewrite.ts';
import type { Limb } from '../tree.ts';

/** What keeps the target of an include or redirect from being used, after "which"; null where nothing does. */
export function missingState({ branch }: Limb): string | null {
  if (branch.malformed) return 'is no valid domain name';
  const { node } = branch;
  if (!node || isFailed(node.txt) || node.records.length > 0) return null;
  return node.txt.answer.status === 'nxdomain' ? 'does not exist' : 'publishes no SPF record';
}

/**
 * The record with a space where a missing one made one name of two terms, `include:one.example-all`: legal text, so
 * that only the missing target betrays it. Null where that is not the fault.
 */
export function unjammed(record: SpfRecord, term: SpfTerm): string | null {
  const [, first = '', second = ''] =
    /^(.+\.[a-z0-9-]+?)([-+?~]all|[-+?~]?(?:include|ip4|ip6):.*)$/i.exec(termText(record, term)) ?? [];
  if (first === '') return null;
  const texts = record.terms.flatMap((other) =>
    other === term ? [first, second] : [termText(record, other)],
  );
  return assemble(texts);
}
