import { isFailed, isVoid, recordsOf } from '../dns/resolver.ts';
import { isProvenMissing } from './absence.ts';
import type { DkimFacts, DkimSelector, RecognizedProvider } from './facts.ts';
import type { DkimKey } from './key.ts';
import { verdictOfSelector } from './selector-verdict.ts';
import type { DkimSurvey, SurveyedKey, SurveyedProvider, SurveyedSelector } from './surveyed.ts';

const maxWords = 10;
const maxWord = 20;
const maxNote = 200;

const readTags: ReadonlySet<string> = new Set(['v', 'h', 'k', 'n', 'p', 's', 't']);

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function listed(words: readonly string[]): string[] {
  return words.slice(0, maxWords).map((word) => cut(word, maxWord));
}

function surveyKey({ key, keyType, revoked, flags, services, hashes, notes, tags }: DkimKey): SurveyedKey {
  const unread = tags.map(({ name }) => name).filter((name) => !readTags.has(name));
  return {
    type: cut(keyType, maxWord),
    ...(key?.type === 'rsa' ? { bits: key.bits, exponent: key.exponent } : {}),
    revoked,
    flags: listed(flags),
    services: listed(services),
    hashes: hashes === null ? null : listed(hashes),
    ...(notes === null ? {} : { note: cut(notes, maxNote) }),
    unread: listed([...new Set(unread)]),
  };
}

function surveySelector(one: DkimSelector): SurveyedSelector {
  const { selector, domain, source, provider, alias, txt, keys } = one;
  const [target] = alias ? recordsOf(alias) : [];
  return {
    selector,
    domain,
    source,
    ...(provider === undefined ? {} : { provider }),
    ...(target === undefined ? {} : { alias: target }),
    state: isVoid(txt) ? 'absent' : verdictOfSelector(one),
    keys: keys.map(surveyKey),
  };
}

function surveyProvider({ selectors, domain }: DkimFacts, provider: RecognizedProvider): SurveyedProvider {
  const { name, target, form } = provider;
  const own = selectors.filter(
    (one) =>
      one.domain === domain &&
      one.keys.length > 0 &&
      (provider.selectors.includes(one.selector) || one.provider === name),
  );
  return {
    name,
    target,
    selectors: provider.selectors,
    ...(form === undefined ? {} : { form }),
    found: own.map(({ selector }) => selector),
  };
}

/** Which selectors were asked for, why, and what they hold. */
export function surveyDkim(dkim: DkimFacts): DkimSurvey {
  const { domain, control, tried, common, known, providers, selectors } = dkim;
  return {
    domain,
    absence: isProvenMissing(dkim) ? 'proven' : 'open',
    wildcard: isFailed(control) ? null : control.answer.status === 'found',
    tried: tried.length,
    failed: selectors.filter(({ source, txt }) => source !== 'given' && isFailed(txt)).length,
    common: { tried: common, known },
    providers: providers.map((provider) => surveyProvider(dkim, provider)),
    selectors: selectors.map(surveySelector),
  };
}
