import type { MacroString } from './macro.ts';
import type { SpfProblem } from './problems.ts';

/** A piece of the record's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A v=spf1 record as a tree (RFC 7208 §12). Every word after the version is one term, in order. */
export interface SpfRecord {
  readonly text: string;
  readonly terms: readonly SpfTerm[];
  /** In the order of the text. One is enough for permerror (RFC 7208 §4.6). */
  readonly problems: readonly SpfProblem[];
  /** In facts alone, of a record that outgrows them: how many more terms and problems its text holds. */
  readonly omitted?: { readonly terms: number; readonly problems: number };
}

/** pass, fail, softfail, neutral; `+` where none is written (RFC 7208 §4.6.2). */
export type Qualifier = '+' | '-' | '~' | '?';

interface Directive extends Span {
  readonly qualifier: Qualifier;
}

export interface AllTerm extends Directive {
  readonly kind: 'all';
}

export interface NamedTerm extends Directive {
  readonly kind: 'include' | 'exists';
  readonly domain: MacroString;
}

export interface HostTerm extends Directive {
  readonly kind: 'a' | 'mx';
  /** null: the domain of the record itself. */
  readonly domain: MacroString | null;
  /** 32 where none is written. */
  readonly prefix4: number;
  /** 128 where none is written. */
  readonly prefix6: number;
}

export interface PtrTerm extends Directive {
  readonly kind: 'ptr';
  readonly domain: MacroString | null;
}

export interface NetworkTerm extends Directive {
  readonly kind: 'ip4' | 'ip6';
  /** The network address in canonical text, host bits as written. */
  readonly address: string;
  /** 32 or 128 where none is written. */
  readonly prefix: number;
  /** Address and prefix as written. */
  readonly value: Span;
}

/** `redirect` and `exp`. */
export interface KnownModifier extends Span {
  readonly kind: 'redirect' | 'exp';
  readonly domain: MacroString;
}

/** Legal and ignored (RFC 7208 §6). */
export interface UnknownModifier extends Span {
  readonly kind: 'modifier';
  readonly name: string;
  readonly value: MacroString;
  /** What it looks like a slip for: `include=`, `ip4=`, `redirct=`; null where it may well be meant. */
  readonly resembles: string | null;
}

/** A word that the grammar does not know; the problems say why. */
export interface InvalidTerm extends Span {
  readonly kind: 'invalid';
  /** The mechanism or modifier it begins as, in lower case, where that much is clear. */
  readonly name: string | null;
}

export type Mechanism = AllTerm | NamedTerm | HostTerm | PtrTerm | NetworkTerm;

export type SpfTerm = Mechanism | KnownModifier | UnknownModifier | InvalidTerm;

/** A term as it stands in the record. */
export function termText(record: SpfRecord, term: Span): string {
  return record.text.slice(term.start, term.end);
}
