import type { Failure, Question } from '../dns/resolver.ts';
import type { Phrase } from '../text/say.ts';
import type { MacroLetter } from './macro.ts';

/** RFC 7208 §2.6. */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

/** Who sends, as the receiver of the message sees it (RFC 7208 §4.1). */
export interface SpfClient {
  /** The address of the SMTP client; an IPv4-mapped one counts as IPv4. */
  readonly ip: string;
  /** The MAIL FROM address; empty or `<>` for the null reverse-path: then it is postmaster at the HELO name. */
  readonly sender: string;
  /** What the client said in HELO or EHLO. */
  readonly helo: string;
  /** The name of the receiving host, for the macro `%{r}`; `unknown` where absent. */
  readonly receiver?: string;
}

/** RFC 7208 §4.6.4. */
export interface SpfLimits {
  /** Terms that ask the DNS, `%{p}` in one of them counted as one more; above it a permerror. 10. */
  readonly lookups: number;
  /** Terms with a question that finds nothing; one more is a permerror. 2. */
  readonly voidLookups: number;
  /** MX records of one `mx` whose hosts are tried; where none matches and there are more, a permerror. 10. */
  readonly mxNames: number;
  /** PTR names of the client that are tried; the rest is ignored. 10. */
  readonly ptrNames: number;
  /** For the whole evaluation, the explanation included; then temperror. 20,000. */
  readonly milliseconds: number;
}

/** A question and how it was answered. */
export interface SpfQuestion extends Question {
  readonly status: 'found' | 'nodata' | 'nxdomain' | 'failed';
  /** What came back, in presentation form and by text: the first twenty records, 500 characters of each. */
  readonly records: readonly string[];
  /** Where the status is `failed`. */
  readonly failure?: Failure;
}

/** One term that the evaluation came to. */
export interface SpfStep {
  /** The domain whose record holds the term. */
  readonly domain: string;
  /** As it stands in the record. */
  readonly term: string;
  /** UTF-16 offsets into the record, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** What it adds to the lookups: 2 where its domain-spec holds `%{p}`. */
  readonly cost: 0 | 1 | 2;
  /** One of its questions found nothing: what it adds to the void lookups. */
  readonly void: 0 | 1;
  /** The name that its domain-spec expanded to. */
  readonly target?: string;
  /** In the order of the evaluation, as far as they had a part in it. */
  readonly questions: readonly SpfQuestion[];
  /**
   * `followed`: a redirect, whose result `nested` holds. `explained` and `unexplained`: an `exp` that gave a text,
   * or none.
   */
  readonly effect:
    | 'match'
    | 'no-match'
    | 'temperror'
    | 'permerror'
    | 'followed'
    | 'explained'
    | 'unexplained';
  readonly reason: string | Phrase;
  /** What an include or redirect led to. */
  readonly nested?: SpfVisit;
}

/** One check_host() of the recursion: a domain, its record, and the terms evaluated. */
export interface SpfVisit {
  readonly domain: string;
  /** The TXT question; none for a domain that cannot have an SPF record. */
  readonly questions: readonly SpfQuestion[];
  /** The text of the one record; null where there is none or more than one. */
  readonly record: string | null;
  readonly steps: readonly SpfStep[];
  /** Terms that ask nothing and do not match, left out of `steps` because there are very many. */
  readonly omitted?: number;
  readonly result: SpfResult;
  readonly reason: string | Phrase;
}

/** The directive that decided. */
export interface SpfMatch {
  /** The text of its record. */
  readonly record: string;
  /** The domain that publishes it. */
  readonly domain: string;
  readonly term: string;
  /** UTF-16 offsets into the record, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What check_host() comes to, as plain JSON. */
export interface SpfOutcome {
  readonly result: SpfResult;
  /** In words, without final stop; may hold text from the DNS. */
  readonly reason: string | Phrase;
  /** Absent where no directive matched. Of an include that matched, the include itself. */
  readonly matched?: SpfMatch;
  /** The publisher's text, printable US-ASCII, for `fail` with a usable `exp` alone. */
  readonly explanation?: string;
  /** Lookups, those of the term that was too many included. */
  readonly lookups: number;
  /** Those with a question that found nothing. */
  readonly voidLookups: number;
  /** The macro letters that it expanded, sorted: the result may hang on what they stand for. */
  readonly letters: readonly MacroLetter[];
  readonly trace: SpfVisit;
}
