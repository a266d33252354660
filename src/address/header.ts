import { quoted } from '../domain.ts';
import type { AddressVerdict } from '../subject.ts';
import { dotStringFault, named, octets, readDomainPart, unsendable } from './mailbox.ts';
import { type Token, tokenize } from './tokens.ts';

const is = (token: Token | undefined, text: string) => token?.kind === 'special' && token.text === text;

/** The mailboxes of a list: cut at commas outside angle brackets. */
function members(tokens: readonly Token[]): Token[][] {
  const lists: Token[][] = [[]];
  let inside = false;
  for (const token of tokens) {
    if (is(token, '<')) inside = true;
    if (is(token, '>')) inside = false;
    if (is(token, ',') && !inside) lists.push([]);
    else lists.at(-1)?.push(token);
  }
  return lists;
}

/** Judges local part, @ and domain (RFC 5322 §3.4.1). */
function judgeSpec(tokens: readonly Token[]): AddressVerdict {
  const bad = (problem: string): AddressVerdict => ({ ok: false, problem });
  const at = tokens.findIndex((token) => is(token, '@'));
  if (at < 0) return bad('has no @ in its address');
  const local = tokens.slice(0, at);
  const domain = tokens.slice(at + 1);
  // White space may stand around the @ and at both ends, not inside a dot-atom.
  if ([...local.slice(1), ...domain.slice(1)].some(({ gap }) => gap))
    return bad('has a space or a comment inside its address');
  const [first] = local;
  if (first?.kind === 'quoted' && local.length > 1)
    return bad('has text between the closing quote and the @');
  const problem = first?.kind === 'quoted' ? null : dotStringFault(local.map(({ text }) => text).join(''));
  if (problem !== null) return bad(problem);
  const part = readDomainPart(domain.map(({ text }) => text).join(''));
  return 'problem' in part ? bad(part.problem) : { ok: true, domain: part.domain };
}

/** The fault of a display name (RFC 5322 §3.2.5 phrase; dots are old but common), or null. */
function phraseFault(tokens: readonly Token[]): string | null {
  const stranger = tokens.find(
    (token) => token.kind === 'literal' || (token.kind === 'special' && token.text !== '.'),
  );
  return stranger ? `has ${named(stranger.text.slice(0, 1))} in its display name, outside quotes` : null;
}

/** Judges one mailbox: an address, or a display name and an address in angle brackets (RFC 5322 §3.4). */
function judgeMember(tokens: readonly Token[]): AddressVerdict {
  const bad = (problem: string): AddressVerdict => ({ ok: false, problem });
  if (tokens.length === 0) return bad('has a comma with no address beside it');
  const open = tokens.findIndex((token) => is(token, '<'));
  if (open < 0) {
    if (tokens.some((token) => is(token, '>'))) return bad('has a closing bracket without an opening one');
    if (!tokens.some((token) => is(token, '@'))) {
      const text = tokens
        .map((token) => (token.gap ? ` ${token.text}` : token.text))
        .join('')
        .trim();
      return bad(`has ${quoted(text)} where an address should stand`);
    }
    return judgeSpec(tokens);
  }
  const name = phraseFault(tokens.slice(0, open));
  if (name !== null) return bad(name);
  const close = tokens.findIndex((token) => is(token, '>'));
  if (close < 0) return bad('has an opening bracket without a closing one');
  if (close < tokens.length - 1) return bad('has text after the closing bracket');
  if (close === open + 1) return bad('has nothing between its angle brackets');
  return judgeSpec(tokens.slice(open + 1, close));
}

/** Lines as folded: a line break before white space belongs to the folding (RFC 5322 §2.2.3). */
function unfold(text: string): string {
  return text.replace(/\r\n(?=[ \t])/g, '');
}

/**
 * Judges the value of a From header: one mailbox, or several with commas between them (RFC 5322 §3.6.2), of which the
 * first gives the domain. Total, and linear in the length of the text.
 */
export function judgeFrom(text: string): AddressVerdict {
  const bad = (problem: string): AddressVerdict => ({ ok: false, problem });
  // RFC 5322 §2.1.1
  const long = text
    .split('\r\n')
    .map(octets)
    .find((size) => size > 998);
  if (long !== undefined) return bad(`has a line of ${long} octets; 998 are allowed`);
  const line = unfold(text);
  const unsent = unsendable(line.replaceAll('\t', ' '));
  if (unsent !== null) return bad(unsent);
  if (line.trim() === '') return bad('is empty');
  const tokens = tokenize(line);
  if (typeof tokens === 'string') return bad(tokens);
  if (tokens.length === 0) return bad('holds a comment and no address');
  const first = tokens.find(({ kind, text: mark }) => kind === 'special' && /^[:<,@]$/.test(mark));
  if (is(first, ':')) return bad('begins a group, which names no author');
  const verdicts = members(tokens).map(judgeMember);
  const [author] = verdicts;
  return verdicts.find(({ ok }) => !ok) ?? author ?? bad('holds no address');
}
