import { cut } from '../text/cut.ts';
import type { Language, Phrase, Placeholders } from '../text/say.ts';
import { problemTexts } from './problem-texts.ts';
import type { Span } from './record.ts';

export type SpfProblemCode = keyof typeof problemTexts;

type DataOf<C extends SpfProblemCode> = {
  readonly [Name in Placeholders<(typeof problemTexts)[C]['fault' | 'remedy'][Language]>]: string | Phrase;
};

export interface SpfProblem extends Span {
  readonly code: SpfProblemCode;
  /** Pieces of the record, cut to a readable length; untrusted text. */
  readonly data: Readonly<Record<string, string | Phrase>>;
  /** What to write in the place of the span, where only one thing can be meant. */
  readonly repair?: string;
}

const maxShown = 48;

export function shown(text: string): string {
  return cut(text, maxShown);
}

/** A problem; the compiler asks for the data that its sentences name. */
export function problem<C extends SpfProblemCode>(
  code: C,
  span: Span,
  data: DataOf<C>,
  repair?: string,
): SpfProblem {
  const pieces = Object.fromEntries(
    Object.entries<string | Phrase>(data).map(([name, text]) => [
      name,
      typeof text === 'string' ? shown(text) : text,
    ]),
  );
  const base = { code, start: span.start, end: span.end, data: pieces };
  return repair === undefined ? base : { ...base, repair };
}

/** The sentences of a problem: one clause for what is wrong, and what to write. */
export function explainProblem({ code, data }: SpfProblem): {
  readonly fault: Phrase;
  readonly remedy: Phrase;
} {
  const { fault, remedy } = problemTexts[code];
  return { fault: { ...fault, with: data }, remedy: { ...remedy, with: data } };
}
