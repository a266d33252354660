import type { Case } from '../case.ts';
import type { Target } from '../model/macros.ts';
import { isAscii, type Sender } from '../model/session.ts';
import type { Difference } from './disagreement.ts';

/** What pyspf 2.0.14 takes for names and for text. */
export const pyspfNames: readonly Difference[] = [
  {
    id: 'sender-first-at',
    clause: 'RFC 7208 §4.1, RFC 5321 §4.1.2',
    right: 'program',
    program: 'the domain of "a@b"@example.com is example.com',
    peer: 'what follows the first at sign',
    why: 'A quoted local part may hold an at sign, a domain never does.',
    reading: (Base) =>
      class extends Base {
        override readSender(theCase: Case): Sender {
          const read = super.readSender(theCase);
          const [local = '', ...rest] = theCase.sender.split('@');
          return rest.length < 2 ? read : { ...read, local, domain: this.readDomain(rest.join('@')) };
        }
      },
  },
  {
    id: 'final-dot',
    clause: 'RFC 7208 §4.3',
    right: 'program',
    program: 'a final dot is none of the domain',
    peer: 'none',
    why: 'A zero-length label makes a domain malformed unless it stands at the end.',
    reading: (Base) =>
      class extends Base {
        override readDomain(written: string): string {
          return super.readDomain(written) + (written.endsWith('.') ? '.' : '');
        }
      },
  },
  {
    id: 'two-final-dots',
    clause: 'RFC 7208 §4.8',
    right: 'open',
    program: 'a target that ends in two dots has an empty label, and matches nothing',
    peer: 'both dots are taken off before the question',
    why: 'For names with empty labels there is no provision.',
    reading: (Base) =>
      class extends Base {
        override target(spec: string | null, domain: string): Target {
          const target = super.target(spec, domain);
          const bare = target.name.replace(/\.$/, '');
          return target.kind === 'malformed' && !this.isMalformed(bare)
            ? { ...target, kind: 'name' }
            : target;
        }
      },
  },
  {
    id: 'domain-case',
    clause: 'RFC 7208 §7.3',
    right: 'open',
    program: '%{d} in lower case',
    peer: 'as the sender or the record wrote it',
    why: 'A name is the same in any case; which one an explanation shows is said nowhere.',
    reading: (Base) =>
      class extends Base {
        override firstDomain(): string {
          return this.sender.domain;
        }

        override nestedDomain({ written }: Target): string {
          return this.fitted(written);
        }
      },
  },
  {
    id: 'name-length',
    clause: 'RFC 7208 §7.3',
    right: 'program',
    program: 'labels are removed from a name until it has 253 characters',
    peer: 'one label is removed, from an explanation too',
    why: 'Successive labels go until the rest fits, where the result is used in a query.',
    reading: (Base) =>
      class extends Base {
        override fitted(written: string): string {
          return this.shortened(written.replace(/\.$/, ''));
        }

        override isTooLong(): boolean {
          return false;
        }

        override cut(explanation: string): string {
          return this.shortened(super.cut(explanation));
        }

        shortened(text: string): string {
          return text.length > 253 && text.includes('.') ? text.slice(text.indexOf('.') + 1) : text;
        }
      },
  },
  {
    id: 'explanation-characters',
    clause: 'RFC 7208 §6.2',
    right: 'program',
    program: 'no explanation that holds more than printable ASCII',
    peer: 'with what a macro or a control character brings in',
    why: 'The explanation goes into an SMTP reply and is limited to US-ASCII.',
    reading: (Base) =>
      class extends Base {
        override isExplainString(text: string): boolean {
          return isAscii(text) && this.isMacroString(text);
        }

        override isExplanation(): boolean {
          return true;
        }
      },
  },
];
