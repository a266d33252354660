import { env } from 'node:process';
import { phrase, type Report, renderers, type Said, say } from '../index.ts';
import { type ExitCode, exitCodeOf, gravest } from './exit-code.ts';
import type { CommonOptions } from './options.ts';
import { complain, type Print, renderOptions } from './output.ts';

/** One document of reports, each printed when it is there. */
export interface Document {
  /** @param survey draws what the records of the protocols lead to as well */
  readonly add: (report: Report, survey: boolean) => Promise<void>;
  /** Says what is wrong with an input, in the place of its report. */
  readonly refuse: (message: Said) => void;
  /** Ends the document, and says how to exit. */
  readonly end: () => Promise<ExitCode>;
}

const internalError = {
  en: 'internal error in {id}: {message}',
  fr: 'erreur interne dans {id} : {message}',
} as const;

export function openDocument(options: CommonOptions, print: Print): Document {
  const { format, failOn, strict = false, lang } = options;
  const form = renderers[format];
  const drawn = renderOptions(options, env);
  const codes: ExitCode[] = [];
  let printed = 0;
  return {
    async add(report, survey) {
      for (const { id, message } of report.internalErrors)
        complain(say(phrase(internalError, { id, message }), lang));
      codes.push(exitCodeOf(report, { failOn, strict }));
      await print(printed === 0 ? form.before : form.between);
      printed += 1;
      // oxlint-disable-next-line no-await-in-loop -- a slow reader holds the run and not the memory
      for (const piece of form.each(report, { ...drawn, survey })) await print(piece);
    },
    refuse(message) {
      complain(say(message, lang));
      codes.push(2);
    },
    async end() {
      await print(printed === 0 ? form.before + form.after : form.after);
      return gravest(codes);
    },
  };
}
