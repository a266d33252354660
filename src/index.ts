export { type AuditedBounces, type AuditedGroup, auditedBounces } from './bounces/audited.ts';
export {
  type Because,
  because,
  type BecauseVerdict,
  type ExplainingFinding,
} from './bounces/because.ts';
export { type Bounces, type BouncesOptions, eachBounce, explainBounces } from './bounces/explain-bounces.ts';
export type { ExplainedReply } from './bounces/explained.ts';
export type { FoundReply, Origin } from './bounces/found.ts';
export type { ReplyGroup } from './bounces/groups.ts';
export { type InputKind, inputKinds } from './bounces/kind.ts';
export type { Sender } from './bounces/senders.ts';
export { checks, type CheckId } from './all-checks.ts';
export { audit, type AuditOptions, readAddresses, readSubject, type SubjectInput } from './audit.ts';
export { correct, correctedBy, type Correction } from './correct.ts';
export type { Area, Check, Evidence, Fix, Messages, Place } from './check.ts';
export { type DkimKey, parseDkimKey } from './dkim/key.ts';
export { defaultDepth as defaultSelectorDepth } from './dkim/selectors.ts';
export { discoverDmarc } from './dmarc/discover.ts';
export { type DmarcRecord, parseDmarc } from './dmarc/parse.ts';
export { atMost } from './dns/layers/at-most.ts';
export { deadline } from './dns/layers/deadline.ts';
export { onBadName } from './dns/layers/fallback.ts';
export { once } from './dns/layers/once.ts';
export { type Exchange, recorded, replay } from './dns/layers/recorded.ts';
export { retry } from './dns/layers/retry.ts';
export { nodeResolver, type NodeResolverOptions, systemServers } from './dns/node-resolver.ts';
export type {
  Answer,
  Asked,
  Failure,
  MxRecord,
  Question,
  RecordData,
  RecordType,
  Resolver,
  SoaRecord,
} from './dns/resolver.ts';
export { wireResolver, type WireResolverOptions } from './dns/wire-resolver.ts';
export { zoneResolver } from './dns/zone-resolver.ts';
export type { DnsblFacts, Listing, ListStatus } from './dnsbl/facts.ts';
export type { Dnsbl } from './dnsbl/list.ts';
export { lookupDnsbl } from './dnsbl/query.ts';
export { type ListTester, rememberTests } from './dnsbl/health.ts';
export type { KeyedService } from './dnsbl/list.ts';
export { readOwnLists } from './dnsbl/own-list.ts';
export { keyed } from './dns/layers/keyed.ts';
export { paced } from './dns/layers/paced.ts';
export { chooseLists, type OwnLists } from './dnsbl/register/choose.ts';
export { defaultLists, register as dnsblRegister } from './dnsbl/register/index.ts';
export { InputError, parseDomain, quoted, registrableDomain } from './domain.ts';
export type { AllFacts, Fact, FactName, FactSections } from './facts.ts';
export { gather, type GatherOptions } from './gather.ts';
export { type DnsblLookup, lookUpAll, type RegisteredList, testLists } from './lookup.ts';
export { readRecording, type RecordedAudit, type Recording, replayAudits } from './recording.ts';
export { judge } from './judge.ts';
export { type Profile, profiles, type Volume, volumes } from './profile.ts';
export { bounceLine, bounceRenderers } from './report/bounces/index.ts';
export { dnsblRenderers, type FormatName, renderers } from './report/index.ts';
export type { Renderer, RenderOptions } from './report/renderer.ts';
export {
  type Corrected,
  type Finding,
  type ProposedRecord,
  type Report,
  type ReportSubject,
  schemaVersion,
  type Unknown,
  type Verdict,
} from './report/report.ts';
export { severities, type Severity } from './severity.ts';
export type { Cause } from './smtp/causes/index.ts';
export { explainReply } from './smtp/explain.ts';
export type { Action, Confidence, Reading, ReplyExplanation } from './smtp/explanation.ts';
export type { Certainty, ConditionId, Rejection } from './smtp/rejection.ts';
export {
  joined,
  type Language,
  languages,
  phrase,
  type Phrase,
  type Said,
  say,
  type Words,
} from './text/say.ts';
export {
  checkHost,
  parseSpf,
  type SpfOutcome,
  type SpfRecord,
  type SpfSurvey,
  surveySpf,
} from './spf/english.ts';
export type { Subject } from './subject.ts';
export { grouped } from './text/grouped.ts';
export { printable, wrap } from './text/terminal.ts';
export { verdicts } from './report/text/verdicts.ts';
export { tool, version } from './version.ts';
