import { failureReason, type Fix, type Place, type UnknownDraft, undetermined } from '../../check.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { isFailed } from '../../dns/resolver.ts';
import { isProvenMissing } from '../absence.ts';
import type { DkimFacts, DkimSelector } from '../facts.ts';
import { type DkimKey, isUsable } from '../key.ts';
import { isDoubted } from '../selector-verdict.ts';

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

/** Given selectors whose question failed: nothing may be concluded of their keys. */
export function unreadGiven({ selectors }: DkimFacts): UnknownDraft[] {
  const failed = selectors.filter(({ source, txt }) => source === 'given' && isFailed(txt));
  return failed.map((one) => undetermined(nameOf(one), one.txt));
}

const perhapsWildcard = {
  en: 'a wildcard may have answered for {count} of the {tried} selectors tried, and the question that would tell failed: {why}; give yours with --selector',
  fr: 'un joker a pu répondre pour {count} des {tried} sélecteurs essayés, et la requête qui permettrait de le savoir a échoué : {why} ; indiquer le sélecteur avec --selector',
} as const;

/** The gap in the coverage that a failed control leaves, none where no answer hangs on it. */
export function uncontrolled(dkim: DkimFacts): UnknownDraft[] {
  const { domain, control, tried, selectors } = dkim;
  const { length } = selectors.filter(isDoubted);
  if (length === 0) return [];
  const reason = phrase(perhapsWildcard, {
    count: length,
    tried: tried.length,
    why: failureReason(control.answer),
  });
  return [{ about: domain, unknown: { name: control.name, type: control.type }, reason, blocking: false }];
}

const unansweredOnes = {
  en: '{failed} of the {tried} selectors tried went unanswered',
  fr: 'sans réponse pour {failed} des {tried} sélecteurs essayés',
} as const;

/** One entry for all common selectors that went unanswered; below a name that does not exist there are none. */
function unanswered(dkim: DkimFacts): UnknownDraft[] {
  const failed = unreadCommon(dkim);
  const [first] = failed;
  if (!first || isProvenMissing(dkim)) return [];
  const { name, type } = first.txt;
  const reason = phrase(unansweredOnes, { failed: failed.length, tried: dkim.tried.length });
  return [{ about: dkim.domain, unknown: { name, type }, reason, blocking: false }];
}

/** What a check of keys did not get to see: given selectors, and in one entry a cause the common ones. */
export function unread(dkim: DkimFacts): UnknownDraft[] {
  return [...unreadGiven(dkim), ...unanswered(dkim), ...uncontrolled(dkim)];
}

/** There is something to say of keys: one was found, or one may be where a question failed. */
export function hasKeys({ dkim }: { readonly dkim: DkimFacts }): boolean {
  return dkim.selectors.some(({ keys }) => keys.length > 0) || unread(dkim).length > 0;
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

/** Common selectors whose question failed: a gap in the coverage, no more. */
export function unreadCommon({ selectors }: DkimFacts): DkimSelector[] {
  return selectors.filter(({ source, txt }) => source !== 'given' && isFailed(txt));
}

const empty: Words = { en: 'empty', fr: 'vide' };

/** The words of a list for a sentence: untrusted, so cut at 60 characters. */
export function listed(words: readonly string[]): Said {
  const text = words.join(', ');
  if (text === '') return empty;
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
