import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Case, Outcome } from './case.ts';

export const peerNames = ['pyspf', 'Mail::SPF'] as const;

export type PeerName = (typeof peerNames)[number];

export interface Peer {
  readonly name: PeerName;
  readonly command: readonly [program: string, ...args: string[]];
}

interface Answered extends Outcome {
  readonly id: number;
}

function driver(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

function runs(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** The first on the path may be another than the one that Debian's packages are for. */
const pythons = ['python3', '/usr/bin/python3'];

export function findPeer(name: PeerName): Peer | null {
  if (name === 'Mail::SPF') {
    const found = runs('perl', '-MMail::SPF', '-MNet::DNS', '-e', '1');
    return found ? { name, command: ['perl', driver('mailspf.pl')] } : null;
  }
  const python = pythons.find((program) => runs(program, '-c', 'import spf'));
  return python === undefined ? null : { name, command: [python, driver('pyspf.py')] };
}

/** Why the comparison cannot run here; null where it can. */
export function missingPeers(): string | null {
  const packages = { pyspf: 'python3-spf', 'Mail::SPF': 'libmail-spf-perl' };
  const missing = peerNames.filter((name) => findPeer(name) === null);
  if (missing.length === 0) return null;
  const debian = missing.map((name) => packages[name]).join(', ');
  return `${missing.join(' and ')} not installed (Debian: ${debian})`;
}

/** All cases through one process of the peer, in order. */
export async function answersOf({ name, command }: Peer, cases: readonly Case[]): Promise<Outcome[]> {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done) => {
    child.on('close', done);
  });
  // A peer that dies is found out by what is missing.
  child.stdin.on('error', () => {});
  child.stdin.end(cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const answers: Answered[] = [];
  for await (const line of createInterface({ input: child.stdout }))
    answers.push(JSON.parse(line) as Answered);
  const code = await ended;
  const wrong = cases.findIndex(({ id }, index) => answers[index]?.id !== id);
  if (code !== 0 || wrong >= 0) throw new Error(`${name} ended with ${code} at case ${cases[wrong]?.id}`);
  return answers;
}
