import type { Answer, RecordData, RecordType, Resolver } from '../../src/dns/resolver.ts';

type Records = { readonly [T in RecordType]?: readonly RecordData[T][] };

/** A resolver over a table, and what it was asked; names that are absent are NXDOMAIN, a failure is an answer. */
export interface Published extends Resolver {
  readonly asked: string[];
  /** Questions that were on their way at once. */
  readonly rounds: string[][];
}

/** What was asked about the tree itself: every audit looks beside it too. */
export function treeQuestions({ asked }: Pick<Published, 'asked'>): string[] {
  return asked.filter((question) => !/^_(?:dmarc|presend-control)\./.test(question));
}

/**
 * Answers each round of questions together: what is asked in one turn is one round, so that rounds count the
 * questions that wait for each other.
 */
export function published(names: Readonly<Record<string, Records | 'servfail'>>): Published {
  const asked: string[] = [];
  const rounds: string[][] = [];
  let round: { readonly questions: string[]; readonly over: Promise<void> } | null = null;
  const join = (question: string) => {
    if (!round) {
      const over = new Promise<void>((resolve) => {
        setImmediate(() => {
          round = null;
          resolve();
        });
      });
      round = { questions: [], over };
      rounds.push(round.questions);
    }
    round.questions.push(question);
    return round.over;
  };
  return {
    asked,
    rounds,
    async query<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
      asked.push(`${name} ${type}`);
      await join(`${name} ${type}`);
      const records = names[name];
      if (records === 'servfail') return { status: 'failed', failure: 'servfail' };
      if (!records) return { status: 'nxdomain' };
      const found = records[type];
      return found ? { status: 'found', records: found } : { status: 'nodata' };
    },
  };
}

/** A TXT record of one string. */
export const txt = (text: string): Records => ({ TXT: [[text]] });
