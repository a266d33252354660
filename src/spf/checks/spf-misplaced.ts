import { defineCheck, evidence, type FindingDraft, undetermined } from '../../check.ts';
import { type Misplaced, misplaced, unaskedElsewhere } from '../misplaced.ts';
import { shown } from '../problems.ts';
import { mend } from './repair.ts';

type Param = 'place' | 'text' | 'fault' | 'domain' | 'state' | 'advice';

/** Why it does not count, behind the text. */
const faults: Readonly<Record<Misplaced['why'], (name: string) => string>> = {
  version: () => 'was meant for SPF, but does not begin with the word "v=spf1" and a space',
  _dmarc: (name) => `was meant for SPF, but stands at ${name}, where receivers look for DMARC`,
  _spf: (name) => `stands at ${name}, which receivers read only where another record leads there`,
  www: (name) => `stands at ${name}, which receivers read only for mail from ${name} itself`,
};

const publish =
  'publish it as a TXT record there, beginning with "v=spf1" and a space, without quotation marks of its own';

/** What to do, behind "If it is meant for the domain". */
const advices: Readonly<Record<Misplaced['why'], (name: string, domain: string) => string>> = {
  version: () => publish,
  _dmarc: () => publish,
  _spf: (name, domain) => `publish a record at ${domain} that includes ${name}`,
  www: (name, domain) =>
    `publish a record at ${domain} that authorizes the same hosts ("a" and "mx" without a name mean those of ${name} here)`,
};

export const spfMisplaced = defineCheck({
  id: 'spf-misplaced',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §3, §4.5',
  messages: {
    title: 'An SPF record at {place} that receivers do not use for {domain}',
    explanation:
      'The TXT record "{text}" {fault}. For mail from {domain}, receivers read one record at {domain} that begins with "v=spf1" and a space; {state}.',
    consequence: 'Hosts that only this text authorizes do not pass SPF for {domain}.',
    remedy:
      'If it is meant for {domain}, {advice}. Where {domain} has an SPF record already, add missing terms to that: a second record would break both.',
  },
  *find({ spf }) {
    const { domain, records, elsewhere } = spf;
    const state = records.length > 0 ? 'they read the other one there' : 'they find none there';
    for (const { txt, text, why } of misplaced(spf)) {
      const fault = faults[why](txt.name);
      const advice = advices[why](txt.name, domain);
      const draft: FindingDraft<Record<Param, string>> = {
        about: `${txt.name} ${text.slice(0, 100)}`,
        params: { place: txt.name, text: shown(text), fault, domain, state, advice },
        // The record that receivers do read may hold all that is needed; "_spf" and "www" may have one of their own.
        ...(records.length > 0 || why === '_spf' || why === 'www' ? { severity: 'warning' } : {}),
        ...mend(spf, domain, () => records.length === 0),
        at: { record: text, start: 0, end: Math.min(text.length, 8) },
        evidence: [evidence(txt)],
      };
      yield draft;
    }
    for (const asked of unaskedElsewhere(elsewhere)) yield undetermined(asked.name, asked, false);
  },
});
