import { type Case, octets } from '../case.ts';
import type { Checked } from '../model/check-host.ts';
import { isAscii, type Sender } from '../model/session.ts';
import type { Difference } from './disagreement.ts';

/** What pyspf and Mail::SPF have in common. */
export const both: readonly Difference[] = [
  {
    id: 'sender-as-written',
    clause: 'RFC 7208 §4.3, §7.3',
    right: 'program',
    program: '%{s} is a local part, an at sign and a domain: postmaster for none, no final dot',
    peer: 'what the client wrote',
    why: 'postmaster is put in for the local part of <sender>, and %{s} is always an address with both parts.',
    reading: (Base) =>
      class extends Base {
        override readSender(theCase: Case): Sender {
          const { sender, helo } = theCase;
          return { ...super.readSender(theCase), whole: sender === '' ? `postmaster@${helo}` : sender };
        }
      },
  },
  {
    id: 'u-labels',
    clause: 'RFC 7208 §4.3, RFC 8616 §4',
    right: 'program',
    program: 'a domain in U-labels is looked up in A-labels',
    peer: 'as it is written',
    why: 'U-labels are converted before anything is looked up.',
    reading: (Base) =>
      class extends Base {
        override readDomain(written: string): string {
          return isAscii(written) ? super.readDomain(written) : written.replace(/\.$/, '');
        }

        override helo(): string {
          return this.theCase.helo;
        }
      },
  },
  {
    id: 'domain-literal',
    clause: 'RFC 7208 §2.3, §4.3',
    right: 'program',
    program: 'none for an address literal and whatever else is no host name',
    peer: 'the DNS is asked for it',
    why: 'A check can only be made for a valid domain name of several labels.',
    reading: (Base) =>
      class extends Base {
        override checkFirst(domain: string): Checked {
          return this.check(domain);
        }
      },
  },
  {
    id: 'single-label',
    clause: 'RFC 7208 §4.3',
    right: 'program',
    program: 'none for a domain of one label',
    peer: 'the DNS is asked for its record',
    why: 'What is no multi-label domain name gives none at once.',
    reading: (Base) =>
      class extends Base {
        override isUsable(domain: string): boolean {
          return !this.isMalformed(domain);
        }
      },
  },
  {
    id: 'local-part-not-ascii',
    clause: 'RFC 8616 §4',
    right: 'program',
    program: 'a term whose name needs a local part beyond ASCII matches nothing',
    peer: 'the name is asked for, and found nowhere',
    why: 'Such terms are said not to match; they ask nothing and cost no void lookup.',
    reading: (Base) =>
      class extends Base {
        override isUnmatchable(): boolean {
          return false;
        }

        override isAskable(): boolean {
          return true;
        }
      },
  },
  {
    id: 'backslash',
    clause: 'RFC 7208 §4.8',
    right: 'program',
    program: 'a backslash that a macro brings in is a character of its label',
    peer: 'the resolver takes it for an escape',
    why: 'The result of the expansion is not escaped, so that a backslash in it stands for itself.',
    reading: (Base) =>
      class extends Base {
        override onWire(name: string): string {
          return octets(name);
        }
      },
  },
  {
    id: 'p-counted',
    clause: 'RFC 7208 §4.6.4',
    right: 'open',
    program: 'a term with %{p} counts twice, for itself and for the PTR question',
    peer: 'counts once',
    why: 'The limit is one on terms, yet the PTR records that %{p} queries are said to be included in it.',
    reading: (Base) =>
      class extends Base {
        override cost(): number {
          return 1;
        }
      },
  },
  {
    id: 'explanation-length',
    clause: 'RFC 7208 §6.2',
    right: 'open',
    program: 'an explanation has 1000 characters at most',
    peer: 'is as long as it comes',
    why: 'An implementation may limit the length.',
    reading: (Base) =>
      class extends Base {
        override cut(explanation: string): string {
          return explanation;
        }
      },
  },
];
