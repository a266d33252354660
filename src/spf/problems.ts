import { cut } from '../text/cut.ts';
import type { Span } from './record.ts';

/**
 * What can be wrong with the text of a v=spf1 record: each is a permerror (RFC 7208 §4.6). `fault` completes
 * "SPF syntax:", `remedy` says what to write; `{name}` stands for a piece of the record.
 */
const problemTexts = {
  version: {
    fault: 'the record does not begin with "v=spf1" and a space',
    remedy: 'Begin the record with "v=spf1" and one space.',
  },
  'control-character': {
    fault: 'a control character, {octets}',
    remedy: 'Separate terms with plain spaces and remove tabs and line breaks.',
  },
  'non-ascii': {
    fault: 'a character outside ASCII, {octets}',
    remedy:
      'Retype the term by hand; such characters come from word processors, web pages and names that lack their A-label form.',
  },
  separator: {
    fault: '"{text}" between terms, where only spaces separate',
    remedy: 'Separate the terms with one space and nothing else.',
  },
  'missing-space': {
    fault: 'no space before "{text}"',
    remedy:
      'Put a space before "{text}". In a record split into several strings, the space belongs at the end of one string or the start of the next.',
  },
  'quotation-mark': {
    fault: 'a quotation mark inside the record',
    remedy: 'Remove the quotation mark; quotes belong to the zone file, not to the record.',
  },
  'lone-qualifier': {
    fault: '"{text}" stands alone, without a mechanism',
    remedy:
      'Join the qualifier to its mechanism without a space, as in "-all", or remove it where the next word has one.',
  },
  'space-in-term': {
    fault: 'a space inside "{text}"',
    remedy: 'Write "{joined}".',
  },
  'foreign-text': {
    fault: '"{text}" runs on behind "{name}"',
    remedy: 'Publish it as a TXT record of its own and end the SPF record at "{name}".',
  },
  'second-record': {
    fault: 'a second SPF record runs on at "{text}"',
    remedy: 'Write the terms of both into one record that begins with one "v=spf1" and ends in one "all".',
  },
  'several-qualifiers': {
    fault: '"{text}" has more than one qualifier',
    remedy: 'Leave one of + - ~ ? in front of the mechanism.',
  },
  'bare-address': {
    fault: '"{text}" is an address without a mechanism',
    remedy: 'Write "{mechanism}:{text}".',
  },
  'bare-name': {
    fault: '"{text}" is a name without a mechanism',
    remedy:
      'Write "include:{text}" if it publishes an SPF record of its own, "a:{text}" if it is a host that sends.',
  },
  'bad-name': {
    fault: '"{text}" is no SPF term',
    remedy: 'Remove it, or write it as mechanism:value, such as "include:example.com" or "ip4:192.0.2.1".',
  },
  'unknown-mechanism': {
    fault: '"{name}" is no SPF mechanism',
    remedy: 'Remove the term, or use one of all, include, a, mx, ip4, ip6 and exists.',
  },
  'misspelled-mechanism': {
    fault: '"{name}" is no SPF mechanism; "{intended}" seems meant',
    remedy: 'Write "{intended}" in the place of "{name}".',
  },
  'mechanism-with-equals': {
    fault: '"{name}" is followed by "=" and needs a colon',
    remedy: 'Write "{name}:" in the place of "{name}=".',
  },
  'missing-colon': {
    fault: '"{text}" lacks the colon behind "{name}"',
    remedy: 'Write "{joined}".',
  },
  'modifier-with-colon': {
    fault: '"{name}" is followed by a colon and needs "="',
    remedy: 'Write "{name}=" in the place of "{name}:".',
  },
  'qualifier-on-modifier': {
    fault: '"{name}=" carries a qualifier, which only mechanisms may',
    remedy: 'Remove the character in front of "{name}=".',
  },
  'missing-value': {
    fault: '"{name}" has no value',
    remedy: 'Give "{name}" a value, or remove the term.',
  },
  'stray-colon': {
    fault: 'a colon behind "{name}" and no name behind it',
    remedy: 'Write "{name}" alone for the domain itself, or the name of another host behind the colon.',
  },
  'value-not-allowed': {
    fault: '"{name}" takes no value, but "{text}" follows',
    remedy: 'Write "{name}" alone.',
  },
  'ip6-in-ip4': {
    fault: 'an IPv6 address in "ip4"',
    remedy: 'Use "ip6:{text}".',
  },
  'ip4-in-ip6': {
    fault: 'an IPv4 address in "ip6"',
    remedy: 'Use "ip4:{text}".',
  },
  'name-in-address': {
    fault: '"{text}" is a name where "{name}" needs an address',
    remedy: 'Write the address, or use "a:{text}" for the addresses of that host.',
  },
  'macro-in-address': {
    fault: 'a macro in "{name}", which takes only a literal address',
    remedy: 'Write the address itself; to look it up by macro, use "exists".',
  },
  'bad-address': {
    fault: '"{text}" is no address for "{name}"',
    remedy:
      'Write a complete IPv4 address, four numbers up to 255 without leading zeros, with a prefix length for a range.',
  },
  'bad-address-6': {
    fault: '"{text}" is no address for "{name}"',
    remedy: 'Write a complete IPv6 address, with "::" once at most, and a prefix length for a range.',
  },
  'bad-prefix': {
    fault: '"{text}" is no prefix length',
    remedy:
      'Write the prefix length in decimal: /24 for IPv4, /64 for IPv6 in "ip6", //64 for IPv6 in "a" and "mx".',
  },
  'prefix-range': {
    fault: 'prefix length {text} is above {limit}',
    remedy: 'Use a prefix length of at most {limit}.',
  },
  'prefix-zeros': {
    fault: 'prefix length {text} has a leading zero',
    remedy: 'Write "{mended}".',
  },
  'prefix-not-allowed': {
    fault: '"{name}" takes no prefix length, but "{text}" follows',
    remedy: 'Remove "{text}".',
  },
  'address-as-domain': {
    fault: '"{text}" is an address where "{name}" needs a domain name',
    remedy: 'Write "{mechanism}:{text}".',
  },
  'single-label': {
    fault: '"{text}" has no dot; a full domain name is needed',
    remedy: 'Write the full domain name, such as {text}.example.com.',
  },
  'bad-top-label': {
    fault: '"{text}" does not end in a top-level domain',
    remedy: 'End the name in letters, as in ".com", or in a macro.',
  },
  'macro-percent': {
    fault: '"%" that begins no macro',
    remedy: 'Write a literal percent sign as "%%"; a macro needs an opening brace behind the percent sign.',
  },
  'macro-unclosed': {
    fault: 'a macro without its closing brace',
    remedy: 'Close the macro with "}".',
  },
  'macro-letter': {
    fault: '"{text}" names no macro',
    remedy: 'Use one of the letters s, l, o, d, i, p, v and h.',
  },
  'macro-exp-only': {
    fault: 'macro "{text}" is allowed in explanation texts only',
    remedy: 'Remove it, or use one of the letters s, l, o, d, i, p, v and h.',
  },
  'macro-transformer': {
    fault: '"{text}" after the macro letter is no transformer',
    remedy: 'After the letter write at most a number, then r, then delimiters out of . - + , / _ =',
  },
  'macro-zero': {
    fault: 'a macro that keeps zero labels',
    remedy: 'Use a number of at least 1.',
  },
  'duplicate-modifier': {
    fault: '"{name}" appears more than once',
    remedy: 'Keep one "{name}".',
  },
} as const satisfies Record<string, { readonly fault: string; readonly remedy: string }>;

export type SpfProblemCode = keyof typeof problemTexts;

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type DataOf<C extends SpfProblemCode> = {
  readonly [Name in Placeholders<(typeof problemTexts)[C]['fault' | 'remedy']>]: string;
};

export interface SpfProblem extends Span {
  readonly code: SpfProblemCode;
  /** Pieces of the record, cut to a readable length; untrusted text. */
  readonly data: Readonly<Record<string, string>>;
  /** What to write in the place of the span, where only one thing can be meant. */
  readonly repair?: string;
}

const maxShown = 48;

export function shown(text: string): string {
  return cut(text, maxShown);
}

/** A problem; the compiler asks for the data that its sentences name. */
export function problem<C extends SpfProblemCode>(
  code: C,
  span: Span,
  data: DataOf<C>,
  repair?: string,
): SpfProblem {
  const pieces = Object.fromEntries(Object.entries<string>(data).map(([name, text]) => [name, shown(text)]));
  const base = { code, start: span.start, end: span.end, data: pieces };
  return repair === undefined ? base : { ...base, repair };
}

/** The sentences of a problem: one clause each for what is wrong and what to write, English. */
export function explainProblem({ code, data }: SpfProblem): {
  readonly fault: string;
  readonly remedy: string;
} {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
  const { fault, remedy } = problemTexts[code];
  return { fault: fill(fault), remedy: fill(remedy) };
}
