import { type Fix, type Place, type UnknownDraft, undetermined } from '../../check.ts';
import { registrableDomain } from '../../domain.ts';
import { isFailed } from '../../dns/resolver.ts';
import type { DkimFacts, DkimSelector } from '../facts.ts';
import { type DkimKey, isUsable } from '../key.ts';

/** A key and the selector that publishes it. */
export interface PublishedKey {
  readonly selector: DkimSelector;
  readonly name: string;
  readonly key: DkimKey;
}

/** The name that a selector's key stands at. */
export function nameOf({ selector, domain }: DkimSelector): string {
  return `${selector}._domainkey.${domain}`;
}

/** A selector has an answer, or is a given one whose question failed: there is something to say of its key. */
export function hasKeys({ dkim }: { readonly dkim: DkimFacts }): boolean {
  return dkim.selectors.some(
    ({ keys, source, txt }) => keys.length > 0 || (source === 'given' && isFailed(txt)),
  );
}

/** Given selectors whose question failed: nothing may be concluded of their keys. */
export function unread({ selectors }: DkimFacts): UnknownDraft[] {
  const failed = selectors.filter(({ source, txt }) => source === 'given' && isFailed(txt));
  return failed.map((one) => undetermined(nameOf(one), one.txt));
}

/** Selectors that have a record, with their name. */
export function published({ selectors }: DkimFacts): { selector: DkimSelector; name: string }[] {
  return selectors
    .filter(({ keys }) => keys.length > 0)
    .map((selector) => ({ selector, name: nameOf(selector) }));
}

/** The first usable key of each selector that the condition holds for. */
export function usableKeys(dkim: DkimFacts, holds: (key: DkimKey) => boolean): PublishedKey[] {
  return published(dkim).flatMap(({ selector, name }) => {
    const key = selector.keys.find((one) => isUsable(one) && holds(one));
    return key ? [{ selector, name, key }] : [];
  });
}

function related(domain: string, other: string): boolean {
  if (domain === other || domain.endsWith(`.${other}`) || other.endsWith(`.${domain}`)) return true;
  const registrable = registrableDomain(domain);
  return registrable !== null && registrable === registrableDomain(other);
}

/** A record at a selector whose signatures could align with the author domain. */
export function hasAlignedKey({ domain, selectors }: DkimFacts): boolean {
  return selectors.some((one) => one.keys.length > 0 && related(domain, one.domain));
}

/** A given selector of the author domain whose question failed. */
export function ownUnread({ domain, selectors }: DkimFacts): DkimSelector | undefined {
  return selectors.find((one) => one.source === 'given' && one.domain === domain && isFailed(one.txt));
}

/** Common selectors whose question failed: a gap in the coverage, no more. */
export function unreadCommon({ selectors }: DkimFacts): DkimSelector[] {
  return selectors.filter(({ source, txt }) => source === 'common' && isFailed(txt));
}

/** Below a name that does not exist there is nothing (RFC 8020 §2); a key found there nevertheless belies it. */
export function isProvenMissing(dkim: DkimFacts): boolean {
  return dkim.domainkey.answer.status === 'nxdomain' && !hasAlignedKey(dkim) && !ownUnread(dkim);
}

/** The words of a list for a sentence: untrusted, so cut at 60 characters. */
export function listed(words: readonly string[]): string {
  const text = words.join(', ') || 'empty';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Where a tag stands; the whole record where it is absent. */
export function placeOf(key: DkimKey, tagName: string): { readonly at: Place } {
  const tag = key.tags.find(({ name }) => name === tagName);
  return { at: { record: key.text, start: tag?.start ?? 0, end: tag?.end ?? key.text.length } };
}

/** A record to publish instead, unless the name is an alias, or may be one: then the record is another's to change. */
export function fixFor(
  { alias }: DkimSelector,
  name: string,
  value: string | null,
): { readonly fix?: readonly Fix[] } {
  const own = alias?.answer.status === 'nodata' || alias?.answer.status === 'nxdomain';
  return own && value !== null ? { fix: [{ name, type: 'TXT', value }] } : {};
}
