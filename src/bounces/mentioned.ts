import { toDomainName } from '../domain.ts';
import type { FoundReply } from './found.ts';
import { publicAddress } from './returned.ts';

/** Characters of a domain in a reply, in brackets or quotes or without. */
const name = `[<\\['"]?(?:[^\\s<>@\\[\\]'"]{1,64}@)?((?:[a-z0-9_-]{1,63}\\.){1,10}[a-z][a-z0-9-]{1,62})`;

/** Words of receivers in front of the sending domain, or of an address there. */
const before = [
  // Gmail: "Unauthenticated email from example.com is not accepted", "The RFC 5322 From header … domain: example.com".
  'unauthenticated (?:e-?mail|message) from ',
  // Outlook.com: "sending domain example.com doesn't meet"
  'sending domain ',
  'sender domain ',
  // sendmail: "Domain of sender address a@example.com does not exist"
  'sender address ',
  'sender(?: address)? rejected: ',
  'message from ',
  'mail from ',
  'domain of ',
  'header\\.from=',
  'smtp\\.mailfrom=',
  // Gmail: "SPF [example.com] with ip: [192.0.2.1] = Did not pass", "DKIM = did not pass"
  'spf ',
  'dmarc policy of ',
  'dmarc policy (?:for|at) ',
].map((words) => new RegExp(`(?:^|[^a-z])${words}${name}`, 'i'));

/** Characters of a reply that are looked through. */
const looked = 1000;

/** The sending domain that a reply names; null where it names none. */
export function domainMentioned(text: string): string | null {
  const near = text.slice(0, looked);
  // Postfix: "<a@example.com>: Sender address rejected: Domain not found"
  const inFront = /<[^\s<>@]{1,64}@([^\s<>@]{1,253})>: Sender address rejected/i.exec(near)?.[1];
  const found = inFront ?? before.map((one) => one.exec(near)?.[1]).find((one) => one !== undefined);
  return found === undefined ? null : toDomainName(found.replace(/[.,;:]+$/, ''));
}

/** The address that a reply names as the one the mail came from: the first public one that is not the receiver's. */
export function addressMentioned({ text, hostAddress }: FoundReply): string | null {
  const near = text.slice(0, looked);
  for (const [candidate] of near.matchAll(
    /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)|(?<![\w:])[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}(?![\w:])/gi,
  )) {
    const address = publicAddress(candidate);
    if (address !== null && address !== hostAddress) return address;
  }
  return null;
}
