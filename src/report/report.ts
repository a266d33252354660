import type { Area, Evidence, Fix, Place } from '../check.ts';
import type { DkimSurvey } from '../dkim/surveyed.ts';
import type { DmarcSurvey } from '../dmarc/surveyed.ts';
import type { Question } from '../dns/resolver.ts';
import type { AllFacts } from '../facts.ts';
import type { Rejection } from '../smtp/rejection.ts';
import type { ReceiverVerdict } from '../smtp/verdict.ts';
import type { SpfSurvey } from '../spf/surveyed.ts';
import type { AddressSource } from '../subject.ts';
import type { Profile, Volume } from '../profile.ts';
import type { Severity } from '../severity.ts';
import type { Language, Spoken } from '../text/say.ts';

export const schemaVersion = 1;

export type Verdict = 'ready' | 'at-risk' | 'rejected' | 'unknown';

export interface ReportSubject {
  readonly domain: string;
  /** By DMARC's tree walk where it reached one, otherwise by the public suffix list. */
  readonly organizationalDomain: string | null;
  /** What is expected of the domain: that it sends, or that it sends nothing. */
  readonly profile: Profile;
  readonly volume: Volume | null;
  readonly from: string | null;
  readonly mailFrom: string | null;
  readonly helo: string | null;
  /** Sending addresses: given, or authorized by SPF as single hosts. */
  readonly ips: readonly { readonly address: string; readonly source: AddressSource }[];
  readonly selectors: readonly {
    readonly selector: string;
    readonly domain: string;
    readonly source: 'given' | 'provider' | 'common';
  }[];
}

export interface Finding {
  /** The id and what it is about: the same from run to run. */
  readonly key: string;
  readonly id: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly title: string;
  readonly explanation: string;
  readonly consequence: string;
  readonly remedy: string;
  readonly reference: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly at?: Place;
  readonly fix?: readonly Fix[];
  readonly evidence: readonly Evidence[];
}

export interface Unknown {
  readonly key: string;
  readonly id: string;
  /** true: the verdict hangs on it. false: coverage. */
  readonly blocking: boolean;
  readonly reason: string;
  readonly question: Question | null;
}

/** A record to publish at a name and type in the place of those that begin alike. */
export interface ProposedRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Ids of the findings that ask for it, in the order in which they came. */
  readonly findings: readonly string[];
}

/** What the audit came to when it was made again with the proposed records in the place of those published. */
export interface Corrected {
  readonly records: readonly ProposedRecord[];
  readonly verdict: Verdict;
  /** The findings that are still there, and those that only then can be seen. */
  readonly left: readonly Pick<Finding, 'key' | 'id' | 'severity'>[];
}

/** The result of an audit: plain JSON, keys and ids are public API, order is deterministic. */
export interface Report {
  readonly schemaVersion: typeof schemaVersion;
  /** Name and version of the program. */
  readonly tool: string;
  /** The language of every sentence in it; ids, keys and words of the API are the same in all. */
  readonly language: Language;
  readonly at: string;
  readonly durationMs: number;
  readonly queries: number;
  readonly subject: ReportSubject;
  readonly verdict: Verdict;
  /** By severity, then by id, then by the offset of the fault, then by key (numbers in it as numbers). */
  readonly findings: readonly Finding[];
  readonly rejections: readonly Rejection[];
  /** One entry a receiver, always in the same order; empty for a domain that is to send nothing. */
  readonly receivers: readonly ReceiverVerdict[];
  /** What the records of a protocol lead to, gone through term by term; absent where nothing could be read. */
  readonly survey: {
    readonly spf?: Spoken<SpfSurvey>;
    readonly dkim?: Spoken<DkimSurvey>;
    readonly dmarc?: Spoken<DmarcSurvey>;
  };
  readonly unknown: readonly Unknown[];
  /** Ids of checks that ran and found nothing, sorted. */
  readonly passed: readonly string[];
  /** Ids of checks that had nothing to look at, sorted. */
  readonly notApplicable: readonly string[];
  /** Where it was asked for; null where no remedy is a record. */
  readonly corrected?: Corrected | null;
  /** Checks that failed by a bug of ours; empty but for that. */
  readonly internalErrors: readonly { readonly id: string; readonly message: string }[];
  readonly facts: Spoken<AllFacts>;
}
