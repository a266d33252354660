import type { Macro } from '../model/macros.ts';
import { isAscii } from '../model/session.ts';
import type { Difference } from './disagreement.ts';
import { endsInPercent } from './pyspf-records.ts';
import { broken, revalues, rewords } from './words.ts';

/** How pyspf 2.0.14 reads and expands macros. */

/** The parts of a value and, between them, the delimiters that stood there. */
function pieces(value: string, delimiters: string): string[] {
  const list = [''];
  for (const char of value) {
    if (delimiters.includes(char)) list.push(char, '');
    else list[list.length - 1] += char;
  }
  return list;
}

/** What is joined with dots are local parts. */
function rejoined(value: string, { letter, digits, reverse, delimiters }: Macro): string {
  const dots = 'ls'.includes(letter.toLowerCase());
  const list = pieces(value, delimiters === '' ? '.' : delimiters);
  const joined = list.map((piece, index) => (dots && index % 2 === 1 ? '.' : piece));
  const ordered = reverse === '' ? joined : joined.toReversed();
  if (digits === '') return ordered.join('');
  // Zero parts are all but the first.
  return ordered.slice(Number(digits) === 0 ? 1 : 1 - 2 * Number(digits)).join('');
}

/** What pyspf finds at fault before it looks for macros. */
const refused = /(?<!%)%[^{%_-]|%$/s;

const grammar = /^%\{[a-z]\d*r?[.\-+,/_=]*\}$/i;
const zero = /^%\{.0+\D/;

export const pyspfMacros: readonly Difference[] = [
  {
    id: 'macro-transformers',
    clause: 'RFC 7208 §7.1, §7.3',
    right: 'program',
    program: 'a macro with other transformers or delimiters, or of zero parts, is a syntax error',
    peer: 'what is understood of it is done',
    why: 'The grammar of macro-expand has no more than digits, r and seven delimiters, and the number is not zero.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return revalues(super.reread(text, domain), (value) => this.understood(value, domain));
        }

        override expandedExplanation(text: string | null, domain: string): string {
          return super.expandedExplanation(text === null ? null : this.understood(text, domain), domain);
        }

        understood(text: string, domain: string): string {
          if (refused.test(text)) return text;
          return text.replace(/%\{[^}]*\}|%[%_-]/g, (written) => {
            const fine = grammar.test(written) && !zero.test(written);
            if (fine || !written.startsWith('%{') || !isAscii(written)) return written;
            const [, letter, digits = '', reverse = '', delimiters = ''] =
              /^([slodiphvSLODIPHV])(\d*)(r?)([^0-9a-zA-Z]*)/.exec(written.slice(2, -1)) ?? [];
            if (letter === undefined) return written;
            return this.standIn(() => this.replacement({ letter, digits, reverse, delimiters }, domain));
          });
        }
      },
  },
  {
    id: 'macro-unclosed',
    clause: 'RFC 7208 §7.1, §7.3',
    right: 'program',
    program: 'a brace that is not closed, or a percent sign that begins nothing, is a syntax error',
    peer: 'text as it stands, where the percent sign has a brace behind or another before it',
    why: 'A percent sign is no macro-literal.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return revalues(super.reread(text, domain), (value) => this.literal(value));
        }

        override expandedExplanation(text: string | null, domain: string): string {
          return super.expandedExplanation(text === null ? null : this.literal(text), domain);
        }

        literal(text: string): string {
          if (refused.test(text)) return text;
          return text.replace(/%\{[^}]*\}|%[%_-]|%\{(?=.)|%(?=[^{])/g, (written, at: number) => {
            const stray = written === '%{' || (written === '%' && text[at - 1] === '%');
            return stray ? this.standIn(() => written) : written;
          });
        }
      },
  },
  {
    id: 'percent-at-end',
    clause: 'RFC 7208 §7.1',
    right: 'program',
    program: '%% may stand at the end',
    peer: 'a syntax error',
    why: '%% is a macro-expand, which may end a domain-spec and every other macro-string.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) => (endsInPercent(word) ? broken : word));
        }

        override isMacroString(text: string): boolean {
          return !text.endsWith('%') && super.isMacroString(text);
        }
      },
  },
  {
    id: 'macro-rejoined',
    clause: 'RFC 7208 §7.3',
    right: 'program',
    program: 'parts are joined with dots',
    peer: 'with the delimiters that stood there, but for %{l} and %{s}',
    why: 'The parts are rejoined with a dot and not with the characters they were split at.',
    reading: (Base) =>
      class extends Base {
        override transformed(value: string, macro: Macro): string {
          return macro.digits + macro.reverse + macro.delimiters === '' ? value : rejoined(value, macro);
        }
      },
  },
  {
    id: 'macro-reverse-case',
    clause: 'RFC 7208 §7.1, §12',
    right: 'program',
    program: '%{dR} reverses as %{dr} does',
    peer: 'the R and the delimiters behind it are passed over',
    why: 'Literal text in the grammar is case-insensitive.',
    reading: (Base) =>
      class extends Base {
        override transformed(value: string, macro: Macro): string {
          const read = macro.reverse === 'R' ? { ...macro, reverse: '', delimiters: '' } : macro;
          return super.transformed(value, read);
        }
      },
  },
];
