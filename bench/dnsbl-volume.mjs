#!/usr/bin/env node
// 256 addresses at 30 lists against a server that takes 25 ms to answer: how long it takes beside what the number of
// questions on their way at once allows, whether a packet is lost, and how fast each list is asked at a rate.
//
//   npm run build && node bench/dnsbl-volume.mjs
import { lookUpAll, nodeResolver, once, paced } from '../dist/index.js';
import { addressList } from '../dist/dnsbl/register/forms.js';
import { startDelayServer } from './delay-server.mjs';

const delayMs = 25;
const inFlight = 128;
const lists = Array.from({ length: 30 }, (_, index) =>
  addressList({
    zone: `list${index}.test`,
    name: `List ${index}`,
    weight: 'warning',
    seen: null,
    delisting: '',
  }),
);
const subjects = Array.from({ length: 256 }, (_, host) => `203.0.113.${host}`);
const zone = Object.fromEntries(lists.map((list) => [`2.0.0.127.${list.zone}`, { A: ['127.0.0.2'] }]));

/** The most questions about one list that came within a second. */
function fastest(questions) {
  const byList = new Map();
  for (const { name, at } of questions) {
    const list = name.split('.').slice(-2).join('.');
    byList.set(list, [...(byList.get(list) ?? []), at]);
  }
  let most = 0;
  for (const times of [...byList.values()].map((all) => all.toSorted((a, b) => a - b))) {
    for (let first = 0, last = 0; last < times.length; last += 1) {
      while (times[last] - times[first] >= 1000) first += 1;
      most = Math.max(most, last - first + 1);
    }
  }
  return most;
}

async function measure(rate, some) {
  const server = await startDelayServer(zone, delayMs);
  const asking = nodeResolver({ servers: [server.server], timeoutMs: 5000, inFlight });
  const zones = some.map((list) => list.zone);
  const resolver = once(rate === 0 ? asking : paced(asking, zones, rate));
  const started = performance.now();
  const { queries, listings } = await lookUpAll(subjects, resolver, { lists: some });
  const ms = performance.now() - started;
  const open = listings.filter(({ outcome }) => outcome === 'unknown').length;
  const { questions } = server;
  server.close();
  return { ms, queries, packets: questions.length, open, fastest: fastest(questions) };
}

for (let round = 1; round <= 5; round += 1) {
  const { ms, queries, packets, open } = await measure(0, lists);
  const ideal = (queries / inFlight) * delayMs;
  process.stdout.write(
    `no limit: ${queries} questions, ${packets} packets, ${open} open, ${Math.round(ms)} ms, ${(ms / ideal).toFixed(2)} of what in flight and latency allow\n`,
  );
}
const { ms, queries, fastest: most } = await measure(50, lists.slice(0, 5));
process.stdout.write(
  `50 a second and list: ${queries} questions, ${Math.round(ms)} ms, at most ${most} of one list in a second\n`,
);
