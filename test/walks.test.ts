import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli/program.ts';
import { captureOutput } from './cli/captured.ts';
import { type DnsServer, startDnsServer } from './support/dns-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = /^## From a bounce to its cause$[^]*?(?=^## )/m.exec(readme)?.[0] ?? '';

interface Step {
  readonly command: string;
  /** What is shown of the output, in pieces. */
  readonly shown: readonly string[];
}

interface Walk {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** The walks of the README: a title in bold, then commands with their output, shortened at `…`. */
const walks: readonly Walk[] = section.split(/^(?=\*\*\d{3})/m).flatMap((part) => {
  const title = /^\*\*(\d{3}[^*]*)\*\*/.exec(part)?.[1];
  if (title === undefined) return [];
  const block = /^```\n([^]*?)^```$/m.exec(part)?.[1] ?? '';
  const steps = block.split(/^(?=\$ presend )/m).map((text) => {
    const command = /^\$ presend ((?:.*\\\n)*.*)\n/.exec(text)?.[1] ?? '';
    const output = text.slice(text.indexOf(command) + command.length);
    return {
      command: command.replace(/\\\n\s*/g, ''),
      shown: output.split(/^…$/m).filter((piece) => piece.trim() !== ''),
    };
  });
  return [{ title, steps }];
});

const caught = captureOutput();
let server: DnsServer;
let folder: string;

beforeAll(async () => {
  server = await startDnsServer(readFileSync(join(root, 'fixtures/walks/published.zone'), 'utf8'));
  folder = mkdtempSync(join(tmpdir(), 'presend-walks-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command of the README against the served zone; what it writes goes elsewhere. */
async function run(command: string): Promise<number> {
  const args = command.split(' ').map((word) => {
    if (word.startsWith('fixtures/')) return join(root, word);
    return word === 'fixes.zone' ? join(folder, word) : word;
  });
  return main([...args, '--server', server.server]);
}

describe('the README walks from a bounce to a clean audit', () => {
  it('for 550 5.7.26, for 553 and for 554', () => {
    expect(walks.map(({ title }) => title)).toEqual(['550 5.7.26 at Gmail', '553 at sendmail', '554 at GMX']);
  });

  it.each(walks)('$title', async ({ steps }) => {
    const codes: number[] = [];
    for (const { command, shown } of steps) {
      const before = caught.out.length;
      // oxlint-disable-next-line no-await-in-loop -- each step builds on the one before
      codes.push(await run(command));
      const printed = caught.out.slice(before);
      expect(shown.length, command).toBeGreaterThan(0);
      for (const piece of shown) expect(printed, command).toContain(piece.trim());
    }
    // Explained, then found by an audit, then clean.
    expect(codes).toEqual([1, 1, 0]);
    expect(caught.err).toBe('');
  });
});
