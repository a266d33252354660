import type { AddressVerdict } from '../subject.ts';
import { phrase, type Phrase, type Words } from '../text/say.ts';
import { dotStringFault, octets, readDomainPart, unsendable } from './mailbox.ts';

// RFC 5321 §4.5.3.1.1 and §4.5.3.1.3; the brackets count.
const localLimit = 64;
const pathLimit = 256;

const bad = (problem: Phrase): AddressVerdict => ({ ok: false, problem });

/** The length of the quoted local part that `text` begins with, or its fault. */
function quotedLength(text: string): number | Words {
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1;
    // A backslash takes one ASCII character with it (RFC 5321 §4.1.2 quoted-pairSMTP).
    if (text[at] === '\\') {
      at += 1;
      if (at < text.length && text.charCodeAt(at) > 126)
        return {
          en: 'has a backslash before a character that takes none',
          fr: "a une barre oblique inverse devant un caractère qui n'en admet pas",
        };
    }
  }
  return {
    en: 'has an opening quote without a closing one',
    fr: 'a un guillemet ouvrant sans guillemet fermant',
  };
}

const noAt = { en: 'has no @', fr: "n'a pas d'@" };

/** Splits at the first @ that is not quoted. */
function split(text: string): { local: string; rest: string } | { problem: Phrase } {
  if (!text.startsWith('"')) {
    const at = text.indexOf('@');
    if (at < 0) return { problem: noAt };
    const local = text.slice(0, at);
    const problem = dotStringFault(local);
    return problem === null ? { local, rest: text.slice(at + 1) } : { problem };
  }
  const length = quotedLength(text);
  if (typeof length !== 'number') return { problem: length };
  if (text.length === length) return { problem: noAt };
  if (text[length] !== '@') {
    const en = 'has text between the closing quote and the @';
    return { problem: { en, fr: "a du texte entre le guillemet fermant et l'@" } };
  }
  return { local: text.slice(0, length), rest: text.slice(length + 1) };
}

function readMailbox(text: string): AddressVerdict {
  const parts = split(text);
  if ('problem' in parts) return bad(parts.problem);
  const size = octets(parts.local);
  if (size > localLimit) {
    const words = {
      en: 'has {size} octets before the @; {limit} are allowed',
      fr: "a {size} octets avant l'@, pour {limit} au plus",
    };
    return bad(phrase(words, { size, limit: localLimit }));
  }
  const part = readDomainPart(parts.rest);
  if ('problem' in part) return bad(part.problem);
  // RFC 5321 §4.1.2 sub-domain: letters, digits and hyphens.
  if (part.domain?.includes('_'))
    return bad({
      en: 'has an underscore in its domain, which SMTP forbids',
      fr: 'a un tiret bas dans son domaine, ce que SMTP interdit',
    });
  return { ok: true, domain: part.domain };
}

/** What stands between the angle brackets, which may be left out. */
function unwrap(text: string): { mailbox: string } | { problem: Phrase } {
  const opens = text.startsWith('<');
  const closes = text.endsWith('>');
  if (opens && closes && text.length > 1) return { mailbox: text.slice(1, -1) };
  if (opens)
    return {
      problem: text.includes('>')
        ? { en: 'has text after the closing bracket', fr: 'a du texte après le chevron fermant' }
        : {
            en: 'has an opening bracket without a closing one',
            fr: 'a un chevron ouvrant sans chevron fermant',
          },
    };
  if (closes)
    return {
      problem: text.includes('<')
        ? { en: 'has text before the opening bracket', fr: 'a du texte avant le chevron ouvrant' }
        : {
            en: 'has a closing bracket without an opening one',
            fr: 'a un chevron fermant sans chevron ouvrant',
          },
    };
  return { mailbox: text };
}

/**
 * Judges an envelope sender: a Mailbox of RFC 5321 §4.1.2 with the extension of RFC 6531 §3.3, in angle brackets or
 * without; nothing, or `<>`, is the null sender. Total, and linear in the length of the text.
 */
export function judgePath(text: string): AddressVerdict {
  const size = octets(text);
  if (size > pathLimit) {
    const words = {
      en: 'is {size} octets long; {limit} are allowed',
      fr: 'compte {size} octets, pour {limit} au plus',
    };
    return bad(phrase(words, { size, limit: pathLimit }));
  }
  const unsent = unsendable(text);
  if (unsent !== null) return bad(unsent);
  if (text !== text.trim())
    return bad({ en: 'begins or ends with a space', fr: 'commence ou se termine par un espace' });
  const inner = unwrap(text);
  if ('problem' in inner) return bad(inner.problem);
  const { mailbox } = inner;
  if (mailbox === '') return { ok: true, domain: null };
  // A source route is accepted and ignored (RFC 5321 §4.1.2 A-d-l).
  const route = mailbox.startsWith('@') ? /^@[^@:,]+(?:,@[^@:,]+)*:/.exec(mailbox) : null;
  return readMailbox(route ? mailbox.slice(route[0].length) : mailbox);
}
