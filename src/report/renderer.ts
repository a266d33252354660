import type { Language } from '../text/say.ts';
import type { Report } from './report.ts';

export interface RenderOptions {
  /** Columns a line may take. */
  readonly width: number;
  /** Of the words around the sentences of a report; English where it is left out. */
  readonly language?: Language;
  /** ANSI colours. */
  readonly color: boolean;
  /** The survey of each protocol as well, drawn before the findings. */
  readonly survey?: boolean;
}

/** A form of a document of reports. Each report can be printed as soon as it is there. */
export interface Form {
  /** What stands before the first report, between two, and behind the last. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** One report, in pieces. */
  each(report: Report, options: RenderOptions): Iterable<string>;
}

export interface Renderer extends Form {
  /** The whole document as one text. */
  render(reports: readonly Report[], options: RenderOptions): string;
}

/** A renderer of a form. */
export function renderer(form: Form): Renderer {
  const { before, between, after } = form;
  return {
    ...form,
    render: (reports, options) =>
      before + reports.map((report) => [...form.each(report, options)].join('')).join(between) + after,
  };
}
