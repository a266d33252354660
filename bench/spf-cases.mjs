// The same evaluations for every implementation: records really published, and clients that match early, late or never.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readZone } from './zone.mjs';

const read = (name) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/real/${name}`, import.meta.url)), 'utf8');

/** `{ name: { TXT: [text], MX: [[preference, exchange]], A: [address] } }`, lower case. */
export const zone = readZone(`${read('published.zone')}\n${read('campaign.zone')}`);

export const cases = [
  ['gmail.com', '74.125.1.1', 'pass'],
  ['gmail.com', '192.0.2.1', 'softfail'],
  ['outlook.com', '2a01:111:f403:2801::1', 'pass'],
  ['outlook.com', '192.0.2.1', 'fail'],
  ['amsterdam.nl', '92.42.235.7', 'pass'],
  ['amsterdam.nl', '192.0.2.1', 'fail'],
  ['stockholm.se', '217.61.244.9', 'pass'],
  ['stockholm.se', '192.0.2.1', 'softfail'],
  ['campaign.example', '167.89.1.1', 'pass'],
  ['campaign.example', '192.0.2.1', 'permerror'],
].map(([domain, ip, result]) => ({ domain, ip, result }));
