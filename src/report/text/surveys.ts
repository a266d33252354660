import type { RenderOptions } from '../renderer.ts';
import type { Report } from '../report.ts';
import { dkimSurvey } from './dkim-survey.ts';
import { dmarcSurvey } from './dmarc-survey.ts';
import { dnsblSurvey } from './dnsbl-survey.ts';
import { spfSurvey } from './spf-survey.ts';
import type { Paint } from './style.ts';

/** What the records of each protocol lead to, where it could be read. */
export function surveys(report: Report, options: RenderOptions, paint: Paint): string[] {
  const { dkim, dmarc } = report.survey;
  const { dnsbl } = report.facts;
  return [
    ...spfSurvey(report, options, paint),
    ...(dkim ? dkimSurvey(dkim, options, paint) : []),
    ...(dmarc ? dmarcSurvey(dmarc, options, paint) : []),
    ...(dnsbl?.ok ? dnsblSurvey(dnsbl.value, options, paint) : []),
  ];
}
