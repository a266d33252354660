import type { Alignment, AlignmentMode, Mechanism } from './alignment.ts';
import type { Consent } from './destination.ts';
import type { DmarcPolicy, PolicyTag } from './parse.ts';
import type { DmarcStage } from './stages.ts';

/** A survey of DMARC as plain JSON: where the policy was looked for and read, what aligns, who gets reports. */
export interface DmarcSurvey {
  /** The author domain. */
  readonly domain: string;
  /** The names asked, in the order of the tree walk. */
  readonly places: readonly SurveyedPlace[];
  /** What receivers that follow RFC 9989 read; null where a failed question hides it. */
  readonly walk: SurveyedReading | null;
  /** What receivers that follow RFC 7489 read; null where a failed question hides it. */
  readonly classic: SurveyedReading | null;
  /** Of the record that applies, in the order written, at most twenty. */
  readonly tags: readonly SurveyedTag[];
  readonly identifiers: readonly SurveyedIdentifier[];
  readonly reports: readonly SurveyedDestination[];
  /** The records to publish one after the other, up to the policy reject. */
  readonly stages: readonly DmarcStage[];
}

export interface SurveyedPlace {
  readonly name: string;
  /**
   * `applies`: its record is the one read by RFC 9989. `record`: a record that is passed over or read by others.
   * `several`: more than one, so none counts. `discarded`: a text meant as a record. `none`: no such text, or no such
   * name. `failed`: could not be asked.
   */
  readonly state: 'applies' | 'record' | 'several' | 'discarded' | 'none' | 'failed';
  /** Cut at 300 characters; at most three; untrusted. */
  readonly records: readonly string[];
}

export interface SurveyedReading {
  /** null where a failed question hides it, which the policy of a record of its own need not. */
  readonly organizationalDomain: string | null;
  /** The name of the record; null where there is none. */
  readonly name: string | null;
  /** As published; null where no record applies, or the one that does is void. */
  readonly policy: DmarcPolicy | null;
  /** What is asked for mail that fails, `t=y` taken into account; null as above. */
  readonly applied: DmarcPolicy | null;
  /** The tag it was read from. */
  readonly tag: PolicyTag | null;
  /** Percentage of the failing mail that it is asked for; 100 unless `pct` is read. */
  readonly percent: number;
}

export interface SurveyedTag {
  /** Cut at 20 characters; untrusted. */
  readonly name: string;
  /** Cut at 100 characters; untrusted. */
  readonly value: string;
  /** `removed`: by RFC 9989. `unknown`: ignored. `repeated`: the first of its name counts. */
  readonly standing: 'read' | 'removed' | 'unknown' | 'repeated';
}

/** A domain that SPF or DKIM may pass for. */
export interface SurveyedIdentifier {
  readonly mechanism: Mechanism;
  readonly domain: string;
  /** false: the user did not say, the author domain is presumed. */
  readonly given: boolean;
  /** The mode that the record asks for. */
  readonly mode: { readonly walk: AlignmentMode; readonly classic: AlignmentMode };
  /** Whether it aligns in either mode, whatever the record asks for; null where a failed question hides it. */
  readonly relaxed: Alignment;
  readonly strict: boolean;
  /** Whether it aligns in the mode asked for: a pass makes DMARC pass. */
  readonly aligned: Alignment;
}

export interface SurveyedDestination {
  readonly domain: string;
  readonly tags: readonly ('rua' | 'ruf')[];
  /** At most five. */
  readonly addresses: readonly string[];
  readonly consent: Consent['state'];
  /** Whether its mail exchange can be reached by name; null where a failed question hides it. */
  readonly deliverable: boolean | null;
}
