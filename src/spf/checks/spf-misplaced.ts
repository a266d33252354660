import { defineCheck, evidence, type FindingDraft, undetermined } from '../../check.ts';
import { type Asked, isFailed, recordsOf } from '../../dns/resolver.ts';
import { isAlmostSpf } from '../almost.ts';
import type { SpfElsewhere, SpfFacts } from '../facts.ts';
import { isSpf, parseSpf } from '../parse.ts';
import { authorizesSomebody } from '../rewrite.ts';
import { shown } from '../problems.ts';

/** A text that was meant for SPF, where no receiver finds it. */
interface Misplaced {
  readonly txt: Asked<'TXT'>;
  readonly text: string;
  /** What is wrong with it, after "which". */
  readonly fault: string;
}

const textsOf = (txt: Asked<'TXT'>) => recordsOf(txt).map((strings) => strings.join(''));

/** At the domain itself: texts that begin almost like a record. */
function almost({ txt }: SpfFacts): Misplaced[] {
  const fault = 'does not begin with the word "v=spf1" and a space';
  return textsOf(txt)
    .filter(isAlmostSpf)
    .map((text) => ({ txt, text, fault }));
}

/** At another name, unless a wildcard answers there: then the text stands in for every name. */
function beside(txt: Asked<'TXT'> | undefined, { control }: SpfElsewhere): Misplaced[] {
  if (!txt) return [];
  const everywhere = new Set(control ? textsOf(control) : []);
  const fault = `stands at ${txt.name}, where no receiver looks for it`;
  return textsOf(txt)
    .filter((text) => isSpf(text) && !everywhere.has(text))
    .map((text) => ({ txt, text, fault }));
}

function misplaced(facts: SpfFacts): Misplaced[] {
  const { elsewhere } = facts;
  // Behind an alias stands the record of somebody else.
  const www = elsewhere.wwwAlias?.answer.status === 'found' ? undefined : elsewhere.www;
  const hosts = [...beside(elsewhere.spf, elsewhere), ...beside(www, elsewhere)];
  return [
    ...almost(facts),
    ...beside(elsewhere.dmarc, elsewhere),
    // A host that sends nothing may well say so (RFC 7208 §10.1.2).
    ...hosts.filter(({ text }) => authorizesSomebody(parseSpf(text))),
  ];
}

export const spfMisplaced = defineCheck({
  id: 'spf-misplaced',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §3, §4.5',
  messages: {
    title: 'An SPF record at {place} that no receiver reads',
    explanation:
      'The TXT record "{text}" was meant for SPF, but {fault}. Receivers read one record at {domain} that begins with "v=spf1" and a space; {state}.',
    consequence: 'Nobody that only this text authorizes passes SPF.',
    remedy:
      'Publish it as a TXT record at {domain}, beginning with "v=spf1" and a space, without quotation marks of its own, and remove the old one. Where {domain} has an SPF record already, move missing terms there: a second record would break both.',
  },
  *find({ spf }) {
    const { domain, records, elsewhere } = spf;
    const state = records.length > 0 ? 'they read the other one there' : 'they find none there';
    for (const { txt, text, fault } of misplaced(spf)) {
      const draft: FindingDraft<Record<'place' | 'text' | 'fault' | 'domain' | 'state', string>> = {
        about: `${txt.name} ${text.slice(0, 100)}`,
        params: { place: txt.name, text: shown(text), fault, domain, state },
        // The record that receivers do read may hold all that is needed.
        ...(records.length > 0 ? { severity: 'warning' } : {}),
        at: { record: text, start: 0, end: Math.min(text.length, 8) },
        evidence: [evidence(txt)],
      };
      yield draft;
    }
    for (const txt of [elsewhere.dmarc, elsewhere.spf, elsewhere.www, elsewhere.wwwAlias]) {
      if (txt && isFailed(txt)) yield undetermined(txt.name, txt, false);
    }
  },
});
