import {
  InputError,
  phrase,
  quoted,
  type RecordedAudit,
  type Recording,
  readRecording,
  tool,
} from '../index.ts';
import { readBounded, writeOutput } from './files.ts';

const maxOctets = 256 * 1024 * 1024;

const unreadable = {
  en: 'cannot read the recording {path}; give a file that presend wrote with --save',
  fr: 'impossible de lire la trace {path} ; indiquer un fichier que presend a écrit avec --save',
} as const;

const large = {
  en: 'the recording {path} is larger than 256 MiB',
  fr: 'la trace {path} dépasse 256 Mio',
} as const;

/** @throws InputError */
export function readRecordingFile(path: string): Recording {
  let text: string | null;
  try {
    text = readBounded(path, maxOctets);
  } catch {
    // Whatever the cause, the mend is the same.
    throw new InputError(phrase(unreadable, { path: quoted(path) }));
  }
  if (text === null) throw new InputError(phrase(large, { path: quoted(path) }));
  return readRecording(text);
}

/** @throws InputError */
export function writeRecordingFile(path: string, audits: readonly RecordedAudit[]): void {
  const recording: Recording = { recordingVersion: 1, tool, audits };
  writeOutput(path, `${JSON.stringify(recording)}\n`, '--save');
}
