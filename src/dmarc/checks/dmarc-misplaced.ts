import { defineCheck, evidence, undetermined } from '../../check.ts';
import { type Asked, isFailed } from '../../dns/resolver.ts';
import { dmarcTexts } from '../elsewhere.ts';
import type { DmarcFacts } from '../facts.ts';
import { fixFor, mendedText } from './applying.ts';
import { parseDmarc } from '../parse.ts';
import { profiles } from '../../profile.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';

/** What is published there of its own, not by a wildcard. */
function misplaced(txt: Asked<'TXT'>, { domain, elsewhere: { control } }: DmarcFacts): string[] {
  const texts = dmarcTexts(txt);
  if (txt.name === domain || control === null) return texts;
  const everywhere = new Set(dmarcTexts(control));
  return texts.filter((text) => !everywhere.has(text));
}

const inherits = {
  en: 'For receivers the domain has no DMARC record of its own: the one at {name} speaks for it.',
  fr: "Pour les destinataires, le domaine n'a pas d'enregistrement DMARC propre : celui de {name} vaut pour lui.",
} as const;
const mayInherit: Words = {
  en: 'For receivers the domain has no DMARC record of its own: whether one above speaks for it could not be told.',
  fr: "Pour les destinataires, le domaine n'a pas d'enregistrement DMARC propre : impossible de dire si un enregistrement placé plus haut vaut pour lui.",
};
const unprotected: Words = {
  en: 'For receivers the domain has no DMARC record of its own: forged mail is treated as if there were no policy, and no reports are sent.',
  fr: "Pour les destinataires, le domaine n'a pas d'enregistrement DMARC propre : les messages falsifiés sont traités comme s'il n'y avait pas de politique, et aucun rapport n'est envoyé.",
};

/** What the lack of a record in the right place comes to. */
function effectOf({ applies, undecided }: DmarcFacts): Said {
  if (applies) return phrase(inherits, { name: applies.txt.name });
  return undecided ? mayInherit : unprotected;
}

/** What is told of a record that another one in the right place makes idle. */
const idleTexts = {
  state: {
    en: 'The record there is another one, and it is the one that counts.',
    fr: "L'enregistrement qui s'y trouve est un autre, et c'est lui qui compte.",
  },
  effect: {
    en: 'The misplaced record has no effect; whoever maintains it may believe otherwise.',
    fr: "L'enregistrement mal placé est sans effet ; qui le tient à jour peut croire le contraire.",
  },
  mend: {
    en: 'Delete the record at {name}, after moving to _dmarc.{domain} what is still wanted of it.',
    fr: "Supprimer l'enregistrement à {name}, après avoir repris à _dmarc.{domain} ce qui doit en rester.",
  },
} as const;

const none: Words = { en: 'There is none.', fr: "Il n'y en a pas." };
const move = {
  en: 'Publish the record at _dmarc.{domain} and delete it at {name}.',
  fr: "Publier l'enregistrement à _dmarc.{domain} et le supprimer à {name}.",
} as const;

/** Nothing else says what the record of the domain should be, and no policy from above would change. */
function isUndisputed(dmarc: DmarcFacts): boolean {
  const { applies, undecided, places, elsewhere } = dmarc;
  const texts = elsewhere.places.flatMap((txt) => misplaced(txt, dmarc));
  const alone = new Set(texts).size === 1 && !elsewhere.places.some(isFailed);
  return alone && !applies && !undecided && places[0]?.discarded.length === 0;
}

export const dmarcMisplaced = defineCheck({
  id: 'dmarc-misplaced',
  area: 'dmarc',
  needs: ['dmarc'],
  profiles,
  severity: 'error',
  reference: 'RFC 9989 §4.5',
  messages: {
    title: 'A DMARC record stands at {name}, where no receiver looks',
    explanation: 'Receivers ask for the TXT record at _dmarc.{domain}. {state}',
    consequence: '{effect}',
    remedy: '{mend}',
  },
  *find({ dmarc }, { subject }) {
    const { domain, elsewhere, places, undecided } = dmarc;
    const { control } = elsewhere;
    const own = places[0]?.records ?? [];
    for (const txt of elsewhere.places) {
      if (isFailed(txt)) {
        yield { ...undetermined(txt.name, txt), blocking: false };
        continue;
      }
      const [text] = misplaced(txt, dmarc);
      if (text === undefined) continue;
      if (txt.name !== domain && control && isFailed(control)) {
        yield { ...undetermined(txt.name, control), blocking: false };
        continue;
      }
      const { name } = txt;
      const idle = own.length > 0;
      // Of a parked domain dmarc-parked-weak proposes the record, with the addresses of this one.
      const movable = !idle && subject.profile !== 'parked' && isUndisputed(dmarc);
      yield {
        about: name,
        params: {
          name,
          domain,
          state: idle ? idleTexts.state : none,
          effect: idle ? idleTexts.effect : effectOf(dmarc),
          mend: phrase(idle ? idleTexts.mend : move, { name, domain }),
        },
        ...(idle || undecided ? { severity: 'warning' as const } : {}),
        at: { record: text, start: 0, end: text.length },
        ...(movable ? fixFor(dmarc, `_dmarc.${domain}`, mendedText(parseDmarc(text))) : {}),
        evidence: [evidence(txt)],
      };
    }
  },
});
