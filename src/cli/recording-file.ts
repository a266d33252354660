import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { InputError, quoted, type RecordedAudit, type Recording, readRecording, tool } from '../index.ts';

const maxOctets = 256 * 1024 * 1024;

/** @throws InputError */
export function readRecordingFile(path: string): Recording {
  let text: string;
  try {
    if (statSync(path).size > maxOctets)
      throw new InputError(`the recording ${quoted(path)} is larger than 256 MiB`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `cannot read the recording ${quoted(path)}; give a file that presend wrote with --save`,
    );
  }
  return readRecording(text);
}

/** @throws InputError */
export function writeRecordingFile(path: string, audits: readonly RecordedAudit[]): void {
  const recording: Recording = { recordingVersion: 1, tool, audits };
  try {
    writeFileSync(path, `${JSON.stringify(recording)}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(`cannot write ${quoted(path)} (${code}); give --save a path that can be written`);
  }
}
