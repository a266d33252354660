import { describe, expect, it } from 'vitest';
import type { Names } from './evaluation.ts';
import { findings } from './findings.ts';
import { published, txt } from './published.ts';

/** What is published beside a domain without a record: severity and fix of the finding about it. */
async function misplacedIn(names: Names): Promise<(readonly [string, string | null])[]> {
  const found = await findings(published({ 'example.test': { A: ['45.9.9.8'] }, ...names }));
  return found
    .filter(({ id }) => id === 'spf-misplaced')
    .map(({ severity, fix }) => [severity ?? 'error', fix?.[0]?.value ?? null]);
}

const provider: Names = { 'shop.test': txt('v=spf1 ip4:45.1.1.1 -all') };
const at = (name: string, text: string): Names => ({
  [name]: { ...txt(text), A: ['45.9.9.9'] },
  ...provider,
});

describe('a record beside the domain', () => {
  it.each<[string, Names, string, string | null]>([
    ['at _dmarc', at('_dmarc.example.test', 'v=spf1 a -all'), 'error', 'v=spf1 a -all'],
    [
      'at _spf',
      at('_spf.example.test', 'v=spf1 ip4:45.8.0.0/20 -all'),
      'warning',
      'v=spf1 include:_spf.example.test ~all',
    ],
    [
      'at _spf, where "a" means that name',
      at('_spf.example.test', 'v=spf1 a ip4:45.8.0.0/20 -all'),
      'warning',
      null,
    ],
    [
      'at www',
      at('www.example.test', 'v=spf1 include:shop.test -all'),
      'warning',
      'v=spf1 include:shop.test -all',
    ],
    ['at www, where "a" means that name', at('www.example.test', 'v=spf1 a -all'), 'warning', null],
    [
      'at www, with its name in a macro',
      at('www.example.test', 'v=spf1 ip4:45.1.1.1 a:%{d} -all'),
      'warning',
      null,
    ],
    ['almost one', at('example.test', ' v=spf1 ip4:45.1.1.1 -all'), 'error', 'v=spf1 ip4:45.1.1.1 -all'],
    ['almost one that authorizes nobody', at('example.test', ' v=spf1 -all'), 'error', null],
  ])('%s', async (_, names, severity, fix) => {
    expect(await misplacedIn(names)).toEqual([[severity, fix]]);
  });

  it.each<[string, Names]>([
    ['_dmarc sends nothing', at('_dmarc.example.test', 'v=spf1 -all')],
    ['_spf sends nothing', at('_spf.example.test', 'v=spf1 -all')],
    [
      'a wildcard may answer',
      { ...at('_dmarc.example.test', 'v=spf1 a -all'), '_presend-control.example.test': 'servfail' },
    ],
  ])('is none where %s', async (_, names) => {
    expect(await misplacedIn(names)).toEqual([]);
  });

  it('has no fix where two records could be meant', async () => {
    const both = {
      ...at('www.example.test', 'v=spf1 ip4:45.1.1.1 -all'),
      ...at('_spf.example.test', 'v=spf1 ip4:45.1.1.1 -all'),
    };
    expect(await misplacedIn(both)).toEqual([
      ['warning', null],
      ['warning', null],
    ]);
  });
});
