import type { Command } from 'commander';
import { InputError, type InputKind, inputKinds, type Language, phrase } from '../index.ts';
import { optionsIn } from './declared.ts';
import type { CommonOptions, OptionName } from './options.ts';

/** Forms of the output of `presend explain`. */
export const explainFormats = ['text', 'json', 'jsonl', 'csv'] as const;

export type ExplainFormat = (typeof explainFormats)[number];

/** The options of `presend explain`: its own, and those of an audit for `--audit`. */
export interface ExplainOptions extends Omit<CommonOptions, 'format'> {
  readonly format: ExplainFormat;
  readonly file?: string;
  readonly kind?: InputKind;
  readonly column?: string;
  readonly audit?: true;
}

/** Options about the mail that an audit of `--audit` looks at. */
export const explainMatters: readonly OptionName[] = [
  'profile',
  'volume',
  'ip',
  'helo',
  'mailFrom',
  'from',
  'selector',
  'lists',
];

/** Options that only an audit has a use for. */
const auditOnly = {
  ip: '--ip',
  from: '--from',
  mailFrom: '--mail-from',
  helo: '--helo',
  selector: '--selector',
  volume: '--volume',
  server: '--server',
  zone: '--zone',
  offline: '--offline',
} as const satisfies { readonly [Name in keyof CommonOptions]?: string };

/** Options of the other commands that have no meaning here. */
const foreign = { fix: '--fix', save: '--save', replay: '--replay' } as const;

const needsAudit = {
  en: '{option} is for --audit, which is not given',
  fr: '{option} sert à --audit, qui manque',
} as const;

const notHere = {
  en: '{option} is for presend audit; explain has no use for it',
  fr: "{option} est une option de presend audit ; explain n'en fait rien",
} as const;

const noLines = {
  en: '--audit sums up all replies; use --format text, json or csv with it',
  fr: "--audit résume toutes les réponses ; l'employer avec --format text, json ou csv",
} as const;

/** What an audit reads of them; the form of the output is not its own. */
export function commonOf(options: ExplainOptions): CommonOptions {
  return { ...options, format: 'text' };
}

const isGiven = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);

/**
 * Checks that the options go together.
 * @throws InputError
 */
export function checkExplainOptions(options: ExplainOptions): void {
  const given = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).find(([name]) =>
      isGiven(Object.entries(options).find(([one]) => one === name)?.[1]),
    )?.[1];
  const stranger = given(foreign);
  if (stranger !== undefined) throw new InputError(phrase(notHere, { option: stranger }));
  const idle = options.audit ? undefined : given(auditOnly);
  if (idle !== undefined) throw new InputError(phrase(needsAudit, { option: idle }));
  if (options.audit && options.format === 'jsonl') throw new InputError(noLines);
}

/** Adds the options that no other command has, and leaves those out of the help that have no meaning here. */
export function withExplainOptions(command: Command, language: Language): Command {
  const { plain, oneOf } = optionsIn(language);
  for (const option of [plain('file'), oneOf('kind', inputKinds), plain('column'), plain('audit')])
    command.addOption(option);
  for (const option of command.options) if (option.attributeName() in foreign) option.hideHelp();
  return command;
}
