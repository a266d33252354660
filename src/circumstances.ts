import type { AllFacts } from './facts.ts';
import type { Cause, Circumstances } from './smtp/expect.ts';
import { dkimCannotPass } from './smtp/consequences/consequence.ts';
import type { Subject } from './subject.ts';

/** What is known of the keys: whether a signature can pass at all. */
function dkimState(subject: Subject, facts: AllFacts, causes: readonly Cause[]): Circumstances['dkim'] {
  if (!facts.dkim?.ok) return 'unknown';
  const faults = causes.filter(({ id }) => dkimCannotPass.some(({ finding }) => finding === id));
  if (faults.some(({ id }) => id === 'dkim-missing')) return 'broken';
  const broken = new Set(faults.map(({ about }) => about));
  const { selectors } = facts.dkim.value;
  const considered = selectors.filter(({ source }) => subject.selectors.length === 0 || source === 'given');
  const names = considered.map((one) => ({ ...one, name: `${one.selector}._domainkey.${one.domain}` }));
  if (names.some(({ name, keys }) => keys.length > 0 && !broken.has(name))) return 'usable';
  const given = names.filter(({ source }) => source === 'given');
  return given.length > 0 && given.every(({ name }) => broken.has(name)) ? 'broken' : 'unknown';
}

/** Whether receivers find a record whose policy they can use. */
function dmarcState({ dmarc }: AllFacts): Circumstances['dmarc'] {
  if (!dmarc?.ok || dmarc.value.undecided) return 'unknown';
  return dmarc.value.policy === null ? 'unusable' : 'usable';
}

/** What the consequences need to know of the subject beside its findings. */
export function circumstances(subject: Subject, facts: AllFacts, causes: readonly Cause[]): Circumstances {
  return {
    dmarc: dmarcState(facts),
    policy: facts.dmarc?.ok ? facts.dmarc.value.policy : null,
    dkim: dkimState(subject, facts, causes),
    envelopeGiven: subject.mailFrom !== null,
    signersGiven: subject.selectors.length > 0,
    givenAddresses: subject.ips,
    givenKeys: subject.selectors.map(({ selector, domain }) => `${selector}._domainkey.${domain}`),
  };
}
