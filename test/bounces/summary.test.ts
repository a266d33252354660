import { describe, expect, it } from 'vitest';
import { explainBounces, eachBounce } from '../../src/bounces/explain-bounces.ts';
import { addressMentioned, domainMentioned } from '../../src/bounces/mentioned.ts';
import { foundReply } from '../../src/bounces/found.ts';
import { sendersById } from '../../src/bounces/senders-by-id.ts';

const full = '552 5.2.2 Mailbox full';
const unknown = '550 5.1.1 User unknown';

describe('the sum of all replies', () => {
  it('counts by family, receiver and cause, the most frequent first', async () => {
    const { groups, replies, others } = await explainBounces([
      `${unknown}\n${full}\n${full} <a@b.example>\n`,
    ]);
    expect(groups.map(({ count, explanation }) => [count, explanation.cause])).toEqual([
      [2, 'mailbox-full'],
      [1, 'recipient-unknown'],
    ]);
    expect([replies, others]).toEqual([3, 0]);
  });

  it('counts together what is beyond the groups it keeps', async () => {
    const bounces = await explainBounces([`${full}\n${unknown}\n${full}\n`], { maxGroups: 1 });
    expect(bounces).toMatchObject({ replies: 3, others: 1, groups: [{ count: 2 }] });
  });

  it('keeps the first hundred one by one', async () => {
    const { first, replies } = await explainBounces([`${full}\n`.repeat(150)]);
    expect([first.length, replies]).toEqual([100, 150]);
    expect(first[99]?.found.line).toBe(100);
  });

  it('is the same as each reply after the other', async () => {
    const each = [];
    for await (const one of eachBounce([`${full}\n${unknown}\n`])) each.push(one);
    expect(each).toEqual((await explainBounces([`${full}\n${unknown}\n`])).first);
  });

  it('speaks the language that is asked for', async () => {
    const told = async (language: 'en' | 'fr') =>
      (await explainBounces([full], { language })).groups[0]?.explanation.meaning;
    expect(await told('fr')).not.toBe(await told('en'));
  });

  it('says that an input was empty', async () => {
    expect(await explainBounces([])).toMatchObject({ kind: null, lines: 0, replies: 0 });
    expect(await explainBounces(['\n \n'])).toMatchObject({ kind: null, lines: 2, replies: 0 });
  });
});

it('takes for the sender who the reply names, before the envelope', async () => {
  const said = 'host h[192.0.2.1] said: 550 5.7.26 Unauthenticated email from own.example is not accepted';
  const { senders } = await explainBounces([
    'Mar  4 05:06:07 mx postfix/qmgr[1]: AAAAAAAAAA: from=<b@esp.example>, size=1, nrcpt=1 (queue active)\n',
    `Mar  4 05:06:07 mx postfix/smtp[1]: AAAAAAAAAA: to=<a@b.example>, relay=h[192.0.2.1]:25, dsn=5.7.26, status=bounced (${said})`,
  ]);
  expect(senders).toMatchObject([{ domain: 'own.example', mailFrom: 'b@esp.example' }]);
});

describe('the senders of queued messages', () => {
  const ids = Array.from({ length: 60_000 }, (_, n) => (n * 2_654_435_761).toString(36).toUpperCase());

  it('are remembered by their id, or forgotten, and never mixed up', () => {
    const senders = sendersById();
    for (const id of ids) senders.set(id, `${id}@own.example`);
    const known = ids.filter((id) => senders.get(id) !== null);
    expect(known.length).toBeGreaterThan(20_000);
    expect(known.filter((id) => senders.get(id) !== `${id}@own.example`)).toEqual([]);
  });

  it('make room when they are gone', () => {
    const senders = sendersById();
    expect(senders.get('A')).toBeNull();
    for (const id of ids) {
      senders.set(id, id);
      expect(senders.get(id)).toBe(id);
      senders.delete(id);
    }
    expect(ids.filter((id) => senders.get(id) !== null)).toEqual([]);
  });
});

describe('what a reply names', () => {
  it.each([
    ['550 5.7.26 Unauthenticated email from news.example.com is not accepted due to', 'news.example.com'],
    ["550 5.7.515 Access denied, sending domain EXAMPLE.COM doesn't meet the level", 'example.com'],
    [
      '553 5.1.8 <news@example.com>... Domain of sender address news@example.com does not exist',
      'example.com',
    ],
    ['450 4.1.8 <news@example.com>: Sender address rejected: Domain not found', 'example.com'],
    ['550-5.7.27 SPF [example.com] with ip: [203.0.113.7] = Did not pass', 'example.com'],
    ['550 5.1.1 <a@dest.example>: Recipient address rejected: User unknown', null],
    ['554 5.7.1 Client host [203.0.113.7] blocked using zen.spamhaus.org', null],
    ['550 mail from 203.0.113.7 rejected', null],
  ])('%s: the domain', (text, domain) => {
    expect(domainMentioned(text)).toBe(domain);
  });

  it.each([
    ['554 5.7.1 Client host [203.0.113.7] blocked', '203.0.113.7'],
    ['550 5.7.1 [2001:db9::7] Our system', '2001:db9::7'],
    ['550 5.7.1 [10.0.0.7] Our system', null],
    ['550 5.7.1 no version 1.2.3.4.5 here', null],
    ['550 5.7.26 at 12:34:56', null],
    ['550 5.1.1 relay 192.0.2.25 says no', null],
  ])('%s: the address', (text, address) => {
    expect(addressMentioned(foundReply(text, 1, { hostAddress: '192.0.2.25' }))).toBe(address);
  });
});
