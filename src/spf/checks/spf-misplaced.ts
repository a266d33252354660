import { defineCheck, evidence, type FindingDraft, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { misplaced } from '../misplaced.ts';
import { shown } from '../problems.ts';
import { mend } from './repair.ts';

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
    for (const { txt, text, why } of misplaced(spf)) {
      const fault =
        why === 'version'
          ? 'does not begin with the word "v=spf1" and a space'
          : `stands at ${txt.name}, where no receiver looks for it`;
      const draft: FindingDraft<Record<'place' | 'text' | 'fault' | 'domain' | 'state', string>> = {
        about: `${txt.name} ${text.slice(0, 100)}`,
        params: { place: txt.name, text: shown(text), fault, domain, state },
        // The record that receivers do read may hold all that is needed.
        ...(records.length > 0 ? { severity: 'warning' } : {}),
        ...mend(spf, domain, () => records.length === 0),
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
