import { parseDomainSpec } from '../../../src/spf/domain-spec.ts';
import { Ended } from '../model/session.ts';
import type { Target } from '../model/macros.ts';
import type { Difference } from './disagreement.ts';
import { broken, modifierOf, rewords, specOf } from './words.ts';

/** How Mail::SPF 2.9.0 reads a record. */

const upperReverse = /%\{[a-zA-Z]\d*R/;

/** A macro by its grammar: any letter, any number. */
const anyMacro = /%\{([a-z])(\d*)r?[.\-+,/_=]*\}/gi;

function marked(value: string, letters: string, mark: string): string {
  return value.replace(anyMacro, (written, letter: string, digits: string) =>
    !letters.includes(letter.toLowerCase()) || /^0+$/.test(digits) ? mark : written,
  );
}

/** Two octets of UTF-8, as a letter of ASCII. */
function folded(text: string): string {
  return text.replace(/\u00c3[\u0080-\u00bf]/g, 'q');
}

export const mailSpfRecords: readonly Difference[] = [
  {
    id: 'macro-reverse-case',
    clause: 'RFC 7208 §7.1, §12',
    right: 'program',
    program: '%{dR} reverses as %{dr} does',
    peer: 'a syntax error',
    why: 'Literal text in the grammar is case-insensitive.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) => (upperReverse.test(word) ? broken : word));
        }

        override isMacroString(text: string): boolean {
          return !upperReverse.test(text) && super.isMacroString(text);
        }
      },
  },
  {
    id: 'macro-fault-when-reached',
    clause: 'RFC 7208 §4.6',
    right: 'program',
    program: 'a macro letter that there is not, or not here, and zero parts are syntax errors',
    peer: 'a permerror when the term is evaluated; nothing in an unknown modifier',
    why: 'A syntax error anywhere in the record is a permerror before any evaluation.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          const late = this.standIn(() => {
            throw new Ended('permerror');
          });
          return rewords(super.reread(text, domain), (word) => {
            const pieces = specOf(word);
            if (pieces) return pieces.head + marked(pieces.spec, 'slodiphv', late) + pieces.tail;
            return modifierOf(word) ? marked(word, '', '') : word;
          });
        }
      },
  },
  {
    id: 'prefix-without-domain',
    clause: 'RFC 7208 §5.3, §5.4',
    right: 'program',
    program: 'a:/24 is a syntax error',
    peer: 'the same as a/24',
    why: 'Behind the colon a domain-spec has to follow.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) =>
            word.replace(/^([-+?~]?(?:a|mx)):(?=\/)/i, '$1'),
          );
        }
      },
  },
  {
    id: 'colon-missing',
    clause: 'RFC 7208 §5.2, §5.7',
    right: 'program',
    program: 'exists/%{i}.example.com is a syntax error',
    peer: 'the slash is the first character of the domain-spec',
    why: 'A domain-spec stands behind a colon.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) => {
            const [, name, rest] = /^([-+?~]?(?:a|mx|ptr|exists|include))(\/.*)$/i.exec(word) ?? [];
            const spec = specOf(`${name}:${rest}`)?.spec;
            const fits = spec !== undefined && parseDomainSpec(spec, 0).problems.length === 0;
            return fits ? `${name}:${rest}` : word;
          });
        }
      },
  },
  {
    id: 'letters-not-ascii',
    clause: 'RFC 7208 §4.6.1, §7.1',
    right: 'program',
    program: 'a top label or a modifier name with letters beyond ASCII is a syntax error',
    peer: 'letters like others',
    why: 'ALPHA is a letter of ASCII.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) => {
            const [whole, rest, top = ''] = /^(.*\.)([^.%]+)$/s.exec(specOf(word)?.spec ?? '') ?? [];
            if (whole !== undefined) return word.replace(whole, `${rest}${folded(top)}`);
            const equals = word.indexOf('=');
            return equals < 0 ? word : folded(word.slice(0, equals)) + word.slice(equals);
          });
        }
      },
  },
  {
    id: 'url-escape-lost',
    clause: 'RFC 7208 §7.3',
    right: 'program',
    program: 'an upper-case macro letter in a domain-spec means URL escapes',
    peer: 'it is folded to lower case with the rest of the domain-spec',
    why: 'Uppercase macros are URL-escaped, wherever they stand.',
    reading: (Base) =>
      class extends Base {
        override target(spec: string | null, domain: string): Target {
          return super.target(spec?.toLowerCase() ?? null, domain);
        }
      },
  },
];
