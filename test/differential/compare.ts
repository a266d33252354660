import { checkHost } from '../../src/spf/evaluate.ts';
import { type Case, type Outcome, resolverOf } from './case.ts';
import { disagreements } from './disagreements.ts';
import type { Difference, Disagreement } from './disagreements/disagreement.ts';
import { CheckHost } from './model/check-host.ts';
import type { PeerName } from './peers.ts';

export interface ProgramOutcome extends Outcome {
  /** The mechanism that decided, by its name in lower case; empty where none did. */
  readonly mechanism: string;
}

/** What the program says. */
export async function programOn(theCase: Case): Promise<ProgramOutcome> {
  const { ip, sender, helo } = theCase;
  const { result, explanation = '', matched } = await checkHost({ ip, sender, helo }, resolverOf(theCase));
  const [, name = ''] = /^[-+?~]?([a-z0-9]+)/i.exec(matched?.term ?? '') ?? [];
  return { result, explanation, mechanism: name.toLowerCase() };
}

/** What the model says with these readings. */
export function readAs(theCase: Case, readings: readonly Pick<Difference, 'reading'>[]): Outcome {
  const Model = readings.reduce((Base, { reading }) => reading(Base), CheckHost);
  return new Model(theCase).outcome();
}

/** `%{t}` is the time of the evaluation. */
function withoutTime(explanation: string): string {
  return explanation.replace(/\d{10}/g, 'now');
}

export function sameOutcome(one: Outcome, other: Outcome): boolean {
  return one.result === other.result && withoutTime(one.explanation) === withoutTime(other.explanation);
}

/**
 * The readings, as few as will do, with which the model says `outcome`; null where it does not with all of them.
 */
export function accountFor<T extends Pick<Difference, 'reading'>>(
  theCase: Case,
  readings: readonly T[],
  outcome: Outcome,
): readonly T[] | null {
  const isRight = (some: readonly T[]) => sameOutcome(readAs(theCase, some), outcome);
  if (isRight([])) return [];
  if (!isRight(readings)) return null;
  let needed = readings;
  for (const one of readings) {
    const fewer = needed.filter((other) => other !== one);
    if (isRight(fewer)) needed = fewer;
  }
  return needed;
}

export function readingsOf(name: PeerName): readonly Disagreement[] {
  return disagreements.filter((one) => one.of === name);
}
