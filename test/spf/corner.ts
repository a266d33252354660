import fc from 'fast-check';
import type { DomainName } from '../../src/domain.ts';
import type { Names } from './evaluation.ts';
import { txt } from './published.ts';

/** Records at random about a corner of the address space, so that their terms meet. */

export const domain = 'example.test' as DomainName;

/** Each address of 45.64.8.0/28, one beside it, and one on IPv6. */
export const corner = [
  ...Array.from({ length: 16 }, (_, last) => `45.64.8.${last}`),
  '45.64.200.1',
  '2a10::1',
];

const hosts = (count: number): Names =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`h${n}.test`, { A: [`45.64.8.${n}`] }]));
const exchanges = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ preference: n, exchange: `h${n}.test` }));

/** What the terms lead to. */
export const world: Names = {
  ...hosts(12),
  'six.test': { AAAA: ['2a10::1'] },
  'mail.test': { MX: [{ preference: 1, exchange: 'six.test' }, ...exchanges(3)] },
  'many.test': { MX: exchanges(12) },
  'dear.test': txt(`v=spf1 ${'a:h1.test '.repeat(6)}~all`),
  'curt.test': txt('v=spf1 -ip4:45.64.8.0/29 a:h9.test a:h9.test a:h9.test a:h9.test -all'),
  'broken.test': txt('v=spf1 ip4:45.64.8.0/30 moo -all'),
  'twice.test': { TXT: [['v=spf1 -all'], ['v=spf1 mx -all']] },
  'down.test': 'servfail',
  'loop.test': txt('v=spf1 ip4:45.64.8.3 include:example.test -all'),
  'hop.test': txt('v=spf1 a:h2.test ip4:45.64.8.8/30 ~all'),
};

export const someTerm = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(15), fc.integer({ min: 28, max: 32 }))
      .map(([n, p]) => `ip4:45.64.8.${n}/${p}`),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'a:h1.test',
      'a:h2.test/30',
      'a:six.test',
      'mx:mail.test',
      'a:gone.test',
      'exists:h1.test',
      'exists:gone.test',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'include:a.test',
      'include:b.test',
      'include:dear.test',
      'include:curt.test',
      'mx:many.test',
    ),
  },
  fc.constantFrom(
    'include:broken.test',
    'include:twice.test',
    'include:gone.test',
    'include:loop.test',
    'include:down.test',
    'a:down.test',
    'ptr',
    'exists:%{i}.test',
  ),
);
export const someRecord = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom('', '', '', '-', '?'), someTerm).map((parts) => parts.join('')),
      { maxLength: 7 },
    ),
    fc.constantFrom('-all', '~all', '+all', 'redirect=hop.test', 'redirect=down.test', ''),
  )
  .map(([terms, end]) => ['v=spf1', ...terms, end].join(' ').trim());
