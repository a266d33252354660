#!/usr/bin/env node
// How many of the selectors in use the common ones reach, by how many of them are asked for.
//
//   npm run build && node bench/dkim-selectors.mjs
//
// Reads ../shared beside the repository; says so and stops where it is not there.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { commonSelectors, defaultDepth } from '../dist/dkim/selectors.js';
import { providersOf } from '../dist/dkim/providers.js';

const files = ['shared/reference/dkim-selectors.tsv', 'shared/corpora/real-spf-mx-2026.json.gz'];
const [collections, domains] = files.map((file) => new URL(`../../${file}`, import.meta.url));
const missing = files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)));
if (missing.length > 0) {
  process.stdout.write(`nothing measured: ${missing.map((file) => `../${file}`).join(' and ')} not there\n`);
  process.exit(0);
}

const rows = readFileSync(collections, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t'))
  .map(([selector, where]) => ({ selector, where: where.split(',') }))
  .filter(({ selector }) => selector !== '*');
const inZones = rows.filter(({ where }) => where.includes('seen-in-zones')).map(({ selector }) => selector);
const inTwo = rows.filter(({ where }) => where.length > 1).map(({ selector }) => selector);

const targetsOf = ({ MX, TXT = [] }) => [
  ...MX.map(([, exchange]) => exchange),
  ...TXT.flatMap((text) =>
    Array.from(text.matchAll(/(?:include:|redirect=)(\S+)/gi), ([, target]) => target),
  ),
];

/** One provider of one domain, as often as there are such pairs; those with selectors that can be guessed. */
const pairs = Object.values(JSON.parse(gunzipSync(readFileSync(domains))))
  .filter(({ MX }) => MX !== undefined)
  .flatMap((node) => providersOf(targetsOf(node)))
  .filter(({ selectors }) => selectors.length > 0);
// Two providers are nearly two thirds of the pairs, and their selectors come first.
const others = pairs.filter(({ key }) => key !== 'microsoft-365' && key !== 'google-workspace');

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const share = (selectors, asked) =>
  selectors.filter((selector) => asked.has(selector)).length / selectors.length;
const percent = (part) => `${(100 * part).toFixed(1)} %`.padStart(9);

const columns = {
  zones: (asked) => share(inZones, asked),
  'in two': (asked) => share(inTwo, asked),
  pairs: (asked) => sum(pairs.map(({ selectors }) => (share(selectors, asked) > 0 ? 1 : 0))) / pairs.length,
  others: (asked) =>
    sum(others.map(({ selectors }) => (share(selectors, asked) > 0 ? 1 : 0))) / others.length,
  'all of': (asked) => sum(others.map(({ selectors }) => share(selectors, asked))) / others.length,
};

process.stdout.write(
  [
    `zones   of ${inZones.length} selectors seen in real zones, about half of them one sender's own`,
    `in two  of ${inTwo.length} selectors in two public collections or more`,
    `pairs   of ${pairs.length} pairs of a domain and its provider: one of the provider's selectors at least`,
    `others  of ${others.length} of these, without Microsoft 365 and Google Workspace`,
    'all of  the mean share of the selectors of each of these',
    '',
    `depth${Object.keys(columns)
      .map((name) => name.padStart(9))
      .join('')}`,
    ...[10, 20, 30, 50, 78, 100, 120, 150, 200, 300, commonSelectors.length].map((depth) => {
      const asked = new Set(commonSelectors.slice(0, depth));
      const shares = Object.values(columns).map((column) => percent(column(asked)));
      return `${String(depth).padStart(5)}${shares.join('')}${depth === defaultDepth ? '  (default)' : ''}`;
    }),
    '',
  ].join('\n'),
);
