import { InputError, quoted, type RecordedAudit, type Recording, readRecording, tool } from '../index.ts';
import { readBounded, writeOutput } from './files.ts';

const maxOctets = 256 * 1024 * 1024;

/** @throws InputError */
export function readRecordingFile(path: string): Recording {
  let text: string | null;
  try {
    text = readBounded(path, maxOctets);
  } catch {
    // Whatever the cause, the mend is the same.
    throw new InputError(
      `cannot read the recording ${quoted(path)}; give a file that presend wrote with --save`,
    );
  }
  if (text === null) throw new InputError(`the recording ${quoted(path)} is larger than 256 MiB`);
  return readRecording(text);
}

/** @throws InputError */
export function writeRecordingFile(path: string, audits: readonly RecordedAudit[]): void {
  const recording: Recording = { recordingVersion: 1, tool, audits };
  writeOutput(path, `${JSON.stringify(recording)}\n`, '--save');
}
