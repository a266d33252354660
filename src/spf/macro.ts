import { problem, type SpfProblem } from './problems.ts';
import type { Span } from './record.ts';

/**
 * Macro-strings (RFC 7208 §7): literals and `%{letter transformers delimiters}`.
 *
 * Domain-specs, the values of unknown modifiers and explanation texts share this syntax. No domain-spec may hold the
 * letters c, r and t (§7.2); what an unknown modifier holds is not used.
 */

export type MacroLetter = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'h' | 'c' | 'r' | 't' | 'v';

/** Text as written, or one of `%%`, `%_` and `%-`, which stand for a percent sign, a space and `%20` (§7.1). */
export interface MacroText extends Span {
  readonly kind: 'literal' | 'escape';
  /** The text it stands for. */
  readonly text: string;
}

export interface MacroExpand extends Span {
  readonly kind: 'expand';
  readonly letter: MacroLetter;
  /** An upper-case letter: the result is URL-escaped (§7.3). */
  readonly urlEscaped: boolean;
  /** Right-hand parts to keep; null keeps all. */
  readonly keep: number | null;
  readonly reversed: boolean;
  /** Characters to split on; the dot where none is written. */
  readonly delimiters: string;
}

export type MacroPart = MacroText | MacroExpand;

export interface MacroString extends Span {
  readonly text: string;
  readonly parts: readonly MacroPart[];
}

export type MacroContext = 'domain' | 'modifier' | 'explanation';

const escapes: ReadonlyMap<string, string> = new Map([
  ['%%', '%'],
  ['%_', ' '],
  ['%-', '%20'],
]);

const letters = 'slodiphcrtv';

/** Above every number of labels a name can have (§7.3 asks for 127 at least). */
const maxKeep = 255;

/** Text that holds no macro, a percent escape, a macro up to its brace, or a percent sign that begins nothing. */
const token = /[^%]+|%[%_-]|%\{[^}]*\}?|%/g;

function parseExpand(text: string, span: Span, context: MacroContext): MacroExpand | SpfProblem {
  if (!text.endsWith('}')) return problem('macro-unclosed', span, {});
  const body = text.slice(2, -1);
  const letter = body.slice(0, 1).toLowerCase();
  if (letter === '' || !letters.includes(letter)) return problem('macro-letter', span, { text });
  if (context === 'domain' && 'crt'.includes(letter)) return problem('macro-exp-only', span, { text });
  const rest = /^(\d*)(r?)([.\-+,/_=]*)$/i.exec(body.slice(1));
  if (!rest) return problem('macro-transformer', span, { text: body.slice(1) });
  const [, digits = '', reverse = '', delimiters = ''] = rest;
  if (context !== 'modifier' && /^0+$/.test(digits)) return problem('macro-zero', span, {});
  return {
    kind: 'expand',
    ...span,
    letter: letter as MacroLetter,
    urlEscaped: !body.startsWith(letter),
    keep: digits === '' ? null : Math.min(Number(digits), maxKeep),
    reversed: reverse !== '',
    delimiters: delimiters === '' ? '.' : delimiters,
  };
}

/**
 * Reads a macro-string that stands at `start` of its record. The caller has made sure that it holds visible
 * ASCII only, or spaces beside it in an explanation.
 */
export function parseMacroString(
  text: string,
  start: number,
  context: MacroContext,
): { readonly value: MacroString; readonly problems: readonly SpfProblem[] } {
  const parts: MacroPart[] = [];
  const problems: SpfProblem[] = [];
  for (const match of text.matchAll(token)) {
    const [written] = match;
    const span = { start: start + match.index, end: start + match.index + written.length };
    const escape = escapes.get(written);
    if (escape !== undefined) parts.push({ kind: 'escape', ...span, text: escape });
    else if (written === '%') problems.push(problem('macro-percent', span, {}));
    else if (!written.startsWith('%')) parts.push({ kind: 'literal', ...span, text: written });
    else {
      const part = parseExpand(written, span, context);
      if ('kind' in part) parts.push(part);
      else problems.push(part);
    }
  }
  return { value: { start, end: start + text.length, text, parts }, problems };
}
