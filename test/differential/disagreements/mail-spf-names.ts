import type { HostTerm, NamedTerm, PtrTerm } from '../../../src/spf/parse.ts';
import { octets, type QuestionType, type Reply } from '../case.ts';
import type { Macro, Target } from '../model/macros.ts';
import { Ended } from '../model/session.ts';
import type { Difference } from './disagreement.ts';

/** What Mail::SPF 2.9.0 makes of macros and of names. */
export const mailSpfNames: readonly Difference[] = [
  {
    id: 'delimiters-alone',
    clause: 'RFC 7208 §7.3, §7.4',
    right: 'program',
    program: '%{l-} is split at hyphens and joined with dots',
    peer: 'nothing is split without a number or r',
    why: 'A value is split where transformers or delimiters are given, and an example shows it.',
    reading: (Base) =>
      class extends Base {
        override parts(value: string, macro: Macro): string[] {
          return macro.digits + macro.reverse === '' ? [value] : super.parts(value, macro);
        }
      },
  },
  {
    id: 'empty-parts-lost',
    clause: 'RFC 7208 §7.3',
    right: 'program',
    program: 'a delimiter at the end of a value leaves an empty part',
    peer: 'empty parts at the end are dropped',
    why: 'Delimiters at the end get no special treatment, so that parts may be empty.',
    reading: (Base) =>
      class extends Base {
        override parts(value: string, macro: Macro): string[] {
          const parts = super.parts(value, macro);
          if (macro.digits + macro.reverse === '') return parts;
          return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
        }
      },
  },
  {
    id: 'helo-empty',
    clause: 'RFC 7208 §7.3',
    right: 'program',
    program: '%{h} of an empty HELO is empty',
    peer: 'unknown',
    why: '%{h} is the parameter that was given; the word unknown belongs to %{p} and %{r}.',
    reading: (Base) =>
      class extends Base {
        override helo(): string {
          return this.theCase.helo === '' ? 'unknown' : this.theCase.helo;
        }
      },
  },
  {
    id: 'domain-case',
    clause: 'RFC 7208 §7.3',
    right: 'open',
    program: '%{o} as the client wrote it, %{d} in lower case and as long as a name',
    peer: '%{o} in lower case; %{d} as macros made it',
    why: 'A name is the same in any case; which one, and how much, an explanation shows is said nowhere.',
    reading: (Base) =>
      class extends Base {
        override readDomain(written: string): string {
          return super.readDomain(written).toLowerCase();
        }

        /** A final dot that stands there is dropped; one that a macro brings in stays. */
        override target(spec: string | null, domain: string): Target {
          return super.target(spec?.replace(/\.$/, '') ?? null, domain);
        }

        override nestedDomain({ written }: Target): string {
          return written;
        }

        /** Only a domain that came out of a record is made to fit. */
        override select(domain: string): string | null {
          return super.select(domain === this.firstDomain() ? domain : this.fitted(domain));
        }
      },
  },
  {
    id: 'label-cut',
    clause: 'RFC 7208 §7.3',
    right: 'program',
    program: 'a label of more than 63 characters stays one',
    peer: 'is cut to 63; a name of more than 253 that begins with a dot is cut for ever',
    why: 'Whole labels are removed where a name is too long, and none is ever cut.',
    reading: (Base) =>
      class extends Base {
        override fitted(written: string): string {
          let name = written.replace(/([^.]{63})[^.]+/g, '$1');
          while (name.length > 253) {
            if (!/^[^.]+\../.test(name)) throw new Ended('crash');
            name = name.slice(name.indexOf('.') + 1);
          }
          return name.replace(/\.$/, '');
        }
      },
  },
  {
    id: 'malformed-name',
    clause: 'RFC 7208 §4.3, §4.8',
    right: 'program',
    program: 'a malformed domain gives none; a malformed target matches nothing',
    peer: 'the resolver dies of it, and no result is given',
    why: 'Of a domain it is none; of a target there is no provision, but a result there has to be.',
    reading: (Base) =>
      class extends Base {
        override isMalformed(): boolean {
          return false;
        }

        override ask<T extends QuestionType>(name: string, type: T): Reply<T> {
          const labels = octets(name).replace(/\.$/, '').split('.');
          const dies = labels.some((label) => label === '' || label.length > 63);
          if (name !== '' && dies) throw new Ended('crash');
          return super.ask(name, type);
        }
      },
  },
  {
    id: 'ptr-target',
    clause: 'RFC 7208 §4.8, §5.5, §7.3',
    right: 'program',
    program: 'the target of ptr is a name like any other: without final dot, and short enough',
    peer: 'text that the names of the client are compared with',
    why: 'It is the target-name that validated names have to match, and trailing dots are accepted.',
    reading: (Base) =>
      class extends Base {
        override asking(term: HostTerm | PtrTerm | NamedTerm, domain: string): boolean {
          if (term.kind !== 'ptr') return super.asking(term, domain);
          return this.ptr(this.target(term.domain?.text ?? null, domain).written.toLowerCase());
        }
      },
  },
];
