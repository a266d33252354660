import { presentedRecords } from '../dns/presentation.ts';
import type { Asked } from '../dns/resolver.ts';
import { formatIp, type Ip, reversedLabels } from '../text/ip.ts';
import { expandMacros, isMalformedName, type MacroValues, targetName } from './expand.ts';
import type { MacroLetter, MacroString } from './macro.ts';
import { byText } from './order.ts';
import type { SpfLimits, SpfQuestion } from './outcome.ts';
import { type Identity, validatedName, validatedNames } from './validated.ts';

/** One evaluation with all it includes and redirects to: its limits are counted over the whole. */
export interface Session extends Identity {
  readonly sender: { readonly local: string; readonly domain: string };
  /** The text of `ip`. */
  readonly client: string;
  /** As the client said it. */
  readonly helo: string;
  /** In A-labels where it is a domain name. */
  readonly heloName: string;
  readonly receiver: string;
  readonly limits: SpfLimits;
  readonly timedOut: () => boolean;
  lookups: number;
  voidLookups: number;
  /** Steps in the trace. */
  steps: number;
  /** The macro letters that were expanded. */
  readonly letters: Set<MacroLetter>;
}

/** A macro-string as a name to ask. */
export interface Target {
  readonly kind: 'name' | 'malformed' | 'unmatchable';
  /** One char for one octet, nothing escaped; empty where it is unmatchable. */
  readonly name: string;
  /** The questions that `%{p}` took. */
  readonly asked: readonly Asked[];
}

/** RFC 7208 §7.3: the dotted nibbles of IPv6; in upper case, as the public test suite has it. */
function dotted(ip: Ip): string {
  if (ip.family === 4) return formatIp(ip);
  return reversedLabels(ip).split('.').toReversed().join('.').toUpperCase();
}

/** RFC 7208 §7.2; `helo` as the client said it, or as a name. */
function macroValues(session: Session, domain: string, validated: string, helo: string): MacroValues {
  const { ip, sender, receiver } = session;
  const values: Readonly<Record<MacroLetter, () => string>> = {
    s: () => `${sender.local}@${sender.domain}`,
    l: () => sender.local,
    o: () => sender.domain,
    d: () => domain,
    i: () => dotted(ip),
    p: () => validated,
    v: () => (ip.family === 4 ? 'in-addr' : 'ip6'),
    h: () => helo,
    c: () => formatIp(ip),
    r: () => receiver,
    t: () => String(Math.floor(Date.now() / 1000)),
  };
  return (letter) => values[letter]();
}

export function usesLetter({ parts }: MacroString, letters: string): boolean {
  return parts.some((part) => part.kind === 'expand' && letters.includes(part.letter));
}

interface Values {
  readonly values: MacroValues;
  /** The questions that `%{p}` took. */
  readonly asked: readonly Asked[];
}

async function valuesFor(
  session: Session,
  string: MacroString,
  domain: string,
  helo: string,
): Promise<Values> {
  if (!usesLetter(string, 'p')) return { values: macroValues(session, domain, '', helo), asked: [] };
  const { asked, names } = await validatedNames(session, session.limits.ptrNames);
  return { values: macroValues(session, domain, validatedName(names, domain), helo), asked };
}

/** The values of the letters in an explanation text. */
export function valuesForText(session: Session, string: MacroString, domain: string): Promise<Values> {
  return valuesFor(session, string, domain, session.helo);
}

/** More than the longest name: of what is longer the end is enough (RFC 7208 §7.3). */
const enough = 320;

/** RFC 8616 §4: a local part beyond ASCII is no label, and a term that needs it matches nothing. */
function isUnmatchable({ sender: { local } }: Session, spec: MacroString): boolean {
  // oxlint-disable-next-line no-control-regex
  return usesLetter(spec, 'sl') && !/^[\0-\x7f]*$/.test(local);
}

/** Expands the domain-spec of a term in the record of `domain`; the domain itself where there is none (§4.8). */
export async function targetOf(session: Session, spec: MacroString | null, domain: string): Promise<Target> {
  if (!spec) return { kind: isMalformedName(domain) ? 'malformed' : 'name', name: domain, asked: [] };
  for (const part of spec.parts) if (part.kind === 'expand') session.letters.add(part.letter);
  if (isUnmatchable(session, spec)) return { kind: 'unmatchable', name: '', asked: [] };
  const { values, asked } = await valuesFor(session, spec, domain, session.heloName);
  const name = targetName(expandMacros(spec, values, enough) ?? '');
  return { kind: isMalformedName(name) ? 'malformed' : 'name', name, asked };
}

/** A target as a question names it: what a macro brings in may hold a backslash, which is an escape there. */
export function presentationName(name: string): string {
  return name.includes('\\') ? name.replaceAll('\\', String.raw`\\`) : name;
}

/** Records of one answer in a trace, and characters of each. */
const shownRecords = 20;
const shownCharacters = 500;

/** A question as the trace shows it. */
export function questionOf(asked: Asked): SpfQuestion {
  const { name, type, answer } = asked;
  if (answer.status === 'failed')
    return { name, type, status: 'failed', records: [], failure: answer.failure };
  const records = presentedRecords(asked)
    .toSorted(byText)
    .slice(0, shownRecords)
    .map((record) => record.slice(0, shownCharacters));
  return { name, type, status: answer.status, records };
}
