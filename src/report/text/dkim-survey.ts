import type { SurveyedSelector } from '../../dkim/surveyed.ts';
import { say, type Said, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import {
  absence,
  content,
  details,
  type DkimSurvey,
  origin,
  placed,
  provider,
  tried,
  moreServices,
} from './dkim-words.ts';
import { entry } from './entry.ts';
import type { Paint, Tone } from './style.ts';

/** Services that are listed one by one. */
const drawnProviders = 12;

/** Selectors longer than this get a line of their own. */
const widestName = 24;

const tones: Readonly<Record<SurveyedSelector['state'], Tone>> = {
  usable: 'strong',
  broken: 'error',
  unsure: 'unknown',
  unknown: 'unknown',
  absent: 'error',
};

interface Row {
  readonly one: SurveyedSelector;
  readonly name: string;
}

/** Texts in a language and a width, as everything here is drawn. */
interface Drawing {
  readonly width: number;
  readonly paint: Paint;
  readonly told: (said: Said) => string;
}

/** Name, content and origin on one line where they fit, what else is known of the keys below. */
function rowLines({ one, name }: Row, column: number, { width, paint, told }: Drawing): string[] {
  const tone = tones[one.state];
  const [held, from] = [told(content(one)), told(origin(one))];
  const head = `${name.padEnd(column)}  ${held}`;
  const under = (text: string) => wrap(text, width - 2).map((line) => `  ${paint('quiet', line)}`);
  const beside = head.length + 2 + from.length <= width;
  const first = beside
    ? [`${paint(tone, head)}  ${paint('quiet', from)}`]
    : [...wrap(head, width).map((line) => paint(tone, line)), ...under(from)];
  return [...first, ...one.keys.flatMap(details).map(told).flatMap(under)];
}

function table({ selectors, domain }: DkimSurvey, drawing: Drawing): string[] {
  const rows = selectors.map((one) => ({ one, name: drawing.told(placed(one, domain)) }));
  const column = Math.max(0, ...rows.map(({ name }) => name.length).filter((length) => length <= widestName));
  return rows.flatMap((row) => rowLines(row, column, drawing));
}

const labels = {
  selectors: { en: 'Selectors', fr: 'Sélecteurs' },
  services: { en: 'Services', fr: 'Services' },
  absence: { en: 'Absence', fr: 'Absence' },
} as const satisfies Record<string, Words>;

/** Which selectors were asked for and why, and what those found hold. */
export function dkimSurvey(
  survey: DkimSurvey,
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  const { providers, selectors } = survey;
  const shown = providers.slice(0, drawnProviders);
  const more = providers.length - shown.length;
  const services = [...shown.map(provider), ...(more > 0 ? [moreServices(more)] : [])];
  const drawing: Drawing = { width, paint, told: (said) => legible(say(said, language)) };
  const named = (name: Said, text: Said) => entry(say(name, language), say(text, language), width);
  return [
    '',
    ...named(labels.selectors, tried(survey)),
    ...services.flatMap((text, index) => named(index === 0 ? labels.services : '', text)),
    ...(selectors.some(({ keys }) => keys.length > 0) ? [] : named(labels.absence, absence(survey))),
    ...(selectors.length === 0 ? [] : ['', ...table(survey, drawing)]),
  ];
}
