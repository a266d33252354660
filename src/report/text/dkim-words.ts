import type * as surveyed from '../../dkim/surveyed.ts';
import { clauses, paired } from '../../text/lists.ts';
import { joined, phrase, type Said, type Spoken, type Words } from '../../text/say.ts';

/** The parts of a survey of DKIM in words. */

export type DkimSurvey = Spoken<surveyed.DkimSurvey>;
type SurveyedKey = surveyed.SurveyedKey;
type SurveyedSelector = surveyed.SurveyedSelector;

/** Selectors of a service that are listed. */
const drawnSelectors = 4;

const counted = {
  en: '{count} tried{which}{gap}',
  fr: '{count} essayés{which}{gap}',
} as const;
const countedOne = { en: '{count} tried{which}{gap}', fr: '{count} essayé{which}{gap}' } as const;
const kinds = { en: ': {kinds}', fr: ' : {kinds}' } as const;
const most = {
  en: 'the {tried} most common of {known}',
  fr: 'les {tried} plus courants sur {known}',
} as const;
const ofServices = { en: '{others} of services alone', fr: '{others} propres à des services' } as const;
const ofServicesOne = { en: '{others} of services alone', fr: '{others} propre à un service' } as const;
const unanswered = { en: '; {failed} went unanswered', fr: ' ; {failed} sans réponse' } as const;

/** How many selectors were tried, and which. */
export function tried({ tried: count, common, failed }: DkimSurvey): Said {
  const others = count - common.tried;
  const which = [
    ...(common.tried === 0 ? [] : [phrase(most, common)]),
    ...(others > 0 ? [phrase(others === 1 ? ofServicesOne : ofServices, { others })] : []),
  ];
  return phrase(count === 1 ? countedOne : counted, {
    count,
    which: which.length === 0 ? '' : phrase(kinds, { kinds: joined(which, ', ') }),
    gap: failed > 0 ? phrase(unanswered, { failed }) : '',
  });
}

const service = { en: '{name} ({target}): {text}', fr: '{name} ({target}) : {text}' } as const;
const noKey = { en: 'no key at {names}', fr: 'aucune clé à {names}' } as const;
const looks = { en: 'its selectors are {form}', fr: 'forme de ses sélecteurs : {form}' } as const;

/** A service, and the selectors of its that have a key; where none has, which were tried. */
export function provider({ name, target, selectors, form, found }: DkimSurvey['providers'][number]): Said {
  if (found.length > 0)
    return phrase(service, { name, target, text: found.slice(0, drawnSelectors).join(', ') });
  const shown = selectors.slice(0, drawnSelectors).join(', ');
  const more = selectors.length > drawnSelectors ? ' …' : '';
  const text = clauses([
    ...(shown === '' ? [] : [phrase(noKey, { names: shown + more })]),
    ...(form === undefined ? [] : [phrase(looks, { form })]),
  ]);
  return phrase(service, { name, target, text });
}

const andMore = { en: 'and {count} more', fr: 'et {count} de plus' } as const;

export function moreServices(count: number): Said {
  return phrase(andMore, { count });
}

const proven = {
  en: 'proven: _domainkey.{domain} does not exist',
  fr: "prouvée : _domainkey.{domain} n'existe pas",
} as const;
const unprovable: Words = {
  en: 'not provable: nobody can list selectors from outside',
  fr: "non prouvable : personne ne peut énumérer les sélecteurs de l'extérieur",
};
const answeredForAll: Words = {
  en: 'not provable: nobody can list selectors from outside, and a wildcard answers for every one',
  fr: "non prouvable : personne ne peut énumérer les sélecteurs de l'extérieur, et un joker répond pour chacun",
};

/** Whether it is known that there is no key. */
export function absence({ absence: state, wildcard, domain }: DkimSurvey): Said {
  if (state === 'proven') return phrase(proven, { domain });
  return wildcard ? answeredForAll : unprovable;
}

const revokedKey: Words = { en: 'revoked', fr: 'révoquée' };
const rsa = { en: 'RSA, {bits} bits', fr: 'RSA, {bits} bits' } as const;
const unreadable = { en: 'no key that can be read (k={type})', fr: 'aucune clé lisible (k={type})' } as const;

function material({ type, bits, revoked }: SurveyedKey): Said {
  if (revoked) return revokedKey;
  if (bits !== undefined)
    return phrase(rsa, { bits: { en: bits.toLocaleString('en-US'), fr: String(bits) } });
  return type === 'ed25519' ? 'Ed25519' : phrase(unreadable, { type });
}

const states: Readonly<Record<SurveyedSelector['state'], Words | null>> = {
  usable: null,
  broken: { en: 'no signature passes', fr: 'aucune signature ne passe' },
  unsure: { en: 'several records', fr: 'plusieurs enregistrements' },
  unknown: { en: 'could not tell', fr: 'indéterminé' },
  absent: { en: 'no key', fr: 'aucune clé' },
};

/** What the selector holds, in a few words. */
export function content({ state, keys }: SurveyedSelector): Said {
  const revoked = keys.length > 0 && keys.every((key) => key.revoked);
  const said = revoked ? null : states[state];
  return clauses([...(keys.length > 0 ? [paired(keys.map(material))] : []), ...(said ? [said] : [])]);
}

const sources = {
  given: { en: 'given', fr: 'indiqué' },
  provider: { en: 'usual for {name}', fr: 'habituel chez {name}' },
  common: { en: 'common', fr: 'courant' },
} as const;
const aliasOf = { en: 'alias of {alias}', fr: 'alias vers {alias}' } as const;
const aliasOfService = { en: 'alias of {alias} ({name})', fr: 'alias vers {alias} ({name})' } as const;

/** Why a selector was asked for, and whose it is. */
export function origin({ source, provider: name = '', alias }: SurveyedSelector): Said {
  const why = phrase(sources[source], { name });
  if (alias === undefined) return why;
  const isSaid = name === '' || source === 'provider';
  return clauses([why, isSaid ? phrase(aliasOf, { alias }) : phrase(aliasOfService, { alias, name })]);
}

const test: Words = { en: 't=y: a test', fr: 't=y : un essai' };
const itself: Words = {
  en: 't=s: i= must name the domain itself, no name below it',
  fr: 't=s : i= doit porter le domaine lui-même, aucun nom au-dessous',
};
const meaningless = {
  en: 'flags that mean nothing: {flags}',
  fr: 'drapeaux sans signification : {flags}',
} as const;
/** Of a public exponent that is longer than six octets. */
const beyondReading = { en: 'above 2^48', fr: 'supérieur à 2^48' };

const exponentIs = { en: 'exponent {exponent}', fr: 'exposant {exponent}' } as const;
const notRead = {
  en: 'not read by verifiers: {tags}',
  fr: 'non lu par les vérificateurs : {tags}',
} as const;

/** What else is known of a key, one line each. */
export function details({ flags, services, hashes, exponent, note, unread }: SurveyedKey): Said[] {
  const others = flags.filter((flag) => flag !== 'y' && flag !== 's');
  const isOdd = exponent !== undefined && exponent !== 65_537;
  return [
    ...(flags.includes('y') ? [test] : []),
    ...(flags.includes('s') ? [itself] : []),
    ...(others.length > 0 ? [phrase(meaningless, { flags: others.join(', ') })] : []),
    ...(services.includes('*') ? [] : [`s=${services.join(':')}`]),
    ...(hashes === null ? [] : [`h=${hashes.join(':')}`]),
    ...(isOdd ? [phrase(exponentIs, { exponent: exponent ?? beyondReading })] : []),
    ...(unread.length > 0 ? [phrase(notRead, { tags: unread.join(', ') })] : []),
    ...(note === undefined || note === '' ? [] : [`n=${note}`]),
  ];
}

const elsewhere = { en: '{selector} at {domain}', fr: '{selector} à {domain}' } as const;

/** The selector, with its domain where that is not the one at hand. */
export function placed({ selector, domain }: SurveyedSelector, home: string): Said {
  return domain === home ? selector : phrase(elsewhere, { selector, domain });
}
