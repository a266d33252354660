import { quoted } from '../domain.ts';
import type { AddressVerdict } from '../subject.ts';
import { phrase, type Phrase } from '../text/say.ts';
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
  const bad = (problem: Phrase): AddressVerdict => ({ ok: false, problem });
  const at = tokens.findIndex((token) => is(token, '@'));
  if (at < 0) return bad({ en: 'has no @ in its address', fr: "n'a pas d'@ dans son adresse" });
  const local = tokens.slice(0, at);
  const domain = tokens.slice(at + 1);
  // White space may stand around the @ and at both ends, not inside a dot-atom.
  if ([...local.slice(1), ...domain.slice(1)].some(({ gap }) => gap))
    return bad({
      en: 'has a space or a comment inside its address',
      fr: "a un espace ou un commentaire à l'intérieur de son adresse",
    });
  const [first] = local;
  if (first?.kind === 'quoted' && local.length > 1)
    return bad({
      en: 'has text between the closing quote and the @',
      fr: "a du texte entre le guillemet fermant et l'@",
    });
  const problem = first?.kind === 'quoted' ? null : dotStringFault(local.map(({ text }) => text).join(''));
  if (problem !== null) return bad(problem);
  const part = readDomainPart(domain.map(({ text }) => text).join(''));
  return 'problem' in part ? bad(part.problem) : { ok: true, domain: part.domain };
}

/** The fault of a display name (RFC 5322 §3.2.5 phrase; dots are old but common), or null. */
function phraseFault(tokens: readonly Token[]): Phrase | null {
  const stranger = tokens.find(
    (token) => token.kind === 'literal' || (token.kind === 'special' && token.text !== '.'),
  );
  if (!stranger) return null;
  const words = {
    en: 'has {character} in its display name, outside quotes',
    fr: 'a {character} dans son nom affiché, hors guillemets',
  };
  return phrase(words, { character: named(stranger.text.slice(0, 1)) });
}

/** Judges one mailbox: an address, or a display name and an address in angle brackets (RFC 5322 §3.4). */
function judgeMember(tokens: readonly Token[]): AddressVerdict {
  const bad = (problem: Phrase): AddressVerdict => ({ ok: false, problem });
  if (tokens.length === 0)
    return bad({ en: 'has a comma with no address beside it', fr: 'a une virgule sans adresse à côté' });
  const open = tokens.findIndex((token) => is(token, '<'));
  if (open < 0) {
    if (tokens.some((token) => is(token, '>')))
      return bad({
        en: 'has a closing bracket without an opening one',
        fr: 'a un chevron fermant sans chevron ouvrant',
      });
    if (!tokens.some((token) => is(token, '@'))) {
      const text = tokens
        .map((token) => (token.gap ? ` ${token.text}` : token.text))
        .join('')
        .trim();
      const words = {
        en: 'has {text} where an address should stand',
        fr: "a {text} à la place d'une adresse",
      };
      return bad(phrase(words, { text: quoted(text) }));
    }
    return judgeSpec(tokens);
  }
  const name = phraseFault(tokens.slice(0, open));
  if (name !== null) return bad(name);
  const close = tokens.findIndex((token) => is(token, '>'));
  if (close < 0)
    return bad({
      en: 'has an opening bracket without a closing one',
      fr: 'a un chevron ouvrant sans chevron fermant',
    });
  if (close < tokens.length - 1)
    return bad({ en: 'has text after the closing bracket', fr: 'a du texte après le chevron fermant' });
  if (close === open + 1)
    return bad({ en: 'has nothing between its angle brackets', fr: "n'a rien entre ses chevrons" });
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
  const bad = (problem: Phrase): AddressVerdict => ({ ok: false, problem });
  // RFC 5322 §2.1.1
  const long = text
    .split('\r\n')
    .map(octets)
    .find((size) => size > 998);
  if (long !== undefined) {
    const words = {
      en: 'has a line of {size} octets; 998 are allowed',
      fr: 'a une ligne de {size} octets, pour 998 au plus',
    };
    return bad(phrase(words, { size: long }));
  }
  const line = unfold(text);
  const unsent = unsendable(line.replaceAll('\t', ' '));
  if (unsent !== null) return bad(unsent);
  if (line.trim() === '') return bad({ en: 'is empty', fr: 'est vide' });
  const tokens = tokenize(line);
  if (!Array.isArray(tokens)) return bad(tokens);
  if (tokens.length === 0)
    return bad({ en: 'holds a comment and no address', fr: "contient un commentaire et pas d'adresse" });
  const first = tokens.find(({ kind, text: mark }) => kind === 'special' && /^[:<,@]$/.test(mark));
  if (is(first, ':'))
    return bad({
      en: 'begins a group, which names no author',
      fr: "commence un groupe, qui ne nomme pas d'auteur",
    });
  const verdicts = members(tokens).map(judgeMember);
  const [author] = verdicts;
  return (
    verdicts.find(({ ok }) => !ok) ??
    author ??
    bad({ en: 'holds no address', fr: "ne contient pas d'adresse" })
  );
}
