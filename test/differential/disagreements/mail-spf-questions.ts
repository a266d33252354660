import type { HostTerm, NetworkTerm, SpfRecord } from '../../../src/spf/parse.ts';
import { inNetwork, parseIp } from '../../../src/text/ip.ts';
import type { QuestionType, Reply } from '../case.ts';
import type { Checked } from '../model/check-host.ts';
import type { Difference } from './disagreement.ts';

/** What Mail::SPF 2.9.0 asks, when, and what it makes of the answers. */

/** 2: the domain itself, 1: below it, 0: another. */
function rankOf(name: string, domain: string): 0 | 1 | 2 {
  const [own, wanted] = [`.${name}`.toLowerCase(), `.${domain}`.toLowerCase()];
  if (own === wanted) return 2;
  return own.endsWith(wanted) ? 1 : 0;
}

export const mailSpfQuestions: readonly Difference[] = [
  {
    id: 'redirect-counted',
    clause: 'RFC 7208 §4.6.4',
    right: 'program',
    program: 'a redirect counts when it is followed',
    peer: 'whenever its record comes to a result',
    why: 'What counts are terms that cause questions; beside a mechanism that matches, a redirect causes none.',
    reading: (Base) =>
      class extends Base {
        override modified(record: SpfRecord, domain: string, checked: Checked | null): Checked {
          const redirect = this.modifier(record, 'redirect');
          if (checked && redirect) this.chargeRedirect(redirect);
          return super.modified(record, domain, checked);
        }
      },
  },
  {
    id: 'exp-always',
    clause: 'RFC 7208 §6.2',
    right: 'program',
    program: 'an explanation is fetched after a fail, and trouble with it leaves none',
    peer: 'its name is expanded and asked for whatever the result, which trouble replaces',
    why: 'It is computed if the result is a fail, and errors are as if there were no exp.',
    reading: (Base) =>
      class extends Base {
        readonly #told = new Map<string, string | null>();

        override modified(record: SpfRecord, domain: string, checked: Checked | null): Checked {
          const exp = this.modifier(record, 'exp');
          if (exp) this.#told.set(domain, this.explainString(this.target(exp.domain.text, domain).name));
          return super.modified(record, domain, checked);
        }

        override explanation({ domain }: { readonly domain: string }): string {
          return this.expandedExplanation(this.#told.get(domain) ?? null, domain);
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
        override foundNothing(_reply: Reply<QuestionType>): void {
          this.chargeVoid();
        }
      },
  },
  {
    id: 'void-alias',
    clause: 'RFC 7208 §4.6.4',
    right: 'open',
    program: 'an alias with nothing behind it is a void lookup',
    peer: 'the CNAME is an answer',
    why: 'An answer count of zero excludes the CNAME by the letter, though RCODE 3 counts whatever the answer holds.',
    reading: (Base) =>
      class extends Base {
        override foundNothing(reply: Reply<QuestionType>): void {
          if (!reply.alias) super.foundNothing(reply);
        }
      },
  },
  {
    id: 'mx-first-ten',
    clause: 'RFC 7208 §4.6.4',
    right: 'program',
    program: 'an eleventh MX record is a permerror if none of the first ten matches',
    peer: 'all beyond the first ten are passed over',
    why: 'Where the limit is exceeded, mx must give permerror; passing over is for ptr alone.',
    reading: (Base) =>
      class extends Base {
        override mx(target: string, term: HostTerm): boolean {
          const exchanges = this.exchanges(target).slice(0, 10);
          return exchanges.some((name) => this.holdsClient(name, term));
        }
      },
  },
  {
    id: 'mx-order',
    clause: 'RFC 7208 §5.4',
    right: 'open',
    program: 'MX hosts by preference and name; a null MX is no host',
    peer: 'in the order of the answer; for a null MX the root is asked',
    why: 'No order is given; it decides whether a match or a failure comes first, and which are the first ten.',
    reading: (Base) =>
      class extends Base {
        override exchanges(target: string): string[] {
          return this.askForTerm(target, 'MX').values.map(([, exchange]) => exchange.toLowerCase());
        }
      },
  },
  {
    id: 'ptr-order',
    clause: 'RFC 7208 §5.5, §7.3',
    right: 'open',
    program: 'of the names of the client, those first by text go first, each once; all are validated',
    peer: 'in the order of the answer, until one matches; ptr asks only for those at or below its target',
    why: 'Which names are asked for in vain changes no match, but it does the count of void lookups.',
    reading: (Base) =>
      class extends Base {
        override ptrNames(): string[] {
          return [...(this.tolerant(() => this.askPtr()) ?? [])].slice(0, 10);
        }

        override ptr(target: string): boolean {
          return this.ptrNames().some((name) => rankOf(name, target) > 0 && this.isValidated(name));
        }

        override validatedName(domain: string): string {
          const valid: string[] = [];
          for (const name of this.ptrNames()) {
            if (!this.isValidated(name)) continue;
            if (rankOf(name, domain) === 2) return name;
            valid.push(name);
          }
          return valid.find((name) => rankOf(name, domain) === 1) ?? valid[0] ?? 'unknown';
        }
      },
  },
  {
    id: 'ptr-failure',
    clause: 'RFC 7208 §5.5',
    right: 'program',
    program: 'a failed PTR question is no match',
    peer: 'temperror',
    why: 'If an error occurs in the PTR lookup, the mechanism fails to match.',
    reading: (Base) =>
      class extends Base {
        override ptr(target: string): boolean {
          this.ask(this.arpaName(), 'PTR');
          return super.ptr(target);
        }
      },
  },
  {
    id: 'ip6-holds-ip4',
    clause: 'RFC 7208 §5',
    right: 'program',
    program: 'ip6 never holds a client on IPv4',
    peer: 'ip6 holds it as an IPv4-mapped address',
    why: 'IPv4 addresses are only listed with ip4.',
    reading: (Base) =>
      class extends Base {
        override inNetwork(term: NetworkTerm): boolean {
          if (term.kind === 'ip4' || this.ip.family === 6) return super.inNetwork(term);
          const network = parseIp(term.address);
          const mapped = parseIp(`::ffff:${this.ip.octets.join('.')}`);
          return network !== null && mapped !== null && inNetwork(mapped, network, term.prefix);
        }
      },
  },
];
