import {
  type HostTerm,
  isSpf,
  type KnownModifier,
  type Mechanism,
  type NamedTerm,
  type NetworkTerm,
  parseSpf,
  type PtrTerm,
  type SpfRecord,
  type SpfTerm,
} from '../../../src/spf/parse.ts';
import { byText } from '../../../src/spf/order.ts';
import type { SpfResult } from '../../../src/spf/evaluate.ts';
import type { Outcome } from '../case.ts';
import { Explanations } from './explanations.ts';
import type { Target } from './macros.ts';
import { Ended } from './session.ts';

/** The record that decided, for its `exp`. */
interface Final {
  readonly record: SpfRecord;
  readonly domain: string;
}

export interface Checked {
  readonly result: SpfResult;
  /** Null where no mechanism decided. */
  readonly final: Final | null;
}

type Effect = boolean | 'temperror' | 'permerror';

const results = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const;

/**
 * check_host() as RFC 7208 words it: one step after the other, no trace, no timer, no question ahead of its turn. Where
 * the words leave a choice it takes the one of the program. A disagreement overrides what it is about.
 */
export class CheckHost extends Explanations {
  outcome(): Outcome {
    try {
      const { result, final } = this.checkFirst(this.firstDomain());
      return {
        result,
        explanation: result === 'fail' && final ? this.orNone(() => this.explanation(final)) : '',
      };
    } catch (error) {
      if (error instanceof Ended) return { result: error.result, explanation: '' };
      throw error;
    }
  }

  firstDomain(): string {
    return this.sender.domain.toLowerCase();
  }

  /** What no mail domain can be is none (RFC 7208 §4.3). */
  checkFirst(domain: string): Checked {
    return /^[\w.-]*$/.test(domain) ? this.check(domain) : { result: 'none', final: null };
  }

  check(domain: string): Checked {
    try {
      if (!this.isUsable(domain)) return { result: 'none', final: null };
      const text = this.select(domain);
      return text === null ? { result: 'none', final: null } : this.evaluate(this.read(text, domain), domain);
    } catch (error) {
      if (error instanceof Ended && error.result !== 'crash') return { result: error.result, final: null };
      throw error;
    }
  }

  /** RFC 7208 §4.3. */
  isUsable(domain: string): boolean {
    return domain.includes('.') && !this.isMalformed(domain);
  }

  /** RFC 7208 §4.4, §4.5. */
  select(domain: string): string | null {
    const texts = this.ask(domain, 'TXT').values.map((strings) => strings.join(''));
    const [text, second] = texts.filter(isSpf);
    if (second !== undefined) throw new Ended('permerror');
    return text ?? null;
  }

  /** RFC 7208 §4.6: a syntax error anywhere, before any evaluation. */
  read(text: string, domain: string): SpfRecord {
    const record = parseSpf(this.reread(text, domain));
    const [problem] = record.problems;
    for (const term of record.terms) {
      if (problem && problem.start < term.end) break;
      this.readTerm(term, domain);
    }
    if (problem) throw new Ended('permerror');
    return record;
  }

  /** The text as it is understood. */
  reread(text: string, _domain: string): string {
    return text;
  }

  /** What a term does before the evaluation begins. */
  readTerm(_term: SpfTerm, _domain: string): void {}

  evaluate(record: SpfRecord, domain: string): Checked {
    return this.modified(record, domain, this.mechanisms(record, domain));
  }

  /** The first mechanism that matches or ends the evaluation; null for none (RFC 7208 §4.6.2). */
  mechanisms(record: SpfRecord, domain: string): Checked | null {
    for (const term of record.terms) {
      if (!('qualifier' in term)) continue;
      const effect = this.test(term, domain);
      if (typeof effect === 'string') return { result: effect, final: null };
      if (effect) return { result: results[term.qualifier], final: { record, domain } };
    }
    return null;
  }

  /** RFC 7208 §4.7, §6.1. */
  modified(record: SpfRecord, domain: string, checked: Checked | null): Checked {
    if (checked) return checked;
    const redirect = this.modifier(record, 'redirect');
    return redirect ? this.redirect(redirect, domain) : { result: 'neutral', final: null };
  }

  modifier({ terms }: SpfRecord, kind: KnownModifier['kind']): KnownModifier | null {
    const found = terms.find((term) => term.kind === kind);
    return found?.kind === 'redirect' || found?.kind === 'exp' ? found : null;
  }

  redirect(term: KnownModifier, domain: string): Checked {
    this.chargeRedirect(term);
    const checked = this.follow(term, domain);
    return checked && checked.result !== 'none' ? checked : { result: 'permerror', final: null };
  }

  chargeRedirect({ domain }: KnownModifier): void {
    this.charge(this.cost(domain.text));
  }

  /** The check_host() that a term leads to; null where it leads to no name. */
  follow(term: NamedTerm | KnownModifier, domain: string): Checked | null {
    this.empty = false;
    const target = this.target(term.domain.text, domain);
    if (target.kind === 'unmatchable') return null;
    if (this.empty) this.chargeVoid();
    return this.check(this.nestedDomain(target));
  }

  /** The <domain> of an include or redirect. */
  nestedDomain({ name }: Target): string {
    return name;
  }

  test(term: Mechanism, domain: string): Effect {
    if (term.kind === 'all') return true;
    if ('address' in term) return this.inNetwork(term);
    this.charge(this.cost(term.domain?.text ?? null));
    return term.kind === 'include'
      ? this.include(term, domain)
      : this.counted(() => this.asking(term, domain));
  }

  /** RFC 7208 §5.6. */
  inNetwork({ address, prefix }: NetworkTerm): boolean {
    return this.isClient(address, prefix);
  }

  /** RFC 7208 §5.2. */
  include(term: NamedTerm, domain: string): Effect {
    const checked = this.follow(term, domain);
    if (!checked) return false;
    const { result } = checked;
    if (result === 'none' || result === 'permerror') return 'permerror';
    return result === 'temperror' ? result : result === 'pass';
  }

  /** Counts a term of which a question found nothing, however it ends. */
  counted(ask: () => boolean): boolean {
    this.empty = false;
    try {
      return ask();
    } finally {
      if (this.empty) this.chargeVoid();
    }
  }

  asking(term: HostTerm | PtrTerm | NamedTerm, domain: string): boolean {
    const target = this.target(term.domain?.text ?? null, domain);
    if (target.kind !== 'name') return this.withoutName(term, target);
    if (term.kind === 'a') return this.holdsClient(target.name, term);
    if (term.kind === 'mx') return this.mx(target.name, term);
    if (term.kind === 'ptr') return this.ptr(target.name);
    return this.askForTerm(target.name, 'A').values.length > 0;
  }

  /** RFC 7208 §4.8 leaves it open. */
  withoutName(_term: HostTerm | PtrTerm | NamedTerm, _target: Target): boolean {
    return false;
  }

  holdsClient(name: string, { prefix4, prefix6 }: HostTerm): boolean {
    const prefix = this.ip.family === 4 ? prefix4 : prefix6;
    return this.addresses(name).some((address) => this.isClient(address, prefix));
  }

  /** RFC 7208 §5.4; §4.6.4: the eleventh record is one too many to ask about. */
  mx(target: string, term: HostTerm): boolean {
    const exchanges = this.exchanges(target);
    const first = new Set(exchanges.slice(0, 10));
    if ([...first].some((name) => this.holdsClient(name, term))) return true;
    if (exchanges.length > 10) throw new Ended('permerror');
    return false;
  }

  /** By preference, then by name; without the empty name of a null MX (RFC 7505). */
  exchanges(target: string): string[] {
    return this.askForTerm(target, 'MX')
      .values.map(([preference, exchange]) => ({ preference, name: exchange.toLowerCase() }))
      .filter(({ name }) => name !== '')
      .toSorted((a, b) => a.preference - b.preference || byText(a.name, b.name))
      .map(({ name }) => name);
  }

  /** RFC 7208 §5.5. */
  ptr(target: string): boolean {
    for (const name of this.ptrNames()) {
      const within = name === target || name.endsWith(`.${target}`);
      if (this.isValidated(name) && within) return true;
    }
    return false;
  }

  /** RFC 7208 §6.2; empty for none. */
  explanation({ record, domain }: Final): string {
    const term = this.modifier(record, 'exp');
    if (!term) return '';
    const target = this.target(term.domain.text, domain);
    const text = target.kind === 'name' ? this.explainString(target.name) : null;
    return this.expandedExplanation(text, domain);
  }
}
