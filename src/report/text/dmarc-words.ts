import type { Alignment } from '../../dmarc/alignment.ts';
import type {
  DmarcSurvey,
  SurveyedIdentifier,
  SurveyedPlace,
  SurveyedReading,
  SurveyedTag,
} from '../../dmarc/surveyed.ts';
import { clauses } from '../../text/lists.ts';
import { type Phrase, phrase, type Said, say, type Words } from '../../text/say.ts';

/** The parts of a survey of DMARC in words. */

const told = { en: '{what}: {text}', fr: '{what} : {text}' } as const;

/** `what: text`. */
export function about(what: Said, text: Said): Said {
  return phrase(told, { what, text });
}

const states: Readonly<Record<SurveyedPlace['state'], Words>> = {
  applies: { en: 'the record that applies', fr: "l'enregistrement qui s'applique" },
  record: {
    en: 'another record, which does not decide here',
    fr: 'un autre enregistrement, qui ne décide pas ici',
  },
  several: {
    en: 'several records, of which none counts',
    fr: 'plusieurs enregistrements, dont aucun ne compte',
  },
  discarded: {
    en: 'a text that receivers do not take for a record',
    fr: 'un texte que les destinataires ne prennent pas pour un enregistrement',
  },
  none: { en: 'no record', fr: 'aucun enregistrement' },
  failed: { en: 'could not be asked', fr: 'requête sans réponse utilisable' },
};

export function placeText({ name, state }: SurveyedPlace): Said {
  return about(name, states[state]);
}

/** Of a domain. */
export const undetermined: Words = { en: 'could not be determined', fr: 'indéterminé' };

const readings = {
  hidden: { en: 'could not be determined', fr: 'indéterminée' },
  unpublished: { en: 'none published', fr: 'aucune publiée' },
  void: { en: 'none: the record at {name} is void', fr: "aucune : l'enregistrement à {name} est sans effet" },
  byRua: {
    en: 'none: the record at {name} has no valid policy, but a report address',
    fr: "none : l'enregistrement à {name} n'a pas de politique valide, mais une adresse de rapport",
  },
  read: { en: '{policy}, by {tag} at {name}{held}{part}', fr: '{policy}, par {tag} à {name}{held}{part}' },
  held: { en: '; t=y: treated as {applied}', fr: ' ; t=y : traitée comme {applied}' },
  part: {
    en: '; pct: for {percent} percent of the mail that fails',
    fr: ' ; pct : appliquée à {percent} pour cent des messages en échec',
  },
} as const satisfies Record<string, Words>;

/** What receivers of one kind read. */
export function readingText(reading: SurveyedReading | null): Said {
  if (!reading) return readings.hidden;
  const { name, policy, applied, tag, percent } = reading;
  if (name === null) return readings.unpublished;
  if (policy === null) return phrase(readings.void, { name });
  if (tag === null) return phrase(readings.byRua, { name });
  return phrase(readings.read, {
    policy,
    tag,
    name,
    held: applied === policy ? '' : phrase(readings.held, { applied: applied ?? 'none' }),
    part: percent < 100 ? phrase(readings.part, { percent }) : '',
  });
}

/** Receivers that follow either, as far as they differ. */
export const followers = { walk: 'RFC 9989', classic: 'RFC 7489' } as const;

const uncertain: Words = { en: 'could not tell', fr: 'indéterminé' };
const alone = {
  en: '{yes} for receivers that follow {follower} alone',
  fr: '{yes} pour les seuls destinataires qui suivent la {follower}',
} as const;

function where({ walk, classic }: Alignment, yes: Words, no: Words): Said {
  if (walk === null || classic === null) return uncertain;
  if (walk === classic) return walk ? yes : no;
  return phrase(alone, { yes, follower: walk ? followers.walk : followers.classic });
}

const same: Words = { en: 'the same domain', fr: 'le même domaine' };
const within: Words = {
  en: 'the same organization, so aligned in relaxed mode',
  fr: 'la même organisation, donc aligné en mode souple',
};
const foreign: Words = { en: 'another organization', fr: 'une autre organisation' };

function relation({ relaxed, strict }: SurveyedIdentifier): Said {
  return strict ? same : where(relaxed, within, foreign);
}

const asksStrict: Words = {
  en: 'the record asks for strict mode',
  fr: "l'enregistrement demande le mode strict",
};
const oneAsksStrict = {
  en: 'the record that {follower} leads to asks for strict mode',
  fr: "l'enregistrement auquel mène la {follower} demande le mode strict",
} as const;

function strictTexts({ walk, classic }: SurveyedIdentifier['mode']): Said[] {
  if (walk === classic) return walk === 'strict' ? [asksStrict] : [];
  return [phrase(oneAsksStrict, { follower: walk === 'strict' ? followers.walk : followers.classic })];
}

const identifiers = {
  given: { en: '{mechanism} for {domain}', fr: '{mechanism} pour {domain}' },
  presumed: { en: '{mechanism} for {domain} (presumed)', fr: '{mechanism} pour {domain} (présumé)' },
} as const satisfies Record<string, Words>;

const passes: Words = { en: 'a pass makes DMARC pass', fr: 'un succès fait passer DMARC' };
const helpsNot: Words = { en: 'a pass does not help DMARC', fr: 'un succès ne compte pas pour DMARC' };

/**
 * Whether a domain aligns, and what a pass for it is worth.
 * @param published some receivers find a record: without one there is no DMARC to pass
 */
export function identifierText(one: SurveyedIdentifier, published: boolean): Said {
  const { mechanism, domain, given, mode, aligned, relaxed } = one;
  const name = phrase(identifiers[given ? 'given' : 'presumed'], {
    mechanism: mechanism.toUpperCase(),
    domain,
  });
  // The walk from the other domain would end at a record that is yet to be published.
  if (!published) return about(name, relation({ ...one, relaxed: { ...relaxed, walk: relaxed.classic } }));
  const strict = one.strict ? [] : strictTexts(mode);
  return about(name, clauses([relation(one), ...strict, where(aligned, passes, helpsNot)]));
}

const requests = {
  hidden: {
    en: 'what is asked of receivers could not be determined',
    fr: 'ce qui est demandé aux destinataires est indéterminé',
  },
  none: { en: 'nothing is asked of receivers', fr: "rien n'est demandé aux destinataires" },
  quarantine: {
    en: 'receivers are asked to quarantine it',
    fr: 'il est demandé aux destinataires de le mettre en quarantaine',
  },
  reject: {
    en: 'receivers are asked to reject it',
    fr: 'il est demandé aux destinataires de le rejeter',
  },
} as const satisfies Record<string, Words>;

/** With `pct`, and what RFC 7489 §6.6.4 asks for the mail that it spares. */
const partial = {
  quarantine: {
    en: 'receivers are asked to quarantine {percent} percent of it, and nothing of the rest',
    fr: "il est demandé aux destinataires d'en mettre {percent} pour cent en quarantaine, et rien pour le reste",
  },
  reject: {
    en: 'receivers are asked to reject {percent} percent of it, and to quarantine the rest',
    fr: "il est demandé aux destinataires d'en rejeter {percent} pour cent et de mettre le reste en quarantaine",
  },
} as const;

function request(reading: SurveyedReading | null): Phrase {
  if (!reading) return requests.hidden;
  const { applied, percent } = reading;
  if (applied === null || applied === 'none') return requests.none;
  return percent === 100 ? requests[applied] : phrase(partial[applied], { percent });
}

const outcomes = {
  inapplicable: {
    en: 'DMARC does not apply, and {request}',
    fr: "DMARC ne s'applique pas, et {request}",
  },
  alike: {
    en: 'the mail fails DMARC, and {request}',
    fr: 'le courrier échoue à DMARC, et {request}',
  },
  apart: {
    en: 'the mail fails DMARC, and {now} ({walk}) or {old} ({classic})',
    fr: 'le courrier échoue à DMARC, et {now} ({walk}) ou {old} ({classic})',
  },
} as const satisfies Record<string, Words>;

/** What happens to mail for which neither makes DMARC pass. */
export function otherwiseText({ walk, classic }: DmarcSurvey): Said {
  const [now, old] = [request(walk), request(classic)];
  // RFC 9989 §4.10.1: without a policy the mechanism is not applied.
  if (walk && classic && walk.policy === null && classic.policy === null)
    return phrase(outcomes.inapplicable, { request: now });
  if (say(now, 'en') === say(old, 'en')) return phrase(outcomes.alike, { request: now });
  return phrase(outcomes.apart, { now, old, ...followers });
}

const standings: Readonly<Record<Exclude<SurveyedTag['standing'], 'read'>, Words>> = {
  removed: {
    en: 'removed by RFC 9989, still read by others',
    fr: "retirée par la RFC 9989, encore lue par d'autres",
  },
  unknown: { en: 'unknown and ignored', fr: 'inconnue et ignorée' },
  repeated: {
    en: 'stands twice, the first one counts',
    fr: 'présente deux fois, la première compte',
  },
};

/** A tag that not every receiver reads; null for one that they do. */
export function tagText({ name, value, standing }: SurveyedTag): Said | null {
  return standing === 'read' ? null : about(`${name}=${value}`, standings[standing]);
}
