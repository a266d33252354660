import type { CheckId } from '../../all-checks.ts';
import type { Words } from '../../text/say.ts';
import type { Action } from '../explanation.ts';

/** What there is to say and to do about one cause of a refusal. */
export interface CauseText {
  readonly meaning: Words;
  readonly remedy: Words;
  /** The class where neither the reply nor its enhanced code shows one. */
  readonly class: 'permanent' | 'transient';
  /** What to do with the mail after a permanent refusal; after a temporary one it is sent again. */
  readonly action: Action;
  /** Findings that would explain the refusal. */
  readonly findings: readonly CheckId[];
}

/** A group of causes whose names the compiler keeps. */
export function causes<const Name extends string>(
  group: Readonly<Record<Name, CauseText>>,
): Readonly<Record<Name, CauseText>> {
  return group;
}
