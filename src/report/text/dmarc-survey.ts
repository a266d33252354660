import type { DmarcSurvey, SurveyedPlace } from '../../dmarc/surveyed.ts';
import { joined, type Language, type Said, say, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { destinationText, noMailbox } from './dmarc-destination-words.ts';
import { reach, stageTexts } from './dmarc-stage-words.ts';
import {
  about,
  followers,
  identifierText,
  otherwiseText,
  placeText,
  readingText,
  tagText,
  undetermined,
} from './dmarc-words.ts';
import { entry } from './entry.ts';
import { published } from './published.ts';
import type { Paint } from './style.ts';

/** The names of entries, which fit into their columns. */
const labels = {
  asked: { en: 'Asked', fr: 'Consultés' },
  policy: { en: 'Policy', fr: 'Politique' },
  organization: { en: 'Org domain', fr: 'Dom. org.' },
  aligned: { en: 'Aligned', fr: 'Alignement' },
  otherwise: { en: 'Otherwise', fr: 'Sinon' },
  reports: { en: 'Reports', fr: 'Rapports' },
  tags: { en: 'Tags', fr: 'Balises' },
  next: { en: 'Next', fr: 'Étapes' },
} as const satisfies Record<string, Words>;

/** Columns that the names of entries take. */
const indent = 11;

/** How everything here is drawn. */
interface Drawing {
  readonly width: number;
  readonly language: Language;
  readonly paint: Paint;
}

/** Entries of one name, which stands before the first alone. */
function entries(name: Said, texts: readonly Said[], { width, language }: Drawing): string[] {
  return texts.flatMap((text, index) =>
    entry(index === 0 ? say(name, language) : '', say(text, language), width),
  );
}

function quoted(record: string, { width, paint }: Drawing): string[] {
  const lines = wrap(legible(record), width - indent - 2);
  return lines.map((line) => `${' '.repeat(indent + 2)}${paint('quiet', line)}`);
}

function place(one: SurveyedPlace, first: boolean, drawing: Drawing): string[] {
  return [
    ...entries(first ? labels.asked : '', [placeText(one)], drawing),
    ...one.records.flatMap((record) => quoted(record, drawing)),
  ];
}

/** One line where receivers of both kinds read the same. */
function views({ walk, classic }: DmarcSurvey, text: (of: 'walk' | 'classic') => Said): Said[] {
  const [now, then] = [text('walk'), text('classic')];
  const alike = say(now, 'en') === say(then, 'en') || (!walk && !classic);
  return alike ? [now] : [about(followers.walk, now), about(followers.classic, then)];
}

/** Some receivers find a record, or a failed question hides whether they do. */
function isPublished({ walk, classic }: DmarcSurvey): boolean {
  return [walk, classic].some((view) => view?.name !== null);
}

function stages({ stages: all, domain }: DmarcSurvey, drawing: Drawing): string[] {
  return all.flatMap(({ policy, name, value }, index) => {
    const owner = index === 0 ? reach(name, domain) : '';
    const step = joined([`${index + 1}. `, stageTexts[policy], owner], '');
    return [
      ...entries(index === 0 ? labels.next : '', [step], drawing),
      ...published({ name, type: 'TXT', value }, drawing.width - indent - 3).map(
        (line) => `${' '.repeat(indent + 3)}${line}`,
      ),
    ];
  });
}

function destinations({ reports, walk }: DmarcSurvey): Said[] {
  return [...reports.map(destinationText), ...(walk?.name && reports.length === 0 ? [noMailbox] : [])];
}

/** Where the policy was looked for, what it comes to, what aligns, who gets reports, and the steps ahead. */
export function dmarcSurvey(
  survey: DmarcSurvey,
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  const { places, identifiers, tags } = survey;
  const drawing: Drawing = { width, language, paint };
  const drawn = (name: Said, texts: readonly Said[]) => entries(name, texts, drawing);
  const organization = (of: 'walk' | 'classic') => survey[of]?.organizationalDomain ?? undetermined;
  return [
    '',
    ...places.flatMap((one, index) => place(one, index === 0, drawing)),
    '',
    ...drawn(
      labels.policy,
      views(survey, (of) => readingText(survey[of])),
    ),
    ...drawn(labels.organization, views(survey, organization)),
    ...drawn(
      labels.aligned,
      identifiers.map((one) => identifierText(one, isPublished(survey))),
    ),
    ...drawn(labels.otherwise, [otherwiseText(survey)]),
    ...drawn(labels.reports, destinations(survey)),
    ...drawn(
      labels.tags,
      tags.map(tagText).filter((text) => text !== null),
    ),
    ...stages(survey, drawing),
  ];
}
