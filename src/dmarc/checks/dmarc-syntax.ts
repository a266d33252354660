import { defineCheck, type Evidence, evidence } from '../../check.ts';
import type { DmarcFacts } from '../facts.ts';
import { type DmarcFault, type DmarcProblem, type DmarcRecord, isDmarc } from '../parse.ts';
import { repairDmarc } from '../repair.ts';
import { applying, fixFor, passedOver, unwalked } from './applying.ts';
import { faultTexts, minorTags } from './fault-texts.ts';
import { severities, type Severity } from '../../severity.ts';
import { profiles } from '../../profile.ts';
import type { Phrase, Words } from '../../text/say.ts';

const versionFaults: ReadonlySet<DmarcFault> = new Set([
  'leading-text',
  'version-absent',
  'version-not-first',
  'version-unknown',
]);

interface ReadRecord {
  readonly name: string;
  readonly record: DmarcRecord;
  /** Receivers use another record of the same name. */
  readonly superseded: boolean;
  /** No other text of the same name was meant as a record. */
  readonly alone: boolean;
  readonly evidence: Evidence;
}

/** The record that applies, and those that were meant to and are discarded. */
function readRecords(dmarc: DmarcFacts): ReadRecord[] {
  const found = applying(dmarc);
  const places = found ? [...passedOver(dmarc), found.place] : dmarc.places;
  const discarded = places.flatMap(({ txt, records: valid, discarded: records }) =>
    records.map((record) => {
      const superseded = txt.name === found?.name;
      const alone = records.length === 1 && valid.length === 0;
      return { name: txt.name, record, superseded, alone, evidence: evidence(txt) };
    }),
  );
  if (!found) return discarded;
  const { name, record, place } = found;
  return [{ name, record, superseded: false, alone: true, evidence: evidence(place.txt) }, ...discarded];
}

/** Each is told with the whole record: a hostile one has hundreds. */
const maxTold = 20;

type SyntaxProblem = DmarcProblem & { readonly code: keyof typeof faultTexts };

function isSyntax(problem: DmarcProblem): problem is SyntaxProblem {
  return problem.code !== 'policy-unknown';
}

function rank({ code }: SyntaxProblem): number {
  return severities.indexOf(faultTexts[code].severity);
}

/** Each kind of problem once a tag, the gravest twenty; of a record that is discarded only why it is. */
function told({ text, problems }: DmarcRecord): SyntaxProblem[] {
  const kinds = new Map<string, SyntaxProblem>();
  const discarded = !isDmarc(text);
  for (const problem of problems.filter(isSyntax)) {
    if (discarded && !versionFaults.has(problem.code)) continue;
    const kind = `${problem.code} ${problem.tag ?? ''}`.trim().toLowerCase();
    if (!kinds.has(kind)) kinds.set(kind, problem);
  }
  const gravest = [...kinds.values()].toSorted((a, b) => rank(a) - rank(b)).slice(0, maxTold);
  return gravest.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

const unnamed: Words = { en: 'it', fr: 'il' };

function severityOf(own: Severity, tag: string | null, superseded: boolean): Severity {
  return own === 'error' && (superseded || minorTags.includes(tag)) ? 'warning' : own;
}

export const dmarcSyntax = defineCheck({
  id: 'dmarc-syntax',
  area: 'dmarc',
  needs: ['dmarc'],
  profiles,
  severity: 'error',
  reference: 'RFC 9989 §4.7, §4.8',
  // That one proposes the record anew.
  notBeside: ['dmarc-parked-weak'],
  messages: {
    title: 'DMARC syntax at {name}: {fault}',
    explanation:
      'A DMARC record is a list of tags, each name=value, separated by semicolons, with v=DMARC1 in front.',
    consequence: 'Receivers {handling}.',
    remedy: '{mend}',
  },
  applies: ({ dmarc }) => dmarc.undecided !== null || readRecords(dmarc).length > 0,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    for (const { name, record, superseded, alone, evidence: shown } of readRecords(dmarc)) {
      const fix = fixFor(dmarc, name, alone ? repairDmarc(record) : null);
      for (const { code, tag, start, end } of told(record)) {
        const { fault, mend, handling, severity } = faultTexts[code];
        // Untrusted and as long as its publisher likes.
        const lower = tag?.slice(0, 40).toLowerCase() ?? null;
        const fill = (text: Words): Phrase => ({ ...text, with: { tag: lower ?? unnamed } });
        const legal = severity === 'notice';
        yield {
          about: `${name} ${code}${lower === null ? '' : ` ${lower}`}`,
          params: { name, fault: fill(fault), mend: fill(mend), handling },
          severity: severityOf(severity, lower, superseded),
          at: { record: record.text, start, end },
          ...(legal ? {} : fix),
          evidence: [shown],
        };
      }
    }
  },
});
