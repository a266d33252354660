import { defineCheck, evidence } from '../../check.ts';
import type { DmarcFacts } from '../facts.ts';
import { classicReading, walkReading } from '../readings.ts';
import { fixFor, passedOver } from './applying.ts';
import { profiles } from '../../profile.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';

const finds = {
  en: 'finds the record at {name}',
  fr: "trouve l'enregistrement à {name}",
} as const;
const fails: Words = {
  en: 'ends in a question that failed',
  fr: "s'arrête sur une requête qui a échoué",
};
const findsNone: Words = { en: 'finds no record', fr: 'ne trouve aucun enregistrement' };

/** Where the walk of RFC 9989 ends, completing "the search goes on at the parent domains and". */
function outcome({ applies, undecided }: DmarcFacts): Said {
  if (applies) return phrase(finds, { name: applies.txt.name });
  return undecided ? fails : findsNone;
}

export const dmarcMultipleRecords = defineCheck({
  id: 'dmarc-multiple-records',
  area: 'dmarc',
  needs: ['dmarc'],
  profiles,
  severity: 'error',
  reference: 'RFC 9989 §4.10, RFC 7489 §6.6.3',
  messages: {
    title: '{name} has {count} DMARC records instead of one',
    explanation:
      'Where a name has several DMARC records, receivers use none of them. By RFC 9989 the search goes on at the parent domains and {outcome}; by RFC 7489 a search that meets them ends.',
    consequence:
      'Receivers that follow RFC 7489 and meet these records apply no DMARC to the mail. Those that follow RFC 9989 pass over them.',
    remedy: 'Keep the one record that states the policy you want, and delete the others.',
  },
  *find({ dmarc }) {
    // Both kinds of receivers find another record: nobody is left without one.
    const isIdle = [walkReading(dmarc), classicReading(dmarc)].every((reading) => reading?.record);
    for (const { records, txt } of passedOver(dmarc)) {
      const [first, ...others] = records;
      if (!first || others.length === 0) continue;
      const equal = others.every(({ text }) => text === first.text);
      yield {
        about: txt.name,
        params: { name: txt.name, count: records.length, outcome: outcome(dmarc) },
        ...(isIdle ? { severity: 'warning' as const } : {}),
        ...fixFor(dmarc, txt.name, equal ? first.text : null),
        evidence: [evidence(txt)],
      };
    }
  },
});
