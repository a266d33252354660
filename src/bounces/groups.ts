import type { ReplyExplanation } from '../smtp/explanation.ts';
import type { FoundReply, Origin } from './found.ts';
import type { ExplainedReply } from './explained.ts';
import { keptReply } from './copied.ts';

/** Replies of one family from one receiver with one cause. */
export interface ReplyGroup {
  readonly count: number;
  readonly origin: Origin;
  /** The explanation of the first; its `text` is that reply. */
  readonly explanation: ReplyExplanation;
  /** The first reply. */
  readonly example: FoundReply;
  /** The sending domains, as far as they are known, in the order of their first reply. */
  readonly domains: readonly string[];
}

/** Groups that are kept apart; further ones are counted together. */
export const maxGroups = 5000;

/** Sending domains of a group that are named. */
const maxDomains = 8;

interface Draft extends Omit<ReplyGroup, 'count' | 'domains'> {
  count: number;
  readonly domains: Set<string>;
}

/** Collects replies into groups, in bounded memory. */
export interface Groups {
  add(reply: ExplainedReply, domain: string | null): void;
  /** The largest first, then in the order of the input. */
  list(): ReplyGroup[];
  /** Replies in no group, because there were too many. */
  readonly others: number;
}

function keyOf({ reply, enhanced, receiver, cause, action }: ReplyExplanation, origin: Origin): string {
  return `${origin} ${reply} ${enhanced} ${receiver} ${cause} ${action}`;
}

export function collectGroups(most = maxGroups): Groups {
  const drafts = new Map<string, Draft>();
  let others = 0;
  return {
    add({ found, explanation }, domain) {
      const key = keyOf(explanation, found.origin);
      let draft = drafts.get(key);
      if (!draft) {
        if (drafts.size >= most) {
          others += 1;
          return;
        }
        draft = {
          count: 0,
          origin: found.origin,
          explanation,
          example: keptReply(found),
          domains: new Set(),
        };
        drafts.set(key, draft);
      }
      draft.count += 1;
      if (domain !== null && draft.domains.size < maxDomains) draft.domains.add(domain);
    },
    list: () =>
      [...drafts.values()]
        .toSorted((a, b) => b.count - a.count || a.example.line - b.example.line)
        .map((draft) => ({ ...draft, domains: [...draft.domains] })),
    get others() {
      return others;
    },
  };
}
