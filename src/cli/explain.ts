import { env } from 'node:process';
import { bounceLine, bounceRenderers, eachBounce, explainBounces, InputError } from '../index.ts';
import type { ExitCode } from './exit-code.ts';
import { auditSenders } from './explain-audit.ts';
import { type Input, inputOf } from './explain-input.ts';
import { checkExplainOptions, commonOf, type ExplainOptions } from './explain-options.ts';
import { checkOptions } from './options.ts';
import { type Print, renderOptions } from './output.ts';

/** Characters that are gathered before they are printed. */
const batch = 32 * 1024;

const empty = {
  en: 'the input is empty; give a reply, a bounce message, a mail log or a table',
  fr: "l'entrée est vide ; fournir une réponse, un message de non-remise, un journal de messagerie ou un tableau",
} as const;

/** The same chunks; `isBlank` says whether all of them were white space. */
function watched(input: Input): { readonly input: Input; readonly isBlank: () => boolean } {
  let blank = true;
  async function* passed(): Input {
    for await (const chunk of input) {
      if (blank)
        blank = typeof chunk === 'string' ? chunk.trim() === '' : chunk.every((octet) => octet <= 0x20);
      yield chunk;
    }
  }
  return { input: passed(), isBlank: () => blank };
}

/** Prints each reply on a line of its own, as it comes. */
async function printLines(input: Input, options: ExplainOptions, print: Print): Promise<void> {
  const { kind, column, lang } = options;
  let text = '';
  for await (const reply of eachBounce(input, { kind, column, language: lang })) {
    text += bounceLine(reply);
    if (text.length < batch) continue;
    await print(text);
    text = '';
  }
  await print(text);
}

/**
 * `presend explain`: says what replies mean, and with `--audit` what at the sender explains them.
 * @throws InputError for an input that cannot be read or is empty, and for options that cannot be used
 */
export async function explain(
  given: readonly string[],
  options: ExplainOptions,
  print: Print,
): Promise<ExitCode> {
  checkExplainOptions(options);
  const common = commonOf(options);
  if (options.audit) checkOptions(common);
  const { format, kind, column, lang, file } = options;
  const { input, isBlank } = watched(inputOf(given, file));
  if (format === 'jsonl') {
    await printLines(input, options, print);
    if (isBlank()) throw new InputError(empty);
    return 0;
  }
  const bounces = await explainBounces(input, { kind, column, language: lang });
  if (isBlank()) throw new InputError(empty);
  const drawn = renderOptions(options, env);
  if (!options.audit) {
    await print(bounceRenderers[format](bounces, drawn));
    return 0;
  }
  const audited = await auditSenders(bounces, common);
  await print(bounceRenderers[format](audited.bounces, drawn));
  return audited.code;
}
