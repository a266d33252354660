import { phrase, type Said, say } from '../../text/say.ts';
import { wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Corrected, Report } from '../report.ts';
import type { Paint } from './style.ts';
import { verdicts } from './verdicts.ts';

const nothingToPublish = {
  en: 'No remedy is a record to publish.',
  fr: 'Aucun remède ne consiste à publier un enregistrement.',
};

/** What the second audit came to, one clause. */
function told({ records, verdict }: Corrected): Said {
  const filling = { count: records.length, verdict: verdicts[verdict] };
  return records.length === 1
    ? phrase(
        {
          en: 'Audited again with the record to publish: {verdict}',
          fr: "Audit refait avec l'enregistrement à publier : {verdict}",
        },
        filling,
      )
    : phrase(
        {
          en: 'Audited again with the {count} records to publish: {verdict}',
          fr: 'Audit refait avec les {count} enregistrements à publier : {verdict}',
        },
        filling,
      );
}

function leftOver({ left }: Corrected): Said {
  const ids = [...new Set(left.map(({ id }) => id))].join(', ');
  return ids === ''
    ? { en: 'Nothing is found any more.', fr: "Plus rien n'est constaté." }
    : phrase({ en: 'Left: {ids}', fr: 'Reste : {ids}' }, { ids });
}

/** What remains when all that the report proposes is published, where that was tried. */
export function corrected(report: Report, options: RenderOptions, paint: Paint): string[] {
  const { width, language = 'en' } = options;
  const { corrected: tried } = report;
  if (tried === undefined) return [];
  if (tried === null) return ['', ...wrap(say(nothingToPublish, language), width)];
  return [
    '',
    ...wrap(say(told(tried), language), width).map((line) => paint('strong', line)),
    ...wrap(say(leftOver(tried), language), width - 2).map((line) => `  ${line}`),
  ];
}
