import type { DmarcSurvey, SurveyedPlace } from '../../dmarc/surveyed.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import {
  destinationText,
  followers,
  identifierText,
  otherwiseText,
  placeText,
  readingText,
  stageTexts,
  tagText,
} from './dmarc-words.ts';
import { entry } from './entry.ts';
import { published } from './published.ts';
import type { Paint } from './style.ts';

/** Columns that the names of entries take. */
const indent = 11;

/** Entries of one name, which stands before the first alone. */
function entries(name: string, texts: readonly string[], width: number): string[] {
  return texts.flatMap((text, index) => entry(index === 0 ? name : '', text, width));
}

function quoted(record: string, width: number, paint: Paint): string[] {
  const lines = wrap(legible(record), width - indent - 2);
  return lines.map((line) => `${' '.repeat(indent + 2)}${paint('quiet', line)}`);
}

function place(one: SurveyedPlace, first: boolean, width: number, paint: Paint): string[] {
  return [
    ...entry(first ? 'Asked' : '', placeText(one), width),
    ...one.records.flatMap((record) => quoted(record, width, paint)),
  ];
}

/** One line where receivers of both kinds read the same. */
function views({ walk, classic }: DmarcSurvey, text: (of: 'walk' | 'classic') => string): string[] {
  const [now, then] = [text('walk'), text('classic')];
  const alike = now === then || (!walk && !classic);
  return alike ? [now] : [`${followers.walk}: ${now}`, `${followers.classic}: ${then}`];
}

/** Some receivers find a record, or a failed question hides whether they do. */
function isPublished({ walk, classic }: DmarcSurvey): boolean {
  return [walk, classic].some((view) => view?.name !== null);
}

/** A record above the domain speaks for every name below. */
function reach(name: string, domain: string): string {
  const owner = name.replace(/^_dmarc\./, '');
  return owner === domain ? '' : `; the record is that of ${owner} and speaks for other names too`;
}

function stages({ stages: all, domain }: DmarcSurvey, width: number): string[] {
  return all.flatMap(({ policy, name, value }, index) => [
    ...entry(
      index === 0 ? 'Next' : '',
      `${index + 1}. ${stageTexts[policy]}${index === 0 ? reach(name, domain) : ''}`,
      width,
    ),
    ...published({ name, type: 'TXT', value }, width - indent - 3).map(
      (line) => `${' '.repeat(indent + 3)}${line}`,
    ),
  ]);
}

function destinations({ reports, walk }: DmarcSurvey): string[] {
  const none = walk?.name && reports.length === 0 ? ['none: the record names no mailbox'] : [];
  return [...reports.map(destinationText), ...none];
}

/** Where the policy was looked for, what it comes to, what aligns, who gets reports, and the steps ahead. */
export function dmarcSurvey(survey: DmarcSurvey, { width }: RenderOptions, paint: Paint): string[] {
  const { places, identifiers, tags } = survey;
  return [
    '',
    ...places.flatMap((one, index) => place(one, index === 0, width, paint)),
    '',
    ...entries(
      'Policy',
      views(survey, (of) => readingText(survey[of])),
      width,
    ),
    ...entries(
      'Org domain',
      views(survey, (of) => survey[of]?.organizationalDomain ?? 'could not be determined'),
      width,
    ),
    ...entries(
      'Aligned',
      identifiers.map((one) => identifierText(one, isPublished(survey))),
      width,
    ),
    ...entry('Otherwise', otherwiseText(survey), width),
    ...entries('Reports', destinations(survey), width),
    ...entries(
      'Tags',
      tags.map(tagText).filter((text) => text !== null),
      width,
    ),
    ...stages(survey, width),
  ];
}
