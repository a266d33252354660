import type { ReplyExplanation } from '../smtp/explanation.ts';
import type { Language } from '../text/say.ts';
import { copied } from './copied.ts';
import type { FoundReply } from './found.ts';

/** Reads a reply back to its cause. */
export type Explain = (text: string, language?: Language) => ReplyExplanation;

/** A reply that was found, and what it means. */
export interface ExplainedReply {
  readonly found: FoundReply;
  readonly explanation: ReplyExplanation;
}

/** Explanations that are kept: the replies of many receivers in all their forms. */
const remembered = 2000;

/** Local parts of addresses, times, and counts of something: they differ from mail to mail and mean nothing. */
const passing =
  /[^\s<>"'(),:;@[\]]{1,64}@[^\s<>"'(),:;@[\]]{1,255}|\d{4}-\d\d-\d\d[T ][\d:.]{5,15}Z?|\b\d{1,10}(?= ?(?:seconds?|minutes?|hours?|bytes?|[kmg]b)\b)/gi;

/** Session ids, and what else has letters and digits mixed; receivers' own codes (TSS04, RL000001) are shorter. */
const token = /[a-z0-9-]{9,}(?:\.\d{1,6}){0,3}|\d{1,3}(?:\.\d{1,3}){3}/gi;

function masked(word: string): string {
  if (/^[\d.]+$/.test(word)) return word.length >= 10 || word.split('.').length === 4 ? '#' : word;
  return (word.match(/\d/g) ?? []).length >= 3 ? '#' : word;
}

/** The reply without what differs from mail to mail: equal replies are explained once. */
export function familiar(text: string): string {
  return text
    .replace(passing, (part) => (part.includes('@') ? part.slice(part.lastIndexOf('@')) : '#'))
    .replace(token, masked);
}

/** The text that is explained: the name of a receiver's server tells who it is. */
export function attributed({ text, origin, host, hostAddress }: FoundReply): string {
  if (origin !== 'remote' || host === null) return text;
  return `host ${host}${hostAddress === null ? '' : `[${hostAddress}]`} said: ${text}`;
}

/** The part of a server's name that its receiver's servers share. */
function site(host: string | null): string {
  return host === null ? '' : host.toLowerCase().split('.').slice(-4).join('.').replace(/\d+/g, '#');
}

/** Explains replies; those that differ only in what means nothing share an explanation. */
export function explainer(explain: Explain, language: Language, most = remembered) {
  const known = new Map<string, ReplyExplanation>();
  return (found: FoundReply): ReplyExplanation => {
    const key = `${found.origin} ${site(found.host)} ${familiar(found.text)}`;
    const cached = known.get(key);
    if (cached) return cached;
    const explanation = explain(copied(attributed(found)), language);
    if (known.size >= most) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    known.set(key, explanation);
    return explanation;
  };
}
