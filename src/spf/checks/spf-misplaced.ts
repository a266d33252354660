import { defineCheck, evidence, type FindingDraft, undetermined } from '../../check.ts';
import type { Phrase, Said, Words } from '../../text/say.ts';
import { type Misplaced, misplaced, unaskedElsewhere } from '../misplaced.ts';
import { shown } from '../problems.ts';
import { mend } from './repair.ts';

type Param = 'place' | 'text' | 'fault' | 'domain' | 'state' | 'advice';

/** Why it does not count, behind the text. */
const faults: Readonly<Record<Misplaced['why'], Words>> = {
  version: {
    en: 'was meant for SPF, but does not begin with the word "v=spf1" and a space',
    fr: 'était destiné à SPF, mais ne commence pas par le mot « v=spf1 » et un espace',
  },
  _dmarc: {
    en: 'was meant for SPF, but stands at {name}, where receivers look for DMARC',
    fr: 'était destiné à SPF, mais se trouve à {name}, où les destinataires cherchent DMARC',
  },
  _spf: {
    en: 'stands at {name}, which receivers read only where another record leads there',
    fr: 'se trouve à {name}, que les destinataires ne lisent que si un autre enregistrement y mène',
  },
  www: {
    en: 'stands at {name}, which receivers read only for mail from {name} itself',
    fr: 'se trouve à {name}, que les destinataires ne lisent que pour les messages venant du domaine {name} même',
  },
};

const publish: Words = {
  en: 'publish it as a TXT record there, beginning with "v=spf1" and a space, without quotation marks of its own',
  fr: "l'y publier comme enregistrement TXT qui commence par « v=spf1 » et un espace, sans guillemets dans le texte",
};

/** What to do, behind "If it is meant for the domain". */
const advices: Readonly<Record<Misplaced['why'], Words>> = {
  version: publish,
  _dmarc: publish,
  _spf: {
    en: 'publish a record at {domain} that includes {name}',
    fr: 'publier à {domain} un enregistrement qui inclut {name}',
  },
  www: {
    en: 'publish a record at {domain} that authorizes the same hosts ("a" and "mx" without a name mean those of {name} here)',
    fr: 'publier à {domain} un enregistrement qui autorise les mêmes hôtes (« a » et « mx » sans nom désignent ici ceux du nom {name})',
  },
};

const states = {
  other: { en: 'they read the other one there', fr: "ils y lisent l'autre" },
  none: { en: 'they find none there', fr: "ils n'y en trouvent aucun" },
} as const satisfies Readonly<Record<string, Words>>;

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
    const state = records.length > 0 ? states.other : states.none;
    for (const { txt, text, why } of misplaced(spf)) {
      const names = { name: txt.name, domain };
      const fault: Phrase = { ...faults[why], with: names };
      const advice: Phrase = { ...advices[why], with: names };
      const draft: FindingDraft<Record<Param, Said>> = {
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
