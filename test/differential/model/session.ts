import { toDomainName } from '../../../src/domain.ts';
import { byText } from '../../../src/spf/order.ts';
import { type Ip, inNetwork, parseIp, reverseName, unmapped } from '../../../src/text/ip.ts';
import { type Case, lookup, type Outcome, type QuestionType, type Reply } from '../case.ts';

/** Ends a check_host() with this result (RFC 7208 §4.6.2); `crash` ends all of them. */
export class Ended extends Error {
  readonly result: Outcome['result'];

  constructor(result: Outcome['result']) {
    super(result);
    this.result = result;
  }
}

/** What `ask` gives; null where it ends in a temperror. */
export function unlessFailed<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Ended && error.result === 'temperror') return null;
    throw error;
  }
}

export function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}

export interface Sender {
  readonly local: string;
  readonly domain: string;
  /** The value of `%{s}`. */
  readonly whole: string;
}

/** The client, its names, and the limits: what one evaluation shares with all it leads to. */
export class Session {
  readonly theCase: Case;
  readonly ip: Ip;
  readonly sender: Sender;
  lookups = 0;
  voids = 0;
  /** A question of the term that is tested found nothing. */
  empty = false;

  constructor(theCase: Case) {
    this.theCase = theCase;
    const ip = parseIp(theCase.ip);
    if (!ip) throw new Error(`no address: ${theCase.ip}`);
    this.ip = unmapped(ip);
    this.sender = this.readSender(theCase);
  }

  /** RFC 7208 §2.4, §4.3. */
  readSender({ sender, helo }: Case): Sender {
    const at = sender.lastIndexOf('@');
    const local = at > 0 ? sender.slice(0, at) : 'postmaster';
    const domain = this.readDomain(sender === '' ? helo : sender.slice(at + 1));
    return { local, domain, whole: `${local}@${domain}` };
  }

  /** RFC 7208 §4.3: A-labels; one final dot is none of the name. */
  readDomain(written: string): string {
    return (isAscii(written) ? written : (toDomainName(written) ?? written)).replace(/\.$/, '');
  }

  /** The octets that a transport makes of a name. */
  onWire(name: string): string {
    return name;
  }

  ask<T extends QuestionType>(name: string, type: T): Reply<T> {
    const reply = lookup(this.theCase.zone, this.onWire(name), type);
    if (reply.status === 'servfail' || reply.status === 'timeout') throw new Ended('temperror');
    return reply;
  }

  /** A question that counts where it finds nothing. */
  askForTerm<T extends QuestionType>(name: string, type: T): Reply<T> {
    const reply = this.ask(name, type);
    if (reply.status !== 'found') this.foundNothing(reply);
    return reply;
  }

  /** RFC 7208 §4.6.4 counts the terms, not the questions. */
  foundNothing(_reply: Reply<QuestionType>): void {
    this.empty = true;
  }

  charge(count: number): void {
    this.lookups += count;
    if (this.lookups > 10) throw new Ended('permerror');
  }

  chargeVoid(): void {
    this.voids += 1;
    if (this.voids > 2) throw new Ended('permerror');
  }

  addresses(name: string): readonly string[] {
    return this.askForTerm(name, this.ip.family === 4 ? 'A' : 'AAAA').values;
  }

  isClient(address: string, prefix: number): boolean {
    const other = parseIp(address);
    return other !== null && inNetwork(this.ip, other, prefix);
  }

  /** RFC 7208 §5.5: a failed question gives no name; §4.6.4: the first ten. */
  ptrNames(): string[] {
    const names = new Set(this.tolerant(() => this.askPtr())?.map((name) => name.toLowerCase()));
    names.delete('');
    return [...names].slice(0, 10).toSorted(byText);
  }

  /** Of a question that validates a name (RFC 7208 §5.5). */
  tolerant<T>(ask: () => T): T | null {
    return unlessFailed(ask);
  }

  arpaName(): string {
    return reverseName(this.ip);
  }

  askPtr(): readonly string[] {
    return this.askForTerm(this.arpaName(), 'PTR').values;
  }

  isValidated(name: string): boolean {
    const addresses = this.tolerant(() => this.addresses(name)) ?? [];
    return addresses.some((address) => this.isClient(address, 128));
  }

  /** The value of `%{p}` (RFC 7208 §7.3). */
  validatedName(domain: string): string {
    const names = this.ptrNames().filter((name) => this.isValidated(name));
    const below = names.find((name) => name.endsWith(`.${domain.toLowerCase()}`));
    return names.find((name) => name === domain.toLowerCase()) ?? below ?? names[0] ?? 'unknown';
  }
}
