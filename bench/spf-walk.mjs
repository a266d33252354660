#!/usr/bin/env node
// Sequential round trips of the walk over SPF trees of depth 1 to 8, against a server that takes 25 ms to answer.
//
//   npm run build && node bench/spf-walk.mjs
import { gather, nodeResolver, once, readSubject } from '../dist/index.js';
import { roundTrips, startDelayServer } from './delay-server.mjs';

const delayMs = 25;

/** A chain of `depth` includes, each beside two short ones; at the end what `tail` gives. */
function tree(depth, tail) {
  const zone = {
    'example.test': { TXT: ['v=spf1 include:n1.test include:x0.test include:y0.test ~all'] },
    test: { TXT: ['x'] },
  };
  for (let level = 1; level <= depth; level += 1) {
    const next = level < depth ? `include:n${level + 1}.test include:x${level}.test` : tail;
    zone[`n${level}.test`] = { TXT: [`v=spf1 ${next} ~all`] };
  }
  for (let level = 0; level <= depth; level += 1) {
    zone[`x${level}.test`] = { TXT: ['v=spf1 ip4:192.0.2.0/24 ~all'] };
    zone[`y${level}.test`] = { TXT: ['v=spf1 ip4:198.51.100.0/24 ~all'] };
  }
  zone['mail.test'] = { MX: [{ preference: 1, exchange: 'mx.test' }], A: ['192.0.2.7'] };
  zone['mx.test'] = { A: ['192.0.2.8'] };
  return zone;
}

/** Round trips that the chain takes by itself: one an include, one an `a`, two an `mx`. */
const tails = [
  { name: 'networks', text: 'ip4:203.0.113.0/24', trips: 0 },
  { name: 'a', text: 'a:mail.test', trips: 1 },
  { name: 'mx', text: 'mx:mail.test', trips: 2 },
];

let wrong = 0;
for (const { name, text, trips } of tails) {
  for (let depth = 1; depth <= 8; depth += 1) {
    const server = await startDelayServer(tree(depth, text), delayMs);
    const resolver = once(nodeResolver({ servers: [server.server] }));
    const subject = readSubject({ domain: 'example.test', ips: ['192.0.2.8'] });
    const started = performance.now();
    await gather(subject, resolver, { sections: ['spf'] });
    const elapsed = performance.now() - started;
    server.close();
    const expected = 1 + depth + trips;
    const counted = roundTrips(server.questions);
    if (counted !== expected) wrong += 1;
    process.stdout.write(
      `depth ${depth}, ends in ${name.padEnd(8)} chain ${String(expected).padStart(2)}, round trips ${String(counted).padStart(2)}, questions ${String(server.questions.length).padStart(3)}, ${Math.round(elapsed)} ms\n`,
    );
  }
}
process.stdout.write(
  wrong === 0
    ? 'every walk took as many round trips as its longest chain\n'
    : `${wrong} walks took another number\n`,
);
process.exitCode = wrong === 0 ? 0 : 1;
