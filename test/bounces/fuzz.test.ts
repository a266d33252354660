import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainBounces } from '../../src/bounces/explain-bounces.ts';
import { inputKinds } from '../../src/bounces/kind.ts';
import { maxReply } from '../../src/bounces/reply-text.ts';
import { InputError } from '../../src/domain.ts';
import { explainReply } from '../../src/smtp/explain.ts';
import { found, sample } from './support.ts';

/** Explaining is tested elsewhere; here only reading counts. */
const known = explainReply('550 5.1.1 User unknown');
const explain = (text: string) => ({ ...known, text });

const pieces = [
  'From a@b.example Wed Mar  4 05:06:07 2026\n',
  'Content-Type: multipart/report; boundary=x\n',
  '\n--x\n',
  'Content-Type: message/delivery-status\n\n',
  'Final-Recipient: rfc822; a@b.example\n',
  'Diagnostic-Code: smtp; 550-5.7.1 ',
  'Action: failed\n',
  'Mar  4 05:06:07 mx postfix/smtp[1]: ABCDEF1234: to=<a@b>, relay=h[1.2.3.4]:25, dsn=5.0.0, status=bounced (',
  'host h[1.2.3.4] said: ',
  'SMTP error from remote mail server after ',
  '2026-03-04 05:06:07 1xWIok-0008RX-11 ** a@b.example R=x: ',
  'Mar  4 05:06:07 mx sm-mta[1]: 6244xNab012345: to=<a@b>, dsn=5.0.0, stat=',
  '550-',
  '550 5.1.1 ',
  ' said: ',
  '<a@b.example>: ',
  '"',
  ',',
  'reason,x\n',
  '\n',
  '\r\n',
  '[',
  ']',
  ': ',
  '(',
  ')',
  '@',
  '-',
  ' ',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

/** Nothing comes out but replies of bounded length, or the complaint that the input cannot be read. */
async function isSafe(
  chunks: readonly (string | Uint8Array)[],
  kind?: (typeof inputKinds)[number],
): Promise<void> {
  try {
    const { replies } = await found(chunks, { kind });
    for (const one of replies) expect(one.text.length).toBeLessThanOrEqual(maxReply + 10);
    await explainBounces(chunks, { kind, explain });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
  }
}

describe('whatever is read', { timeout: 60_000 }, () => {
  it('any octets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 500 })), (chunks) => isSafe(chunks)),
    );
  });

  it.each(inputKinds)('pieces of real input, read as %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(text, (whole) => isSafe([whole], kind)),
      { numRuns: 150 },
    );
  });

  it.each(['postfix.log', 'exim.log', 'postfix.mbox', 'exim.mbox'])(
    '%s with octets changed',
    async (name) => {
      const octets = new TextEncoder().encode(sample(name));
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(octets.length - 1), fc.nat(255)), { maxLength: 40 }),
          (changes) => {
            const changed = octets.slice();
            for (const [at, octet] of changes) changed[at] = octet;
            return isSafe([changed]);
          },
        ),
        { numRuns: 30 },
      );
    },
  );
});

/** Texts on which a pattern that tries again and again would take minutes: the test ends, or it hangs. */
describe('what invites patterns to try again and again', { timeout: 60_000 }, () => {
  const long = 15_000;
  it.each([
    ['spaces', ' '.repeat(long)],
    ['at signs', 'a@'.repeat(long)],
    ['brackets', '['.repeat(long)],
    ['closing brackets', ']'.repeat(long)],
    ['parentheses and spaces', ') '.repeat(long)],
    ['quotes', "'".repeat(long)],
    ['digits', '5'.repeat(long)],
    ['codes', '550-'.repeat(long)],
    ['dots', 'a.'.repeat(long)],
    ['colons', 'a:'.repeat(long)],
    ['hyphens and digits', '1-a'.repeat(long)],
    ['words of a list', 'blocked using a.'.repeat(2000)],
    ['words of a sender', 'sending domain a.'.repeat(2000)],
    ['said', 'host x said: '.repeat(2000)],
    ['exim', `2026-03-04 05:06:07 H=${' a'.repeat(5000)} rejected RCPT`],
    [
      'sendmail',
      `Mar  4 05:06:07 mx sm-mta[1]: 6244xNab012345: to=<a@b>${', x'.repeat(5000)}, stat=${', stat='.repeat(2000)}`,
    ],
  ])('%s', async (_, hostile) => {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const kind of inputKinds) await isSafe([`reason,x\n${hostile}\n550 ${hostile}\n`.repeat(3)], kind);
  });
});
