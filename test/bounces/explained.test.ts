import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributed, explainer, familiar } from '../../src/bounces/explained.ts';
import { foundReply } from '../../src/bounces/found.ts';
import { explainReply } from '../../src/smtp/explain.ts';

const folder = new URL('../smtp/replies/', import.meta.url);

/** Every reply of the tables of the matcher: the text behind the last bar. */
const replies = readdirSync(folder)
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
  .filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => line.split('|').slice(4).join('|'))
  .filter((text) => text !== '');

describe('replies that differ only in what means nothing', () => {
  it('are told by enough examples', () => {
    expect(replies.length).toBeGreaterThan(500);
  });

  it('are explained as each of them would be', () => {
    const known = new Map<string, { cause: string; text: string }>();
    const differ = replies.flatMap((text) => {
      const { cause, receiver, action } = explainReply(text);
      const key = familiar(text);
      const before = known.get(key);
      const now = `${cause} ${receiver} ${action}`;
      known.set(key, { cause: now, text });
      return before && before.cause !== now ? [[before.text, text]] : [];
    });
    expect(differ).toEqual([]);
  });

  it('are explained alike with other numbers in what means nothing', () => {
    const varied = replies.flatMap((text) => {
      const masked = familiar(text).split(' ');
      const words = text.split(' ');
      if (masked.length !== words.length) return [];
      const other = words
        .map((word, index) =>
          word === masked[index]
            ? word
            : word.replace(/(\d{1,3}(?:\.\d{1,3}){3})|\d/g, (found, address?: string) =>
                address === undefined ? String((Number(found) + 3) % 10) : '203.0.113.77',
              ),
        )
        .join(' ');
      return other !== text && familiar(other) === familiar(text) ? [[text, other] as const] : [];
    });
    expect(varied.length).toBeGreaterThan(50);
    const told = (text: string) => {
      const { cause, receiver, action, confidence } = explainReply(text);
      return [cause, receiver, action, confidence];
    };
    for (const [text, other] of varied) expect(told(other), other).toEqual(told(text));
  });

  it.each([
    ['550 5.1.1 <a@dest.example> unknown', '550 5.1.1 <b.c@dest.example> unknown'],
    ['550 5.7.26 no. a1-20020a05600c.12 - gsmtp', '550 5.7.26 no. ffacd0b85a97d-3f2a1b2c.345 - gsmtp'],
    ['451 4.7.1 Greylisted for 300 seconds', '451 4.7.1 Greylisted for 59 seconds'],
    ['554 5.7.1 [203.0.113.1] listed', '554 5.7.1 [198.51.100.200] listed'],
    [
      '550 no [AM3PR04MB1.outlook.com 2026-03-04T05:06:07.890Z 08DC3F2A1B]',
      '550 no [BN7PR04MB99.outlook.com 2026-03-05T15:16:17.8Z 08DC99999B]',
    ],
  ])('%s', (one, other) => {
    expect(familiar(one)).toBe(familiar(other));
  });

  it.each([
    ['421 4.7.0 [TSS04] no', '421 4.7.0 [TSS05] no'],
    ['550 5.7.1 (S3140)', '550 5.7.1 (S3150)'],
    ['421 no OFR_405', '421 no OFR_102'],
    ['554 5.7.1 blocked using zen.spamhaus.org', '554 5.7.1 blocked using bl.spamcop.net'],
    ['550 5.1.1 no', '550 5.2.1 no'],
    ['550 Unknown user a@docomo.ne.jp', '550 Unknown user a@ezweb.ne.jp'],
  ])('%s stays apart', (one, other) => {
    expect(familiar(one)).not.toBe(familiar(other));
  });

  it('share one explanation, until there are too many', () => {
    let asked = 0;
    const explain = (text: string) => {
      asked += 1;
      return explainReply(text);
    };
    const explained = explainer(explain, 'en', 2);
    for (const text of ['550 a <x@a.example>', '550 a <y@a.example>', '550 b', '550 a <z@a.example>'])
      explained(foundReply(text, 1));
    expect(asked).toBe(2);
    explained(foundReply('550 c', 1));
    explained(foundReply('550 a <z@a.example>', 1));
    expect(asked).toBe(4);
  });
});

it('tells the matcher whose server refused', () => {
  const found = foundReply('550 No', 1, { host: 'mx.google.com', hostAddress: '192.0.2.1' });
  expect(attributed(found)).toBe('host mx.google.com[192.0.2.1] said: 550 No');
  expect(attributed({ ...found, origin: 'local' })).toBe('550 No');
  const gmail = { host: 'gmail-smtp-in.l.google.com', hostAddress: '192.0.2.1' };
  expect(explainer(explainReply, 'en')(foundReply('550 5.1.1 Unknown', 1, gmail)).receiver).toBe('gmail');
});
