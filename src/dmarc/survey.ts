import { isFailed } from '../dns/resolver.ts';
import type { Subject } from '../subject.ts';
import { aligned, alignmentOf, type Mechanism, modeOf, walkOrganization } from './alignment.ts';
import { consentOf, obstacle, undelivered } from './destination.ts';
import type { DmarcFacts, DmarcPlace, DmarcPolicy, ReportDestination } from './facts.ts';
import { classicOrganization, classicReading, type Reading, walkReading } from './readings.ts';
import { removedTags } from './removed-tags.ts';
import { stagesOf } from './stages.ts';
import type {
  DmarcSurvey,
  SurveyedDestination,
  SurveyedIdentifier,
  SurveyedPlace,
  SurveyedReading,
  SurveyedTag,
} from './surveyed.ts';
import { recordOf } from './walk.ts';

const maxText = 300;
const maxTexts = 3;
const maxTags = 20;
const maxName = 20;
const maxValue = 100;
const maxAddresses = 5;
const maxIdentifiers = 20;

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function stateOf(place: DmarcPlace, { applies }: DmarcFacts): SurveyedPlace['state'] {
  if (isFailed(place.txt)) return 'failed';
  if (place.domain === applies?.domain) return 'applies';
  if (place.records.length > 0) return place.records.length > 1 ? 'several' : 'record';
  return place.discarded.length > 0 ? 'discarded' : 'none';
}

function surveyPlace(place: DmarcPlace, dmarc: DmarcFacts): SurveyedPlace {
  const texts = [...place.records, ...place.discarded].map(({ text }) => cut(text, maxText));
  return { name: place.txt.name, state: stateOf(place, dmarc), records: texts.slice(0, maxTexts) };
}

const weaker: Readonly<Record<DmarcPolicy, DmarcPolicy>> = {
  none: 'none',
  quarantine: 'none',
  reject: 'quarantine',
};

/** RFC 9989 §4.7: `t=y` makes the policy a step weaker. */
function underTest({ policy, record }: Reading): DmarcPolicy | null {
  return policy !== null && record?.testing ? weaker[policy] : policy;
}

function surveyReading(
  reading: Reading | null,
  organizationalDomain: string | null,
  reads: 't' | 'pct',
): SurveyedReading | null {
  if (!reading) return null;
  const { policy, place, tag, record } = reading;
  return {
    organizationalDomain,
    name: place?.txt.name ?? null,
    policy,
    applied: reads === 't' ? underTest(reading) : policy,
    tag,
    percent: reads === 'pct' ? (record?.pct ?? 100) : 100,
  };
}

/** Tags that RFC 9989 §4.7 defines. */
const defined: ReadonlySet<string> = new Set('v p sp np adkim aspf fo psd rua ruf t'.split(' '));

function surveyTags({ applies }: DmarcFacts): SurveyedTag[] {
  const record = applies && recordOf(applies);
  const seen = new Set<string>();
  return (record?.tags ?? []).slice(0, maxTags).map(({ name, value }) => {
    const lower = name.toLowerCase();
    const repeated = seen.has(lower);
    seen.add(lower);
    const standing = removedTags.has(lower) ? 'removed' : defined.has(lower) ? 'read' : 'unknown';
    return {
      name: cut(name, maxName),
      value: cut(value, maxValue),
      standing: repeated ? 'repeated' : standing,
    };
  });
}

function surveyIdentifier(
  dmarc: DmarcFacts,
  mechanism: Mechanism,
  domain: string,
  given: boolean,
): SurveyedIdentifier {
  const both = (mode: 'relaxed' | 'strict', organization: (of: string) => string | null) =>
    aligned(domain, dmarc.domain, mode, organization);
  return {
    mechanism,
    domain,
    given,
    mode: {
      walk: modeOf(walkReading(dmarc)?.record, mechanism),
      classic: modeOf(classicReading(dmarc)?.record, mechanism),
    },
    relaxed: {
      walk: both('relaxed', (of) => walkOrganization(dmarc, of)),
      classic: both('relaxed', classicOrganization),
    },
    strict: both('strict', classicOrganization) === true,
    aligned: alignmentOf(dmarc, domain, mechanism),
  };
}

function surveyIdentifiers(dmarc: DmarcFacts, subject: Subject): SurveyedIdentifier[] {
  const { envelopeDomain, envelopeSource, authorDomain, selectors } = subject;
  const signers = [...new Set(selectors.map(({ domain }) => domain))].slice(0, maxIdentifiers);
  return [
    surveyIdentifier(dmarc, 'spf', envelopeDomain, envelopeSource !== 'presumed'),
    ...signers.map((domain) => surveyIdentifier(dmarc, 'dkim', domain, true)),
    ...(signers.length === 0 ? [surveyIdentifier(dmarc, 'dkim', authorDomain, false)] : []),
  ];
}

function surveyDestination(destination: ReportDestination): SurveyedDestination {
  const { domain, tags, addresses } = destination;
  const open = obstacle(destination) === null;
  return {
    domain,
    tags,
    addresses: addresses.slice(0, maxAddresses),
    consent: consentOf(destination).state,
    deliverable: open && undelivered(destination) ? null : open,
  };
}

/** Where the policy was looked for, what it comes to, and what aligns with the author domain. */
export function surveyDmarc(dmarc: DmarcFacts, subject: Subject): DmarcSurvey {
  const { domain, places, organizationalDomain, reports } = dmarc;
  const parked = subject.profile === 'parked';
  return {
    domain,
    places: places.map((place) => surveyPlace(place, dmarc)),
    walk: surveyReading(walkReading(dmarc), organizationalDomain, 't'),
    classic: surveyReading(classicReading(dmarc), classicOrganization(domain), 'pct'),
    tags: surveyTags(dmarc),
    // A parked domain has no mail that could pass, nor any to be careful of: the policy is reject at once.
    identifiers: parked ? [] : surveyIdentifiers(dmarc, subject),
    reports: reports.map(surveyDestination),
    stages: parked ? [] : stagesOf(dmarc),
  };
}
