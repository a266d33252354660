import type { Resolver } from '../dns/resolver.ts';
import { type Spoken, spoken } from '../text/say.ts';
import { checkHost as checkHostSaid } from './evaluate.ts';
import type * as outcome from './outcome.ts';
import { parseSpf as parseSpfSaid } from './parse.ts';
import type * as record from './record.ts';
import type { SpfFacts } from './facts.ts';
import { surveySpf as surveySpfSaid } from './survey.ts';
import type * as surveyed from './surveyed.ts';

/** What the library offers of SPF, with its reasons and faults in English. */

export type SpfOutcome = Spoken<outcome.SpfOutcome>;
export type SpfRecord = Spoken<record.SpfRecord>;
export type SpfSurvey = Spoken<surveyed.SpfSurvey>;

/** @throws InputError for an `ip` that is none, before any question */
export async function checkHost(
  client: outcome.SpfClient,
  resolver: Resolver,
  limits: Partial<outcome.SpfLimits> = {},
): Promise<SpfOutcome> {
  return spoken(await checkHostSaid(client, resolver, limits), 'en');
}

/** Reads a v=spf1 record: any text in, a tree and all its problems out. Never throws. */
export function parseSpf(text: string): SpfRecord {
  return spoken(parseSpfSaid(text), 'en');
}

/** Goes through everything that the SPF record of a domain leads to, past the limits too. */
export function surveySpf(facts: SpfFacts): SpfSurvey {
  return spoken(surveySpfSaid(facts), 'en');
}
