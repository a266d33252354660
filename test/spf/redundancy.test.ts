import { describe, expect, it } from 'vitest';
import type { DomainName } from '../../src/domain.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import { groundOf } from '../../src/spf/ground.ts';
import { termText } from '../../src/spf/record.ts';
import { redundantTerms } from '../../src/spf/redundancy.ts';
import type { Names } from './evaluation.ts';
import { published, txt } from './published.ts';

const world: Names = {
  'upper.net': txt('v=spf1 ip4:45.64.1.128/25 -all'),
  'broken.net': txt('v=spf1 ip4:bogus -all'),
  'down.net': 'servfail',
  'two.net': txt('v=spf1 ip4:45.64.1.7 ip4:45.65.1.7 -all'),
  'refusing.net': txt('v=spf1 -ip4:45.64.1.0/24 include:two.net -all'),
  'handing.net': txt('v=spf1 ip4:45.66.1.7 include:two.net -all'),
  'doubtful.net': txt('v=spf1 include:down.net ip4:45.64.1.0/24 -all'),
  'open.net': txt('v=spf1 exists:%{i}.x.net -all'),
  'reading.net': txt('v=spf1 include:open.net -all'),
};

/** `term < holders`, `*` where nothing that others publish can end it. */
async function redundant(terms: string): Promise<string[]> {
  const resolver = published({ ...world, 'example.com': txt(`v=spf1 ${terms} -all`) });
  const spf = await gatherSpf('example.com' as DomainName, resolver);
  const ground = spf.ok && spf.value.tree ? groundOf(spf.value.tree) : null;
  if (!ground) throw new Error('no record');
  return redundantTerms(ground).map(({ term, by, how, lasting }) => {
    const holders = by.map((one) => termText(ground.record, one)).join(' ');
    return `${termText(ground.record, term)} ${how} ${holders}${lasting ? ' *' : ''}`;
  });
}

describe('redundant terms', () => {
  it.each<[string, readonly string[], string]>([
    ['ip4:45.64.1.7 ip4:45.64.1.0/24', ['ip4:45.64.1.7 covered ip4:45.64.1.0/24 *'], 'a later network'],
    ['ip4:45.64.1.0/24 ip4:45.64.1.7', ['ip4:45.64.1.7 covered ip4:45.64.1.0/24 *'], 'an earlier network'],
    ['ip4:45.64.1.7 include:broken.net ip4:45.64.1.0/24', [], 'an error may come between'],
    ['ip4:45.64.1.7 a:x.net ip4:45.64.1.0/24', [], 'and so may any question'],
    ['ip4:45.64.1.7 ?ip4:45.64.1.0/30 ip4:45.64.1.0/24', [], 'or a term that decides otherwise'],
    [
      '-ip4:45.64.1.7 ip4:45.64.1.0/30 ip4:45.64.1.0/24',
      ['ip4:45.64.1.0/30 covered ip4:45.64.1.0/24 *'],
      'one before does not matter',
    ],
    ['-ip4:45.64.1.0/29 ip4:45.64.1.0/30 ip4:45.64.1.0/24', [], 'nor does a term matter that is refused'],
    [
      'ip4:45.64.1.0/25 ip4:45.64.1.128/25 ip4:45.64.1.0/24',
      ['ip4:45.64.1.0/25 covered ip4:45.64.1.0/24 *', 'ip4:45.64.1.128/25 covered ip4:45.64.1.0/24 *'],
      'halves of a whole, but not the whole as well',
    ],
    [
      'ip4:45.64.1.0/26 ip4:45.64.1.0/25 ip4:45.64.1.0/24 ip4:45.64.1.0/24',
      [
        'ip4:45.64.1.0/26 covered ip4:45.64.1.0/24 *',
        'ip4:45.64.1.0/25 covered ip4:45.64.1.0/24 *',
        'ip4:45.64.1.0/24 covered ip4:45.64.1.0/24 *',
      ],
      'none by a term that is redundant itself',
    ],
    [
      'ip4:45.64.1.0/25 ?ip4:45.70.0.1 include:upper.net ip4:45.64.1.0/24',
      ['ip4:45.64.1.0/24 covered ip4:45.64.1.0/25 include:upper.net'],
      'all that hold a part of it, for as long as others publish that',
    ],
    ['ip4:45.64.1.0/25 -ip4:45.64.1.128/25 ip4:45.64.1.0/24', [], 'half of it is refused'],
    ['include:doubtful.net ip4:45.64.1.7', [], 'the other may not come to it'],
    ['include:two.net include:two.net', ['include:two.net repeated include:two.net *'], 'the same record'],
    ['include:refusing.net include:two.net', [], 'the record on the way refuses some'],
    [
      'include:handing.net include:two.net',
      ['include:two.net contained include:handing.net'],
      'or hands all of it on',
    ],
    ['include:reading.net include:open.net', [], 'nobody knows what it lets pass'],
  ])('%s: %j, %s', async (terms, expected) => {
    expect(await redundant(terms)).toEqual(expected);
  });
});
