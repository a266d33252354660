import type { SpfEvaluation } from '../../spf/facts.ts';
import type { SpfResult, SpfStep, SpfVisit } from '../../spf/outcome.ts';
import { cut } from '../../text/cut.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Paint, Tone } from './style.ts';

/** The way of check_host() through the records for one address. */

const tones: Readonly<Record<SpfResult, Tone>> = {
  pass: 'ready',
  fail: 'error',
  softfail: 'error',
  neutral: 'warning',
  none: 'error',
  permerror: 'error',
  temperror: 'unknown',
};

/** What came of a term, in a word or two. */
const effects: Readonly<Record<SpfStep['effect'], string>> = {
  match: 'matches',
  'no-match': 'no match',
  temperror: 'temperror',
  permerror: 'permerror',
  followed: 'followed',
  explained: 'explained',
  unexplained: 'no text',
};

function isIdle({ effect, questions, nested }: SpfStep): boolean {
  return effect === 'no-match' && questions.length === 0 && nested === undefined;
}

/** What a step says beside its result: nothing where the terms below it, or the word itself, say it. */
function whyOf({ effect, reason, nested, questions }: SpfStep): string {
  if (effect === 'temperror' || effect === 'permerror') return ` (${legible(reason)})`;
  if (nested) return effect === 'match' ? '' : ` (${legible(reason)})`;
  return effect === 'no-match' || questions.length > 0 ? ` (${legible(reason)})` : '';
}

/** Characters of a term. */
const shownTerm = 100;

function stepLines(step: SpfStep, before: string, { width }: RenderOptions, paint: Paint): string[] {
  const label = `${legible(cut(step.term, shownTerm))}: ${effects[step.effect]}`;
  const lines = wrap(`${label}${whyOf(step)}`, Math.max(20, width - before.length - 2));
  return lines.map((line, index) => {
    const text = `${before}${index === 0 ? '' : '  '}${line}`;
    return step.effect === 'no-match' ? paint('quiet', text) : text;
  });
}

/** Where an include led is drawn only where it decided something. */
function isDrawn({ effect, nested }: SpfStep): boolean {
  return nested !== undefined && effect !== 'no-match';
}

function visitLines(visit: SpfVisit, before: string, options: RenderOptions, paint: Paint): string[] {
  const lines: string[] = [];
  let idle = visit.omitted ?? 0;
  const flush = () => {
    if (idle > 0)
      lines.push(paint('quiet', `${before}${idle} ${idle === 1 ? 'network' : 'networks'}: no match`));
    idle = 0;
  };
  for (const step of visit.steps) {
    if (isIdle(step)) {
      idle += 1;
      continue;
    }
    flush();
    lines.push(...stepLines(step, before, options, paint));
    if (step.nested && isDrawn(step)) {
      lines.push(...visitLines(step.nested, nextGuide(before, options), options, paint));
    }
  }
  flush();
  return lines;
}

function nextGuide(before: string, { width }: RenderOptions): string {
  return before.length + 2 <= width - 24 ? `${before}  ` : before;
}

/** Which name an evaluation is of. */
export function identityOf({ identity, sender, helo }: SpfEvaluation): string {
  if (identity === 'helo') return `EHLO ${helo}`;
  return sender === '' ? `null sender, EHLO ${helo}` : `envelope sender ${sender}`;
}

/** The result for one address, and how it came about. */
export function pathLines(one: SpfEvaluation, options: RenderOptions, paint: Paint): string[] {
  const { address, result, lookups, voidLookups, explanation, presumed, reason, trace } = one;
  const heading = `${address}: ${result}`;
  const counts = `${lookups} ${lookups === 1 ? 'lookup' : 'lookups'}, ${voidLookups} void`;
  const open = presumed.length > 0 ? '; it hangs on what was not given' : '';
  return [
    paint(tones[result], heading),
    ...wrap(`${legible(identityOf(one))}; ${counts}${open}`, options.width - 2).map((line) => `  ${line}`),
    ...(trace ? visitLines(trace, '  ', options, paint) : []),
    ...(trace && trace.steps.length > 0
      ? []
      : wrap(legible(reason), options.width - 2).map((line) => `  ${line}`)),
    ...(explanation === undefined
      ? []
      : wrap(`The domain explains: "${legible(explanation)}"`, options.width - 2).map((line) => `  ${line}`)),
  ];
}
