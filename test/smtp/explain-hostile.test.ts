import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeTexts } from '../../src/smtp/causes/index.ts';
import { match } from '../../src/smtp/explain/match.ts';
import { charactersAtMost, readReply } from '../../src/smtp/explain/read.ts';
import { explainReply } from '../../src/smtp/explain.ts';
import { catalogue } from '../../src/smtp/replies/index.ts';

/** Steps of work for one reply, whatever it holds: characters scanned, parts of phrases tried. */
const stepsAtMost = 60_000;

/** Pieces that replies are made of, and that phrases seek. */
const words = [...new Set(catalogue.flatMap(({ phrase }) => phrase.split(/[\s{|}*…~]+/)).filter(Boolean))];

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.constantFrom('550', '5.7.26', '421-', '<a@b.example>', '\n', ' '),
      ),
      {
        maxLength: 400,
      },
    )
    .map((pieces) => pieces.join(' ')),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 3_000 }))
    .map(([piece, times]) => piece.repeat(times)),
);

describe('any text', () => {
  it('gets an explanation that is whole, twice the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const explained = explainReply(text);
        expect(Object.hasOwn(causeTexts, explained.cause)).toBe(true);
        const isBlank = explained.meaning.includes('may be no refusal');
        expect(isBlank && explained.reply !== null).toBe(false);
        if (!isBlank) expect(explained.meaning).toBe(causeTexts[explained.cause].meaning.en);
        expect(explained.remedy).not.toBe('');
        expect(explained.text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(explained.also.map(({ cause }) => cause)).not.toContain(explained.cause);
        expect(explained.also.length).toBeLessThanOrEqual(3);
        expect(explainReply(text)).toEqual(explained);
        const french = explainReply(text, 'fr');
        expect(french.cause).toBe(explained.cause);
        if (!isBlank) expect(french.meaning).toBe(causeTexts[explained.cause].meaning.fr);
      }),
      { numRuns: 400 },
    );
  });

  it('costs bounded work', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(match(readReply(text)).steps).toBeLessThan(stepsAtMost);
      }),
      { numRuns: 300 },
    );
  });

  it.each(words.filter((_, index) => index % 25 === 0))(
    'costs bounded work where %s comes again and again',
    (word) => {
      const { steps } = match(readReply(`550 ${word} `.repeat(2_000)));
      expect(steps).toBeLessThan(stepsAtMost);
    },
  );

  it.each(['spf fail ', 'user not found ', 'sender domain not found ', 'spf dmarc dkim fail reject '])(
    'costs bounded work where parts that belong together come again and again: %s',
    (text) => {
      expect(match(readReply(text.repeat(1_000))).steps).toBeLessThan(stepsAtMost);
    },
  );

  it('costs no more for a longer one', () => {
    const text = 'user mailbox spf dkim dmarc fail not found blocked using ';
    const short = match(readReply(text.repeat(100))).steps;
    expect(match(readReply(text.repeat(100_000))).steps).toBe(short);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['spaces', ' \t\r\n '],
    ['control characters', '\u0000\u0001\u001B[31m\u007F\u009B'],
    ['unpaired surrogates', '\uD800\uDC00\uD800 x \uDFFF'],
    ['octets that are no UTF-8', Buffer.from([0xff, 0xfe, 0x80, 0xc3, 0x28]).toString('utf8')],
    ['a bell and a code', '\u0007hello'],
    ['words alone', 'the quick brown fox'],
    ['brackets', '{{{{[[[[((((<<<<'],
    ['a name of Object', 'constructor __proto__ toString'],
  ])('%s: the general cause, as a guess', (_, text) => {
    expect(explainReply(text)).toMatchObject({
      cause: 'generic-permanent',
      confidence: 'guess',
      reply: null,
      enhanced: null,
      receiver: null,
      source: null,
      also: [],
    });
  });

  it('looks at the beginning of 10 MB on one line, and no further', () => {
    const explained = explainReply(`550 5.1.1 User unknown ${'x'.repeat(10_000_000)} spf fail`);
    expect(explained).toMatchObject({ cause: 'recipient-unknown', reply: 550, enhanced: '5.1.1' });
    expect(explained.text.length).toBe(charactersAtMost);
  });

  it('does not see what stands after the characters that it looks at', () => {
    expect(explainReply(`${'x'.repeat(charactersAtMost)} 550 5.1.1 user unknown`).cause).toBe(
      'generic-permanent',
    );
  });

  it.each(['999 hello', '250 2.0.0 OK', '55O user', '5.9.1 strange', '550 5.1.1.1', '192.0.2.4'])(
    'reads no codes out of %s that are none',
    (text) => {
      expect(explainReply(text).enhanced).toBeNull();
    },
  );

  it.each([
    ['550-5.7.26 x', 550, '5.7.26'],
    ['550 #5.7.1 x', 550, '5.7.1'],
    ['553 sorry (#5.7.1)', 553, '5.7.1'],
    ["550-'5.7.1 x", 550, '5.7.1'],
    ['450 cuda_nsu 4.7.1 x', 450, '4.7.1'],
    ['mx.example.com 554 5.7.1 x', 554, '5.7.1'],
    ['"550 5.1.1 x"', 550, '5.1.1'],
    ['smtp;550 5.1.1 x', 550, '5.1.1'],
    ['host mx[192.0.2.1] said: 421 x 4.16.55.1', 421, null],
    ['connect to mx:25: Connection timed out after 450 seconds', null, null],
    ['dsn=4.4.1, status=deferred', null, '4.4.1'],
    ['size 552 kb', null, null],
  ])('reads the codes of %s', (text, reply, enhanced) => {
    expect(explainReply(text)).toMatchObject({ reply, enhanced });
  });
});

describe('what is explained', () => {
  it('never takes 5.7.26 at its code alone for one of its three texts', () => {
    const explained = explainReply('550 5.7.26 x - gsmtp');
    expect(explained).toMatchObject({
      receiver: 'gmail',
      receiverName: 'Gmail',
      cause: 'unauthenticated',
      confidence: 'guess',
    });
    expect(explained.also.map(({ cause }) => cause)).toEqual(['dmarc-fail-reject', 'spf-fail']);
  });

  it.each([
    ['550 5.1.1 user unknown', 'suppress'],
    ['450 4.1.1 user unknown', 'retry'],
    ['552 5.2.2 mailbox full', 'retry'],
    ['550 5.7.23 SPF fail', 'give-up'],
    ['421 too many connections', 'retry'],
    ['554 mail loop detected', 'give-up'],
  ])('%s: %s', (text, action) => {
    expect(explainReply(text).action).toBe(action);
  });

  it('has the remedy of the receiver where it asks for something of its own', () => {
    const line = '554 IP=192.0.2.10 - A problem occurred. Ask your postmaster for help';
    expect(explainReply(line).remedy).toContain('tosa@rx.t-online.de');
    expect(explainReply(line, 'fr').remedy).toContain('mentions légales');
  });

  it('lets the reply decide the class where the enhanced code has another', () => {
    expect(explainReply('554 4.4.7 Message expired').class).toBe('permanent');
    expect(explainReply('421 5.7.32 not aligned').class).toBe('transient');
  });

  it('tells a line that stays in the queue as temporary', () => {
    expect(explainReply('status=deferred (unknown)')).toMatchObject({
      class: 'transient',
      cause: 'generic-transient',
    });
  });
});
