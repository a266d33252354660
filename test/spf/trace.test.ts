import { describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/dns/resolver.ts';
import { checkHost } from '../../src/spf/english.ts';
import { client, evaluate } from './evaluation.ts';
import { published, txt } from './published.ts';

describe('the trace', () => {
  it('shows every term in order, its cost, its questions and what came of it', async () => {
    const outcome = await evaluate({
      'example.test': txt('v=spf1 a:x.test include:i.test -all exp=e.test'),
      'i.test': txt('v=spf1 ip4:198.51.100.0/24 redirect=j.test'),
      'j.test': txt('v=spf1 ~all'),
      'e.test': txt('no'),
    });
    const { trace } = outcome;
    expect(trace.steps.map(({ term, cost, effect }) => [term, cost, effect])).toEqual([
      ['a:x.test', 1, 'no-match'],
      ['include:i.test', 1, 'no-match'],
      ['-all', 0, 'match'],
      ['exp=e.test', 0, 'explained'],
    ]);
    expect(trace.steps[0]).toEqual({
      domain: 'example.test',
      term: 'a:x.test',
      start: 7,
      end: 15,
      cost: 1,
      void: 1,
      target: 'x.test',
      questions: [{ name: 'x.test', type: 'A', status: 'nxdomain', records: [] }],
      effect: 'no-match',
      reason: '192.0.2.1 matches no address',
    });
    expect(trace.steps[1]?.nested).toMatchObject({
      domain: 'i.test',
      result: 'softfail',
      steps: [
        { term: 'ip4:198.51.100.0/24', effect: 'no-match' },
        { term: 'redirect=j.test', effect: 'followed', nested: { domain: 'j.test', result: 'softfail' } },
      ],
    });
    const record = 'v=spf1 a:x.test include:i.test -all exp=e.test';
    expect(outcome.matched).toEqual({ record, domain: 'example.test', term: '-all', start: 31, end: 35 });
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('shows what came back, in an order of its own', async () => {
    const { trace } = await evaluate({
      'example.test': {
        ...txt('v=spf1 mx -all'),
        MX: [
          { preference: 20, exchange: 'b.test' },
          { preference: 10, exchange: 'a.test' },
        ],
      },
      'a.test': { A: ['192.0.2.9', '192.0.2.7'] },
      'b.test': 'servfail',
    });
    expect(trace.questions).toEqual([
      { name: 'example.test', type: 'TXT', status: 'found', records: ['v=spf1 mx -all'] },
    ]);
    expect(trace.steps[0]?.questions).toEqual([
      { name: 'example.test', type: 'MX', status: 'found', records: ['10 a.test', '20 b.test'] },
      { name: 'a.test', type: 'A', status: 'found', records: ['192.0.2.7', '192.0.2.9'] },
      { name: 'b.test', type: 'A', status: 'failed', records: [], failure: 'servfail' },
    ]);
  });

  it('is bounded in what it shows of an answer', async () => {
    const { trace } = await evaluate({
      'example.test': { TXT: [['v=spf1 a -all'], ['x'.repeat(9000)]], A: ['192.0.2.7'] },
    });
    expect(trace.questions[0]?.records.map(({ length }) => length)).toEqual([13, 500]);
  });

  it('says that a name cannot be asked for over this transport', async () => {
    const known = published({ 'example.test': txt('v=spf1 exists:%{l}.x.test -all') });
    const resolver: Resolver = {
      query: async (name, type) =>
        name.includes('+') ? { status: 'failed', failure: 'badname' } : known.query(name, type),
    };
    expect(await checkHost({ ...client, sender: 'a+b@example.test' }, resolver)).toMatchObject({
      result: 'temperror',
      reason: 'a+b.x.test cannot be asked for over this transport (badname)',
    });
  });
});
