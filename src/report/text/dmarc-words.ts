import type { Alignment } from '../../dmarc/alignment.ts';
import type {
  DmarcSurvey,
  SurveyedDestination,
  SurveyedIdentifier,
  SurveyedPlace,
  SurveyedReading,
  SurveyedTag,
} from '../../dmarc/surveyed.ts';

/** The parts of a survey of DMARC in words. */

const states: Readonly<Record<SurveyedPlace['state'], string>> = {
  applies: 'the record that applies',
  record: 'another record, which does not decide here',
  several: 'several records, of which none counts',
  discarded: 'a text that receivers do not take for a record',
  none: 'no record',
  failed: 'could not be asked',
};

export function placeText({ name, state }: SurveyedPlace): string {
  return `${name}: ${states[state]}`;
}

/** What receivers of one kind read. */
export function readingText(reading: SurveyedReading | null): string {
  if (!reading) return 'could not be determined';
  const { name, policy, applied, tag, percent } = reading;
  if (name === null) return 'none published';
  if (policy === null) return `none: the record at ${name} is void`;
  if (tag === null) return `none: the record at ${name} has no valid policy, but a report address`;
  const held = applied === policy ? '' : `; t=y: treated as ${applied ?? 'none'}`;
  const part = percent < 100 ? `; pct: for ${percent} percent of the mail that fails` : '';
  return `${policy}, by ${tag} at ${name}${held}${part}`;
}

/** Receivers that follow either, as far as they differ. */
export const followers = { walk: 'RFC 9989', classic: 'RFC 7489' } as const;

function where({ walk, classic }: Alignment, yes: string, no: string): string {
  if (walk === null || classic === null) return 'could not tell';
  if (walk === classic) return walk ? yes : no;
  return `${yes} for receivers that follow ${walk ? followers.walk : followers.classic} alone`;
}

function relation({ relaxed, strict }: SurveyedIdentifier): string {
  if (strict) return 'the same domain';
  return where(relaxed, 'the same organization, so aligned in relaxed mode', 'another organization');
}

function strictText({ walk, classic }: SurveyedIdentifier['mode']): string {
  if (walk === classic) return walk === 'strict' ? '; the record asks for strict mode' : '';
  return `; the record that ${walk === 'strict' ? followers.walk : followers.classic} leads to asks for strict mode`;
}

/**
 * Whether a domain aligns, and what a pass for it is worth.
 * @param published some receivers find a record: without one there is no DMARC to pass
 */
export function identifierText(one: SurveyedIdentifier, published: boolean): string {
  const { mechanism, domain, given, mode, aligned, relaxed } = one;
  const name = `${mechanism.toUpperCase()} for ${domain}${given ? '' : ' (presumed)'}`;
  // The walk from the other domain would end at a record that is yet to be published.
  if (!published) return `${name}: ${relation({ ...one, relaxed: { ...relaxed, walk: relaxed.classic } })}`;
  const strict = one.strict ? '' : strictText(mode);
  const worth = where(aligned, 'a pass makes DMARC pass', 'a pass does not help DMARC');
  return `${name}: ${relation(one)}${strict}; ${worth}`;
}

const asked = {
  none: 'nothing is asked of receivers',
  quarantine: 'receivers are asked to quarantine it',
  reject: 'receivers are asked to reject it',
} as const;

/** RFC 7489 §6.6.4: what is asked of the mail that `pct` spares. */
const spared = { quarantine: 'nothing of the rest', reject: 'to quarantine the rest' } as const;

function request(reading: SurveyedReading | null): string {
  if (!reading) return 'what is asked of receivers could not be determined';
  const { applied, percent } = reading;
  if (applied === null || applied === 'none') return asked.none;
  if (percent === 100) return asked[applied];
  return `receivers are asked to ${applied} ${percent} percent of it, and ${spared[applied]}`;
}

/** What happens to mail for which neither makes DMARC pass. */
export function otherwiseText({ walk, classic }: DmarcSurvey): string {
  const [now, then] = [request(walk), request(classic)];
  // RFC 9989 §4.10.1: without a policy the mechanism is not applied.
  if (walk && classic && walk.policy === null && classic.policy === null)
    return `DMARC does not apply, and ${now}`;
  const both = now === then ? now : `${now} (${followers.walk}) or ${then} (${followers.classic})`;
  return `the mail fails DMARC, and ${both}`;
}

const consents: Readonly<Record<SurveyedDestination['consent'], string>> = {
  'not-needed': '',
  given: 'it has agreed to take them',
  missing: 'it has not agreed to take them, so none are sent',
  unnameable: 'it cannot agree: the name is too long, so none are sent',
  diverted: 'its agreement names another domain, so none are sent',
  unknown: 'whether it has agreed could not be told',
};

function delivery(deliverable: boolean | null): string {
  if (deliverable === null) return 'whether it takes mail could not be told';
  return deliverable ? '' : 'it takes no mail';
}

/** Who gets reports, and whether they arrive. */
export function destinationText({ tags, addresses, consent, deliverable }: SurveyedDestination): string {
  const told = [consents[consent], delivery(deliverable)].filter((text) => text !== '');
  return `${tags.join(' and ')} to ${addresses.join(', ')}${told.length > 0 ? `: ${told.join('; ')}` : ''}`;
}

const standings: Readonly<Record<Exclude<SurveyedTag['standing'], 'read'>, string>> = {
  removed: 'removed by RFC 9989, still read by others',
  unknown: 'unknown and ignored',
  repeated: 'stands twice, the first one counts',
};

/** A tag that not every receiver reads; null for one that they do. */
export function tagText({ name, value, standing }: SurveyedTag): string | null {
  return standing === 'read' ? null : `${name}=${value}: ${standings[standing]}`;
}

export const stageTexts = {
  none: 'none, to receive reports and refuse nothing',
  quarantine: 'quarantine, when the reports show that all your own mail passes',
  reject: 'reject, when nothing of yours was held back meanwhile',
} as const;
