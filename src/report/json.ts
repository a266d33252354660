import { jsonEscaped } from '../text/terminal.ts';
import { tool } from '../version.ts';
import { renderer } from './renderer.ts';
import { schemaVersion } from './report.ts';

/** One document, whatever the number of domains; the facts, which are long, on one line. */
export const json = renderer({
  before: `{"schemaVersion":${schemaVersion},"tool":${JSON.stringify(tool)},"reports":[\n`,
  between: ',\n',
  after: '\n]}\n',
  *each({ facts, ...report }) {
    const told = jsonEscaped(JSON.stringify(report, null, 2));
    yield `${told.slice(0, -'\n}'.length)},\n  "facts": `;
    yield jsonEscaped(JSON.stringify(facts));
    yield '\n}';
  },
});
