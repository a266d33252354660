import type { Fix } from '../../check.ts';
import { masterRecord } from '../../text/master-file.ts';
import { wrap } from '../../text/terminal.ts';

/** A record to publish as a master file has it, in lines of at most `width`; a name that is longer is cut. */
export function published(fix: Fix, width: number): string[] {
  return masterRecord(fix, width).flatMap((line) => (line.length > width ? wrap(line, width) : [line]));
}
