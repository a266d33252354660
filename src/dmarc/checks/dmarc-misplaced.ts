import { defineCheck, evidence, undetermined } from '../../check.ts';
import { type Asked, isFailed } from '../../dns/resolver.ts';
import { dmarcTexts } from '../elsewhere.ts';
import type { DmarcFacts } from '../facts.ts';
import { fixFor, mendedText } from './applying.ts';
import { parseDmarc } from '../parse.ts';
import { profiles } from '../../profile.ts';

/** What is published there of its own, not by a wildcard. */
function misplaced(txt: Asked<'TXT'>, { domain, elsewhere: { control } }: DmarcFacts): string[] {
  const texts = dmarcTexts(txt);
  if (txt.name === domain || control === null) return texts;
  const everywhere = new Set(dmarcTexts(control));
  return texts.filter((text) => !everywhere.has(text));
}

/** What the lack of a record in the right place comes to. */
function effectOf({ applies, undecided }: DmarcFacts): string {
  const lack = 'For receivers the domain has no DMARC record of its own:';
  if (applies) return `${lack} the one at ${applies.txt.name} speaks for it.`;
  if (undecided) return `${lack} whether one above speaks for it could not be told.`;
  return `${lack} forged mail is treated as if there were no policy, and no reports are sent.`;
}

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
          state: idle ? 'The record there is another one, and it is the one that counts.' : 'There is none.',
          effect: idle
            ? 'The misplaced record has no effect; whoever maintains it may believe otherwise.'
            : effectOf(dmarc),
          mend: idle
            ? `Delete the record at ${name}, after moving to _dmarc.${domain} what is still wanted of it.`
            : `Publish the record at _dmarc.${domain} and delete it at ${name}.`,
        },
        ...(idle || undecided ? { severity: 'warning' as const } : {}),
        at: { record: text, start: 0, end: text.length },
        ...(movable ? fixFor(dmarc, `_dmarc.${domain}`, mendedText(parseDmarc(text))) : {}),
        evidence: [evidence(txt)],
      };
    }
  },
});
