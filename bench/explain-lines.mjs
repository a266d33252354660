// A million replies explained: the lines of the tables of test/smtp/replies, again and again.
import { readdirSync, readFileSync } from 'node:fs';
import { explainReply } from '../dist/index.js';

const folder = new URL('../test/smtp/replies/', import.meta.url);
const lines = readdirSync(folder)
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').slice(4).join('|'));
const total = Number(process.argv[2] ?? 1_000_000);

const spent = () => process.cpuUsage().user / 1_000;
const start = spent();
explainReply('550 first');
const first = spent() - start;
for (let at = 0; at < 20_000; at++) explainReply(lines[at % lines.length]);

const before = spent();
for (let at = 0; at < total; at++) explainReply(lines[at % lines.length]);
const each = ((spent() - before) * 1_000) / total;
const characters = lines.reduce((sum, { length }) => sum + length, 0) / lines.length;
console.log(
  `first reply ${first.toFixed(0)} ms, then ${each.toFixed(1)} µs a line of ${characters.toFixed(0)} characters (CPU), ${total} lines`,
);
