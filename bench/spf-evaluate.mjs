#!/usr/bin/env node
// SPF evaluations a second with all answers in memory: presend, mailauth and pyspf on the same cases, in turn.
//
//   npm run build && npm --prefix bench ci && node bench/spf-evaluate.mjs [--rounds 7] [--seconds 2]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkHost } from '../dist/index.js';
import { cases, zone } from './spf-cases.mjs';
import { dataOf } from './zone.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '2' } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const data = await dataOf(zone);

const sender = (domain) => `joe@${domain}`;
const helo = 'mail.example.net';

/** Answers that are the same objects each time, as a resolver with a memory gives them. */
function remembering() {
  const answers = new Map();
  const types = {
    TXT: (node) => node.TXT?.map((text) => [text]),
    A: (node) => node.A,
    MX: (node) => node.MX?.map(([preference, exchange]) => ({ preference, exchange })),
  };
  return {
    query: async (name, type) => {
      const key = `${type} ${name}`;
      let answer = answers.get(key);
      if (!answer) {
        const node = data[name];
        const records = node && types[type]?.(node);
        answer = records ? { status: 'found', records } : { status: node ? 'nodata' : 'nxdomain' };
        answers.set(key, answer);
      }
      return answer;
    },
  };
}

const memory = remembering();
/** Answers made anew each time, so that every record is parsed in every evaluation. */
const forgetting = { query: async (name, type) => ({ ...(await memory.query(name, type)) }) };

const ours =
  (resolver) =>
  async ({ domain, ip }) =>
    (await checkHost({ ip, sender: sender(domain), helo }, resolver)).result;

const { spf } = createRequire(import.meta.url)('mailauth/lib/spf');
const absent = (code) => Object.assign(new Error(code), { code });
async function mailauthResolver(domain, type) {
  const node = data[domain.toLowerCase()];
  if (!node) throw absent('ENOTFOUND');
  const records = {
    TXT: node.TXT?.map((text) => [text]),
    A: node.A,
    MX: node.MX?.map(([priority, exchange]) => ({ priority, exchange })),
  }[type];
  if (!records) throw absent('ENODATA');
  return records;
}
const mailauth = async ({ domain, ip }) =>
  (await spf({ ip, sender: sender(domain), helo, mta: 'mx.example.org', resolver: mailauthResolver })).status
    .result;

async function check(name, evaluate) {
  for (const one of cases) {
    const result = await evaluate(one);
    if (result !== one.result)
      process.stdout.write(`${name}: ${one.domain} ${one.ip} is ${result}, expected ${one.result}\n`);
  }
}

/** Evaluations a second over `seconds`. */
async function rate(evaluate) {
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < seconds * 1000) {
    for (const one of cases) await evaluate(one);
    count += cases.length;
  }
  return (count * 1000) / (performance.now() - started);
}

const folder = mkdtempSync(join(tmpdir(), 'presend-bench-'));
const input = join(folder, 'cases.json');
writeFileSync(input, JSON.stringify({ cases, data, seconds, helo }));
function pyspf() {
  const script = fileURLToPath(new URL('spf-evaluate.py', import.meta.url));
  return Number(
    execFileSync('/usr/bin/python3', [script, input], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const contestants = [
  ['presend, answers shared', () => rate(ours(memory))],
  ['presend, records parsed anew', () => rate(ours(forgetting))],
  ['mailauth', () => rate(mailauth)],
  ['pyspf', async () => pyspf()],
];
try {
  await check('presend', ours(memory));
  await check('mailauth', mailauth);
  const rates = contestants.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, [, run]] of contestants.entries()) {
      const figure = await run();
      // The first round warms up.
      if (round > 0) rates[index].push(figure);
    }
  }
  for (const [index, [name]] of contestants.entries()) {
    const all = rates[index];
    const ratio = median(all.map((figure, round) => figure / rates[2][round]));
    const [low, middle, high] = [Math.min(...all), median(all), Math.max(...all)].map((figure) =>
      Math.round(figure).toLocaleString('en-US'),
    );
    process.stdout.write(
      `${name.padEnd(30)} ${middle.padStart(9)} evaluations/s (${low} to ${high}), ${ratio.toFixed(2)} × mailauth\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
