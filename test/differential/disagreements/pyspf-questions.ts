import { byText } from '../../../src/spf/order.ts';
import type { HostTerm, NamedTerm, PtrTerm, SpfRecord, SpfTerm } from '../../../src/spf/parse.ts';
import type { Target } from '../model/macros.ts';
import { Ended, isAscii } from '../model/session.ts';
import type { Difference } from './disagreement.ts';

/** What pyspf 2.0.14 asks, when, and what it makes of the answers. */
export const pyspfQuestions: readonly Difference[] = [
  {
    id: 'ptr-failure',
    clause: 'RFC 7208 §5.5, §7.3',
    right: 'program',
    program: 'a failed PTR question is no match, a failed address question skips that name',
    peer: 'temperror',
    why: 'Both are said of ptr in as many words, and a DNS error makes unknown of %{p}.',
    reading: (Base) =>
      class extends Base {
        override tolerant<T>(ask: () => T): T | null {
          return ask();
        }
      },
  },
  {
    id: 'ptr-order',
    clause: 'RFC 7208 §7.3',
    right: 'open',
    program: 'of the validated names, those first by text go first, each once',
    peer: 'in the order of the answer, each as often as it stands there',
    why: 'Any name of the list may be %{p} where none is the domain or below it.',
    reading: (Base) =>
      class extends Base {
        override ptrNames(): string[] {
          return [...(this.tolerant(() => this.askPtr()) ?? [])].slice(0, 10).filter((name) => name !== '');
        }

        override validatedName(domain: string): string {
          const names = this.ptrNames().filter((name) => this.isValidated(name));
          const below = names.find((name) => name.endsWith(`.${domain}`));
          return names.includes(domain) ? domain : (below ?? names[0] ?? 'unknown');
        }

        override ptr(target: string): boolean {
          const names = this.ptrNames().filter((name) => this.isValidated(name));
          return names.some((name) => `.${name.toLowerCase()}`.endsWith(`.${target}`));
        }
      },
  },
  {
    id: 'ptr-malformed',
    clause: 'RFC 7208 §4.8',
    right: 'open',
    program: 'ptr with a target that is no name asks nothing',
    peer: 'asks for the names of the client all the same',
    why: 'For such a target there is no provision; a failure or a void lookup too many can come of it.',
    reading: (Base) =>
      class extends Base {
        override withoutName(term: HostTerm | PtrTerm | NamedTerm, target: Target): boolean {
          return term.kind === 'ptr' ? this.ptr(target.name) : super.withoutName(term, target);
        }
      },
  },
  {
    id: 'p-when-read',
    clause: 'RFC 7208 §4.6.2, §7.3',
    right: 'program',
    program: '%{p} is found when the evaluation comes to its term, for the domain of its record',
    peer: 'when a record is read, and once for all records',
    why: 'Mechanisms are considered in turn, and the name to prefer is that of <domain>.',
    reading: (Base) =>
      class extends Base {
        #validated: string | null = null;

        /** What is not ASCII is refused before. */
        override read(text: string, domain: string): SpfRecord {
          if (!isAscii(text)) throw new Ended('permerror');
          return super.read(text, domain);
        }

        override readTerm(term: SpfTerm, domain: string): void {
          super.readTerm(term, domain);
          if (term.kind === 'modifier') this.expand(term.value.text, domain);
          else if ('domain' in term && term.domain) this.expand(term.domain.text, domain);
        }

        override validatedName(domain: string): string {
          this.#validated ??= super.validatedName(domain);
          return this.#validated;
        }
      },
  },
  {
    id: 'exp-when-read',
    clause: 'RFC 7208 §4.6.4, §6.2',
    right: 'program',
    program: 'an explanation is fetched after a fail, and costs nothing before',
    peer: 'when the record is read: what its %{p} finds nothing for counts',
    why: 'It is computed if the result is a fail, by a lookup at a later time.',
    reading: (Base) =>
      class extends Base {
        readonly #told = new Map<string, string>();

        override readTerm(term: SpfTerm, domain: string): void {
          super.readTerm(term, domain);
          if (term.kind !== 'exp') return;
          const { name } = this.target(term.domain.text, domain);
          this.#told.set(
            domain,
            this.orNone(() => this.expandedExplanation(this.explainString(name), domain)),
          );
        }

        override explanation({ domain }: { readonly domain: string }): string {
          return this.#told.get(domain) ?? '';
        }
      },
  },
  {
    id: 'void-questions',
    clause: 'RFC 7208 §4.6.4',
    right: 'program',
    program: 'a term counts once, however many of its questions find nothing',
    peer: 'each question counts',
    why: 'Limited is the number of terms for which questions find nothing.',
    reading: (Base) =>
      class extends Base {
        override foundNothing(): void {
          this.chargeVoid();
        }
      },
  },
  {
    id: 'mx-order',
    clause: 'RFC 7208 §5.4',
    right: 'open',
    program: 'MX hosts of one preference by name, whatever its case',
    peer: 'by name as it is written, capitals first',
    why: 'No order is given; it decides whether a failure or a void lookup too many comes first.',
    reading: (Base) =>
      class extends Base {
        override exchanges(target: string): string[] {
          return this.askForTerm(target, 'MX')
            .values.toSorted(([a, one], [b, other]) => a - b || byText(one, other))
            .flatMap(([, exchange]) => (exchange === '' ? [] : [exchange.toLowerCase()]));
        }
      },
  },
  {
    id: 'mx-limit',
    clause: 'RFC 7208 §4.6.4, §5.4',
    right: 'open',
    program: 'the eleventh MX record is a permerror if none of the first ten matches',
    peer: 'a permerror before any is tried',
    why: 'The limit is on the questions for addresses, and a match ends the evaluation before the eleventh.',
    reading: (Base) =>
      class extends Base {
        override exchanges(target: string): string[] {
          const exchanges = super.exchanges(target);
          if (exchanges.length > 10) throw new Ended('permerror');
          return exchanges;
        }
      },
  },
  {
    id: 'mx-all-addresses',
    clause: 'RFC 7208 §5, §5.4',
    right: 'open',
    program: 'the first host whose address matches decides',
    peer: 'the addresses of all hosts are fetched before any is compared: a later failure is a temperror',
    why: 'Every name is said to be looked up, a failure to stop the mechanism, and any address to be a match.',
    reading: (Base) =>
      class extends Base {
        override mx(target: string, { prefix4, prefix6 }: HostTerm): boolean {
          const addresses = this.exchanges(target).flatMap((name) => this.addresses(name));
          return addresses.some((address) =>
            this.isClient(address, this.ip.family === 4 ? prefix4 : prefix6),
          );
        }
      },
  },
];
