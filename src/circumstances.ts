import { verdictOfSelector } from './dkim/selector-verdict.ts';
import { alignmentOf, cannotAlign, type Mechanism } from './dmarc/alignment.ts';
import type { DmarcFacts, DmarcPolicy } from './dmarc/facts.ts';
import { fullPolicy } from './dmarc/full-policy.ts';
import { classicOrganization, classicReading, walkReading } from './dmarc/readings.ts';
import type { AllFacts } from './facts.ts';
import type { Circumstances, SignatureState } from './smtp/cause.ts';
import type { Subject } from './subject.ts';

/** A pass of that mechanism for the domain may align with From: nothing rules it out. */
function mayAlign(
  { dmarc }: AllFacts,
  { authorDomain }: Subject,
  domain: string,
  mechanism: Mechanism,
): boolean {
  if (dmarc?.ok) return !cannotAlign(alignmentOf(dmarc.value, domain, mechanism));
  return classicOrganization(domain) === classicOrganization(authorDomain);
}

/** A pass of SPF for the envelope domain aligns with From at every receiver. */
function envelopeAligns({ dmarc }: AllFacts, { authorDomain, envelopeDomain }: Subject): boolean {
  if (!dmarc?.ok) return envelopeDomain === authorDomain;
  const { walk, classic } = alignmentOf(dmarc.value, envelopeDomain, 'spf');
  return walk === true && classic === true;
}

/** The policy that weighs most of those that receivers of either kind read. */
function heaviestPolicy(facts: DmarcFacts): DmarcPolicy | null {
  const read = new Set([facts.policy, walkReading(facts)?.policy, classicReading(facts)?.policy]);
  return (['reject', 'quarantine', 'none'] as const).find((policy) => read.has(policy)) ?? null;
}

/** Whether a signature of a domain that `counts` can verify: of the given selectors, or else of those found. */
function signatureState(
  facts: AllFacts,
  subject: Subject,
  counts: (domain: string) => boolean,
): SignatureState {
  if (!facts.dkim?.ok) return 'unknown';
  const given = subject.selectors.length > 0;
  const considered = facts.dkim.value.selectors.filter(({ source, domain }) => {
    return (source === 'given') === given && counts(domain);
  });
  const verdicts = considered.map(verdictOfSelector);
  if (verdicts.includes('usable')) return 'usable';
  // Without the selectors that sign, absence is proven at `_domainkey` alone (RFC 8020).
  if (!given)
    return facts.dkim.value.domainkey.answer.status === 'nxdomain' && considered.length === 0
      ? 'broken'
      : 'unknown';
  return verdicts.every((verdict) => verdict === 'broken') ? 'broken' : 'unknown';
}

/** Whether receivers find a record whose policy they can use. */
function dmarcState({ dmarc }: AllFacts): Circumstances['dmarc'] {
  // A failed question hides the record, or which of its policies counts.
  if (!dmarc?.ok || !walkReading(dmarc.value)) return 'unknown';
  return dmarc.value.policy === null ? 'unusable' : 'usable';
}

/** Whether an MX of the envelope domain, or the domain itself in its stead, leads to an address. */
function mxState({ mx }: AllFacts): Circumstances['mx'] {
  if (!mx?.ok || mx.value.hosts.length === 0) return 'unknown';
  const answers = mx.value.hosts.map(({ a, aaaa }) => [a.answer.status, aaaa.answer.status]);
  if (answers.some((both) => both.includes('found'))) return 'some';
  return answers.some((both) => both.includes('failed')) ? 'unknown' : 'none';
}

/** What SPF comes to for the addresses that the user gave: all of them pass, none does, or neither is proven. */
function spfState({ spf }: AllFacts, { ips }: Subject): Circumstances['spf'] {
  const evaluations = spf?.ok ? spf.value.evaluations.filter(({ identity }) => identity === 'mail-from') : [];
  const settled = evaluations.filter(
    ({ result, presumed }) => result !== 'temperror' && presumed.length === 0,
  );
  if (ips.length === 0 || settled.length < ips.length) return 'unknown';
  const passing = settled.filter(({ result }) => result === 'pass').length;
  if (passing === 0) return 'no-pass';
  return passing === settled.length ? 'pass' : 'unknown';
}

/** What the consequences need to know of the subject beside its findings. */
export function circumstances(subject: Subject, facts: AllFacts): Circumstances {
  const { envelopeDomain, envelopeSource, selectors, ips } = subject;
  const dmarc = facts.dmarc?.ok ? facts.dmarc.value : null;
  return {
    volume: subject.volume,
    policy: dmarc && heaviestPolicy(dmarc),
    policyCertain: dmarc !== null && fullPolicy(dmarc).certain,
    dmarc: dmarcState(facts),
    spf: spfState(facts, subject),
    signature: signatureState(facts, subject, () => true),
    aligned: signatureState(facts, subject, (domain) => mayAlign(facts, subject, domain, 'dkim')),
    envelopeGiven: envelopeSource !== 'presumed',
    envelopeDomain,
    envelopeAligned: mayAlign(facts, subject, envelopeDomain, 'spf'),
    envelopeAligns: envelopeAligns(facts, subject),
    signersGiven: selectors.length > 0,
    givenAddresses: ips,
    givenKeys: selectors.map(({ selector, domain }) => `${selector}._domainkey.${domain}`),
    mx: mxState(facts),
  };
}
