import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { atMost } from '../../src/dns/layers/at-most.ts';
import { deadline } from '../../src/dns/layers/deadline.ts';
import { keyed } from '../../src/dns/layers/keyed.ts';
import { once } from '../../src/dns/layers/once.ts';
import { paced } from '../../src/dns/layers/paced.ts';
import { type Exchange, recorded, replay } from '../../src/dns/layers/recorded.ts';
import { retry } from '../../src/dns/layers/retry.ts';
import { until } from '../../src/dns/layers/until.ts';
import type { Answer, Failure, RecordType, Resolver } from '../../src/dns/resolver.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

const timeout = { status: 'failed', failure: 'timeout' } as const;

interface Pending {
  readonly name: string;
  readonly signal: AbortSignal | undefined;
  answer(answer: Answer<never>): void;
}

/** A resolver whose answers the test gives, one by one. */
function held() {
  const asked: Pending[] = [];
  const resolver: Resolver = {
    query: (name, _type, signal) =>
      new Promise((resolve) => {
        asked.push({ name, signal, answer: resolve });
      }),
  };
  return { resolver, asked };
}

/** A resolver that gives these answers in turn, the last one from then on. */
function scripted(...answers: Answer<never>[]) {
  const asked: string[] = [];
  const resolver: Resolver = {
    query(name) {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(name);
      return Promise.resolve(answer ?? { status: 'nxdomain' });
    },
  };
  return { resolver, asked };
}

/** Lets all that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const nodata = { status: 'nodata' } as const;
const nxdomain = { status: 'nxdomain' } as const;

describe('every layer leaves the answers as they are', () => {
  const zone = zoneResolver(
    `
    a.test. TXT "a" "b"
    b.test. MX 0 .
    c.test. CNAME a.test.
    d.test. CNAME d.test.
    e.f.test. AAAA 2001:db8::1`.replace(/^ +/gm, ''),
  );
  const names = ['a.test', 'A.Test', 'b.test', 'c.test', 'd.test', 'f.test', 'nothing.test', ''];
  const types: RecordType[] = ['A', 'AAAA', 'TXT', 'MX', 'CNAME'];
  const question = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...types));

  it.each<[string, (resolver: Resolver) => Resolver]>([
    ['once', once],
    ['at-most', (resolver) => atMost(resolver, 2)],
    ['deadline', (resolver) => deadline(resolver, 10_000)],
    ['retry', (resolver) => retry(resolver)],
    ['until', (resolver) => until(resolver, new AbortController().signal)],
    ['recorded', (resolver) => recorded(resolver, [])],
    [
      'all of them',
      (resolver) => once(until(retry(atMost(deadline(resolver, 10_000), 3)), new AbortController().signal)),
    ],
  ])('%s', async (_, layer) => {
    await fc.assert(
      fc.asyncProperty(fc.array(question, { maxLength: 12 }), fc.boolean(), async (questions, withSignal) => {
        const layered = layer(zone);
        const rest: [AbortSignal] | [] = withSignal ? [new AbortController().signal] : [];
        const answers = await Promise.all(
          questions.map(([name, type]) => layered.query(name, type, ...rest)),
        );
        expect(answers).toEqual(await Promise.all(questions.map(([name, type]) => zone.query(name, type))));
      }),
    );
  });

  it('a recording, as JSON, answers like what was recorded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(question, { maxLength: 12 }), async (questions) => {
        const log: Exchange[] = [];
        const answers = await Promise.all(
          questions.map(([name, type]) => recorded(zone, log).query(name, type)),
        );
        expect(log).toHaveLength(questions.length);
        const again = replay(JSON.parse(JSON.stringify(log)) as Exchange[]);
        expect(await Promise.all(questions.map(([name, type]) => again.query(name, type)))).toEqual(answers);
      }),
    );
  });
});

describe('once', () => {
  it.each<[string, [string, RecordType][], number]>([
    [
      'the same question',
      [
        ['a.test', 'A'],
        ['a.test', 'A'],
      ],
      1,
    ],
    [
      'the same name in another case',
      [
        ['a.test', 'A'],
        ['A.Test', 'A'],
      ],
      1,
    ],
    [
      'another type',
      [
        ['a.test', 'A'],
        ['a.test', 'TXT'],
      ],
      2,
    ],
    [
      'another name',
      [
        ['a.test', 'A'],
        ['b.test', 'A'],
      ],
      2,
    ],
    [
      'names that differ beyond ASCII',
      [
        ['\xe9.test', 'A'],
        ['\xc9.test', 'A'],
      ],
      2,
    ],
  ])('in flight and answered: %s', async (_, questions, packets) => {
    const { resolver, asked } = scripted(nxdomain);
    const shared = once(resolver);
    await Promise.all(questions.map(([name, type]) => shared.query(name, type)));
    await Promise.all(questions.map(([name, type]) => shared.query(name, type)));
    expect(asked).toHaveLength(packets);
  });

  it('shares a failure with those who wait for it and forgets it then', async () => {
    const { resolver, asked } = scripted(timeout, nodata);
    const shared = once(resolver);
    expect(await Promise.all([shared.query('a.test', 'A'), shared.query('a.test', 'A')])).toEqual([
      timeout,
      timeout,
    ]);
    expect(await shared.query('a.test', 'A')).toEqual(nodata);
    expect(await shared.query('a.test', 'A')).toEqual(nodata);
    expect(asked).toHaveLength(2);
  });

  it('keeps a failure where it is told to, so that one audit tells one thing of one question', async () => {
    const { resolver, asked } = scripted(timeout, nodata);
    const shared = once(resolver, 'kept');
    expect(await shared.query('a.test', 'A')).toEqual(timeout);
    expect(await shared.query('a.test', 'A')).toEqual(timeout);
    expect(asked).toHaveLength(1);
  });

  it('forgets a question that a bug ended', async () => {
    let calls = 0;
    const broken: Resolver = {
      query() {
        calls += 1;
        return calls === 1 ? Promise.reject(new Error('bug')) : Promise.resolve(nodata);
      },
    };
    const shared = once(broken);
    await expect(shared.query('a.test', 'A')).rejects.toThrow('bug');
    expect(await shared.query('a.test', 'A')).toEqual(nodata);
  });

  it('one caller going away harms no other, whoever came first', async () => {
    const { resolver, asked } = held();
    const shared = once(resolver);
    const leaving = new AbortController();
    const first = shared.query('a.test', 'A', leaving.signal);
    const second = shared.query('a.test', 'A');
    leaving.abort();
    expect(await first).toEqual(timeout);
    asked[0]?.answer(nodata);
    expect(await second).toEqual(nodata);
    expect(await shared.query('a.test', 'A')).toEqual(nodata);
    expect(asked).toHaveLength(1);
  });
});

describe('at-most', () => {
  it('never has more on the way, and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 40 }),
        async (width, count) => {
          let busy = 0;
          let most = 0;
          const slow: Resolver = {
            async query() {
              busy += 1;
              most = Math.max(most, busy);
              await settle();
              busy -= 1;
              return nodata;
            },
          };
          const limited = atMost(slow, width);
          const answers = await Promise.all(
            Array.from({ length: count }, (_, index) => limited.query(`n${index}.test`, 'A')),
          );
          expect(answers).toEqual(Array.from({ length: count }, () => nodata));
          expect(most).toBe(Math.min(width, count));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('one that is aborted leaves the line at once and is never asked', async () => {
    const { resolver, asked } = held();
    const limited = atMost(resolver, 1);
    const leaving = new AbortController();
    const first = limited.query('first.test', 'A');
    const second = limited.query('second.test', 'A', leaving.signal);
    const third = limited.query('third.test', 'A');
    leaving.abort();
    expect(await second).toEqual(timeout);
    asked[0]?.answer(nodata);
    await first;
    await settle();
    expect(asked.map(({ name }) => name)).toEqual(['first.test', 'third.test']);
    asked[1]?.answer(nodata);
    expect(await third).toEqual(nodata);
  });
});

describe('deadline', () => {
  it('ends what does not answer, and tells the resolver beneath', async () => {
    const { resolver, asked } = held();
    expect(await deadline(resolver, 5).query('a.test', 'A')).toEqual(timeout);
    expect(asked[0]?.signal?.aborted).toBe(true);
  });

  it('ends with its signal, long before the time', async () => {
    const { resolver, asked } = held();
    const leaving = new AbortController();
    const answer = deadline(resolver, 2 ** 31 - 1).query('a.test', 'A', leaving.signal);
    leaving.abort();
    expect(await answer).toEqual(timeout);
    expect(asked[0]?.signal?.aborted).toBe(true);
  });

  it('asks nothing under an aborted signal', async () => {
    const { resolver, asked } = held();
    expect(await deadline(resolver, 5).query('a.test', 'A', AbortSignal.abort())).toEqual(timeout);
    expect(asked).toEqual([]);
  });

  it('leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    const leaving = new AbortController();
    const ending = deadline(held().resolver, 2 ** 30).query('a.test', 'A', leaving.signal);
    await deadline(scripted(nodata).resolver, 2 ** 30).query('a.test', 'A');
    leaving.abort();
    await ending;
    await settle();
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('hands on what a bug throws', async () => {
    const broken: Resolver = { query: () => Promise.reject(new Error('bug')) };
    await expect(deadline(broken, 1000).query('a.test', 'A')).rejects.toThrow('bug');
  });
});

describe('until', () => {
  it('ends every question when the signal aborts, and asks no more', async () => {
    const { resolver, asked } = held();
    const stop = new AbortController();
    const bounded = until(resolver, stop.signal);
    const waiting = [
      bounded.query('a.test', 'A'),
      bounded.query('b.test', 'A', new AbortController().signal),
    ];
    await settle();
    stop.abort();
    expect(await Promise.all(waiting)).toEqual([timeout, timeout]);
    expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
    expect(await bounded.query('c.test', 'A')).toEqual(timeout);
    expect(await bounded.query('c.test', 'A', new AbortController().signal)).toEqual(timeout);
    expect(asked).toHaveLength(2);
  });

  it("ends a question with its caller's own signal, and that one alone", async () => {
    const { resolver, asked } = held();
    const bounded = until(resolver, new AbortController().signal);
    const leaving = new AbortController();
    const first = bounded.query('a.test', 'A', leaving.signal);
    const second = bounded.query('b.test', 'A');
    leaving.abort();
    expect(await first).toEqual(timeout);
    asked[1]?.answer(nodata);
    expect(await second).toEqual(nodata);
    expect(await bounded.query('c.test', 'A', AbortSignal.abort())).toEqual(timeout);
  });

  it('lets thousands wait under one signal without a warning', async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(warning.message);
    process.on('warning', note);
    const { resolver, asked } = held();
    const stop = new AbortController();
    const layered = once(atMost(deadline(until(resolver, stop.signal), 10_000), 5000));
    const waiting = Array.from({ length: 3000 }, (_, index) =>
      layered.query(`n${index}.test`, 'A', stop.signal),
    );
    await settle();
    expect(asked).toHaveLength(3000);
    stop.abort();
    expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set(['failed']));
    await settle();
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

describe('retry', () => {
  const failed = (failure: Failure): Answer<never> => ({ status: 'failed', failure });

  it.each<[Failure, boolean]>([
    ['servfail', true],
    ['refused', true],
    ['timeout', true],
    ['unreachable', true],
    ['badresponse', true],
    ['badname', false],
    ['other', false],
  ])('%s: asks again: %s', async (failure, again) => {
    const first = scripted(failed(failure));
    const second = scripted(nodata);
    expect(await retry(first.resolver, second.resolver).query('a.test', 'A')).toEqual(
      again ? nodata : failed(failure),
    );
    expect(first.asked).toHaveLength(1);
    expect(second.asked).toHaveLength(again ? 1 : 0);
  });

  it.each<[string, Answer<never>]>([
    ['nodata', nodata],
    ['nxdomain', nxdomain],
  ])('%s is an answer', async (_, answer) => {
    const first = scripted(answer);
    expect(await retry(first.resolver).query('a.test', 'A')).toEqual(answer);
    expect(first.asked).toHaveLength(1);
  });

  it('asks the same one again where there is no second, and no third time', async () => {
    const { resolver, asked } = scripted(failed('servfail'), failed('timeout'), nodata);
    expect(await retry(resolver).query('a.test', 'A')).toEqual(failed('servfail'));
    expect(asked).toHaveLength(2);
  });

  it('does not ask again once its signal has aborted', async () => {
    const { resolver, asked } = scripted(failed('timeout'));
    await retry(resolver).query('a.test', 'A', AbortSignal.abort());
    expect(asked).toHaveLength(1);
  });
});

describe('replay', () => {
  it('fails for what was not recorded: it must not read as missing', async () => {
    expect(await replay([]).query('a.test', 'A')).toEqual({ status: 'failed', failure: 'other' });
  });

  it('gives the answers of a repeated question in their order, the last one from then on', async () => {
    const log: Exchange[] = [];
    const source = recorded(scripted(timeout, nodata).resolver, log);
    await source.query('a.test', 'A');
    await source.query('A.test', 'A');
    const again = replay(log);
    expect(await again.query('a.TEST', 'A')).toEqual(timeout);
    expect(await again.query('a.test', 'A')).toEqual(nodata);
    expect(await again.query('a.test', 'A')).toEqual(nodata);
    expect(await again.query('a.test', 'TXT')).toEqual({ status: 'failed', failure: 'other' });
  });

  it('leaves the recording untouched', async () => {
    const log: Exchange[] = [
      { name: 'a.test', type: 'A', answer: timeout },
      { name: 'a.test', type: 'A', answer: nodata },
    ];
    const before = JSON.stringify(log);
    const again = replay(log);
    await again.query('a.test', 'A');
    await again.query('a.test', 'A');
    expect(JSON.stringify(log)).toBe(before);
  });
});

describe('keyed', () => {
  const keys = new Map([['dq.example.test', 's3cr3tk3y']]);

  it('puts the key into the question alone, and takes it out of the answer', async () => {
    const asked: string[] = [];
    const echo: Resolver = {
      query(name) {
        asked.push(name);
        const found = { status: 'found', records: [['query of S3CR3TK3Y for ', name]] };
        return Promise.resolve(found as unknown as Answer<never>);
      },
    };
    const answer = await keyed(echo, keys).query('2.0.0.127.<key>.zen.dq.example.test', 'TXT');
    expect(asked).toEqual(['2.0.0.127.s3cr3tk3y.zen.dq.example.test']);
    expect(answer).toEqual({
      status: 'found',
      records: [['query of <key> for ', '2.0.0.127.<key>.zen.dq.example.test']],
    });
  });

  it('takes out a key that two strings of a text share, and one that begins with another', async () => {
    const found = { status: 'found', records: [['for S3CR', '3TK3Y: no'], ['a', 'b'], ['s3cr3tk3yagain']] };
    const two = new Map([...keys, ['other.test', 's3cr3tk3yagain']]);
    const layered = keyed(scripted(found as unknown as Answer<never>).resolver, two);
    expect(await layered.query('a.<key>.dq.example.test', 'TXT')).toEqual({
      status: 'found',
      records: [['for <key>: no'], ['a', 'b'], ['<key>']],
    });
  });

  it('asks nothing where there is no key, and leaves other names alone', async () => {
    const { resolver, asked } = scripted(nodata);
    const layered = keyed(resolver, keys);
    expect(await layered.query('a.<key>.other.test', 'A')).toEqual({ status: 'failed', failure: 'badname' });
    expect(await layered.query('a.dq.example.test', 'A')).toEqual(nodata);
    expect(asked).toEqual(['a.dq.example.test']);
  });
});

describe('paced', () => {
  it('lets each zone have its questions at its rate, and others at once', async () => {
    vi.useFakeTimers();
    try {
      const { resolver, asked } = scripted(nodata);
      const layered = paced(resolver, ['a.test', 'b.test'], 10);
      const names = ['1', '2', '3'].flatMap((label) => [
        `${label}.a.test`,
        `${label}.b.test`,
        `${label}.c.test`,
      ]);
      const all = Promise.all(names.map((name) => layered.query(name, 'A')));
      await vi.advanceTimersByTimeAsync(0);
      expect(asked.toSorted()).toEqual(['1.a.test', '1.b.test', '1.c.test', '2.c.test', '3.c.test']);
      await vi.advanceTimersByTimeAsync(100);
      expect(asked.slice(5)).toEqual(['2.a.test', '2.b.test']);
      await vi.advanceTimersByTimeAsync(99);
      expect(asked).toHaveLength(7);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toHaveLength(9);
      await all;
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks nothing any more when it is told to end', async () => {
    const { resolver, asked } = scripted(nodata);
    const layered = paced(resolver, ['a.test'], 0.001);
    const stop = new AbortController();
    const all = ['1', '2'].map((label) => layered.query(`${label}.a.test`, 'A', stop.signal));
    stop.abort();
    expect(await Promise.all(all)).toEqual([timeout, timeout]);
    expect(asked).toEqual([]);
  });
});
