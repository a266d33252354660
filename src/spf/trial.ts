import type { Answer, Asked } from '../dns/resolver.ts';
import type { Asker } from './asker.ts';
import type { SpfNode } from './facts.ts';
import { isSpf } from './parse.ts';
import type { SpfRecord } from './record.ts';
import { recordsOf } from '../dns/resolver.ts';
import { spfRecords } from './selection.ts';
import { chainOf, recordOf } from './tree.ts';
import { walkEach } from './walk.ts';

/** A record put in its place for a try: everything else is asked of the same DNS. */

/** Where a record is to be published. */
export interface Site {
  /** The name that gets the record. */
  readonly name: string;
  /** The domain that is judged: the name itself, or one that redirects to it. */
  readonly domain: string;
  /** The TXT answer of that domain as it is published. */
  readonly txt: Asked<'TXT'>;
  readonly question: Asker;
}

/** A record, and the tree in which it stands. */
export interface Trial {
  readonly record: SpfRecord;
  /** Of the name that gets the record. */
  readonly node: SpfNode;
  readonly tree: SpfNode;
  readonly question: Asker;
}

/** The answer with one SPF record in the place of those that are published. */
function replaced(txt: Asked<'TXT'>, text: string): Asked<'TXT'> {
  const others = recordsOf(txt).filter((strings) => !isSpf(strings.join('')));
  const answer: Answer<'TXT'> = { status: 'found', records: [...others, [text]] };
  return { ...txt, answer };
}

/** The DNS as it would be with the record published. */
function publishing({ name, question }: Site, text: string): Asker {
  return async (asked, type) => {
    const answer = await question(asked, type);
    // Asked for TXT, it is a TXT answer that goes in and out.
    return asked === name && type === 'TXT'
      ? (replaced(answer as Asked<'TXT'>, text) as unknown as typeof answer)
      : answer;
  };
}

/** Walks the record in its place; null where the domain does not come to it. */
export async function tryOut(site: Site, record: SpfRecord): Promise<Trial | null> {
  const { name, domain } = site;
  const question = publishing(site, record.text);
  const txt = await question(domain, 'TXT');
  const [tree, second] = await walkEach(domain, txt, spfRecords(txt), question);
  const node = tree && !second ? chainOf(tree).nodes.find((one) => one.domain === name) : undefined;
  const parsed = node && recordOf(node);
  return tree && node && parsed ? { record: parsed, node, tree, question } : null;
}
