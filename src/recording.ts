import { audit, type SubjectInput } from './audit.ts';
import { InputError } from './domain.ts';
import type { Dnsbl } from './dnsbl/list.ts';
import { isUnanswered } from './dns/layers/give-up.ts';
import { type Exchange, replay } from './dns/layers/recorded.ts';
import { rememberTests } from './dnsbl/health.ts';
import type { Answer, Failure, RecordType } from './dns/resolver.ts';
import type { FactName, RunFacts } from './facts.ts';
import { type Language, phrase } from './text/say.ts';
import type { Report } from './report/report.ts';

/** One audit, with all that it asked and was answered: plain JSON, from which it can be made again without a network. */
export interface RecordedAudit {
  readonly input: SubjectInput;
  readonly sections: readonly FactName[] | null;
  readonly selectorDepth: number;
  readonly hostCap: number;
  readonly lists: readonly Dnsbl[];
  readonly run: RunFacts;
  readonly exchanges: readonly Exchange[];
}

export interface Recording {
  readonly recordingVersion: 1;
  readonly tool: string;
  readonly audits: readonly RecordedAudit[];
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 70_000;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

const records: Readonly<Record<RecordType, (value: unknown) => boolean>> = {
  A: isText,
  AAAA: isText,
  CNAME: isText,
  NS: isText,
  PTR: isText,
  TXT: isTexts,
  MX: (value) => isObject(value) && isNumber(value['preference']) && isText(value['exchange']),
  SOA: (value) =>
    isObject(value) &&
    ['mname', 'rname'].every((name) => isText(value[name])) &&
    ['serial', 'refresh', 'retry', 'expire', 'minimum'].every((name) => isNumber(value[name])),
};

const failures = [
  'servfail',
  'refused',
  'timeout',
  'unreachable',
  'badresponse',
  'badname',
  'blind',
  'other',
];

function isAnswer(value: unknown, type: RecordType): value is Answer {
  if (!isObject(value)) return false;
  if (value['status'] === 'nodata' || value['status'] === 'nxdomain') return true;
  if (value['status'] === 'failed') return failures.some((failure) => failure === value['failure']);
  const found = value['records'];
  return (
    value['status'] === 'found' && Array.isArray(found) && found.length > 0 && found.every(records[type])
  );
}

function isExchange(value: unknown): value is Exchange {
  if (!isObject(value) || !isText(value['name'])) return false;
  const type = (Object.keys(records) as RecordType[]).find((known) => known === value['type']);
  return type !== undefined && isAnswer(value['answer'], type);
}

function isRun(value: unknown): value is RunFacts {
  return (
    isObject(value) &&
    isText(value['at']) &&
    !Number.isNaN(Date.parse(value['at'])) &&
    isNumber(value['durationMs']) &&
    isNumber(value['queries']) &&
    isTexts(value['servers'])
  );
}

function isAudit(value: unknown): value is RecordedAudit {
  return (
    isObject(value) &&
    isObject(value['input']) &&
    isText(value['input']['domain']) &&
    (value['sections'] === null || isTexts(value['sections'])) &&
    isNumber(value['selectorDepth']) &&
    isNumber(value['hostCap']) &&
    Array.isArray(value['lists']) &&
    value['lists'].every((list) => isObject(list) && isText(list['zone']) && isObject(list['coding'])) &&
    isRun(value['run']) &&
    Array.isArray(value['exchanges'])
  );
}

const faults = {
  json: {
    en: 'the recording is no JSON; give a file that presend wrote with --save',
    fr: "la trace n'est pas du JSON ; indiquer un fichier que presend a écrit avec --save",
  },
  version: {
    en: 'the recording is none of this version; give a file that presend wrote with --save',
    fr: "la trace n'est pas de cette version ; indiquer un fichier que presend a écrit avec --save",
  },
  audit: {
    en: 'audit {audit} of the recording cannot be read',
    fr: "l'audit {audit} de la trace ne peut pas être lu",
  },
  answer: {
    en: 'answer {answer} of audit {audit} of the recording cannot be read',
    fr: "la réponse {answer} de l'audit {audit} de la trace ne peut pas être lue",
  },
} as const;

/**
 * Reads a recording that `--save` wrote.
 * @throws InputError that says what is wrong with it
 */
export function readRecording(text: string): Recording {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError(faults.json);
  }
  if (!isObject(value) || value['recordingVersion'] !== 1 || !Array.isArray(value['audits']))
    throw new InputError(faults.version);
  for (const [index, one] of value['audits'].entries()) {
    if (!isAudit(one)) throw new InputError(phrase(faults.audit, { audit: index + 1 }));
    const wrong = one.exchanges.findIndex((exchange) => !isExchange(exchange));
    if (wrong >= 0) throw new InputError(phrase(faults.answer, { answer: wrong + 1, audit: index + 1 }));
  }
  return value as unknown as Recording;
}

/** What questions fail with that were given up without being asked: as the last one that nobody answered. */
function givenUp(exchanges: readonly Exchange[]): Failure {
  const silent = exchanges.flatMap(({ answer }) =>
    answer.status === 'failed' && isUnanswered(answer) ? [answer.failure] : [],
  );
  return silent.at(-1) ?? 'other';
}

/** Makes every audit of a recording again, one after the other: byte for byte the same reports. */
export async function* replayAudits(
  { audits }: Recording,
  language: Language = 'en',
): AsyncGenerator<{
  readonly report: Report;
  readonly sections: readonly FactName[] | null;
}> {
  const all = audits.flatMap(({ exchanges }) => exchanges);
  const resolver = replay(all, givenUp(all));
  const testList = rememberTests();
  for (const { input, sections, selectorDepth, hostCap, lists, run } of audits) {
    const options = { selectorDepth, hostCap, lists, testList, replayed: run, language };
    // oxlint-disable-next-line no-await-in-loop -- in the order in which they were recorded
    const report = await audit(input, { resolver, ...options, ...(sections && { sections }) });
    yield { report, sections };
  }
}
