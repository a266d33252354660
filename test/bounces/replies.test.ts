import { describe, expect, it } from 'vitest';
import { oneLine, unwrapped } from '../../src/bounces/reply-text.ts';
import { found } from './support.ts';

const texts = async (text: string) => (await found(text, { kind: 'replies' })).replies.map((one) => one.text);

describe('pasted replies', () => {
  it.each([
    ['one', '550 5.1.1 No such user', ['550 5.1.1 No such user']],
    [
      'one of several lines',
      '550-5.7.26 One\n550-5.7.26 two\n550 5.7.26 three',
      ['550 5.7.26 One two three'],
    ],
    ['two after each other', '550-One\n550 two\n451 three', ['550 One two', '451 three']],
    [
      'two multi-line ones with the same code',
      '550-One\n550 two\n550-three\n550 four',
      ['550 One two', '550 three four'],
    ],
    ['one that an editor wrapped', '550 5.1.1 No such\nuser here', ['550 5.1.1 No such user here']],
    ['two, indented where they go on', '550 No such\n  user\n451 Later', ['550 No such user', '451 Later']],
    [
      'two with an empty line between',
      'Blocked for spam\n\nMailbox is full',
      ['Blocked for spam', 'Mailbox is full'],
    ],
    ['quoted and listed', '> 550 One\n- 451 Two\n"552 Three"', ['550 One', '451 Two', '552 Three']],
    ['a transcript', '>>> RCPT TO:<a@b.example>\n<<< 550 5.1.1 No\n<<< 250 ok\n', ['550 5.1.1 No']],
    ['a diagnostic code', 'Diagnostic-Code: smtp; 550 5.1.1 No', ['550 5.1.1 No']],
    ['a code alone', '550', ['550']],
    ['no code', 'Message rejected', ['Message rejected']],
    ['none that refuses', '250 2.0.0 OK\n354 go on', []],
  ])('%s', async (_, text, wanted) => {
    expect(await texts(text)).toEqual(wanted);
  });

  it('take the words of the sending server apart', async () => {
    const line =
      '<a@dest.example>: host gmail-smtp-in.l.google.com[192.0.2.1] said: 550 5.1.1 No (in reply to RCPT TO command)';
    const { replies } = await found(line);
    expect(replies).toMatchObject([
      {
        text: '550 5.1.1 No',
        recipient: 'a@dest.example',
        host: 'gmail-smtp-in.l.google.com',
        hostAddress: '192.0.2.1',
      },
    ]);
  });

  it('say where each begins', async () => {
    expect((await found('\n550-One\n550 two\n\n451 Three')).replies.map(({ line }) => line)).toEqual([2, 5]);
  });
});

describe('a reply on one line', () => {
  it.each([
    ['550-5.7.1 a 550-5.7.1 b 550 5.7.1 c', '550 5.7.1 a b c'],
    ['550-a\r\n550-b\r\n550 c', '550 a b c'],
    ['550 5.7.1 see 550 and 5.7.1', '550 5.7.1 see 550 and 5.7.1'],
    ['550-error 5500 stays 550 end', '550 error 5500 stays end'],
    ['  550   x  ', '550 x'],
  ])('%j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('ends somewhere', () => {
    expect(oneLine(`550-${'x '.repeat(100_000)}`).length).toBeLessThanOrEqual(2000);
  });
});

describe('what stands around a reply', () => {
  it.each([
    ["Remote Server returned '550 5.1.1 No'", { reply: '550 5.1.1 No', remote: true }],
    ['Remote Server at mx.dest.example (192.0.2.1) returned: 550 No', { reply: '550 No', remote: true }],
    [
      'host mx.dest.example [192.0.2.1] SMTP error from remote mail server after MAIL FROM:<a@b.example>: 421 Later',
      { reply: '421 Later', host: 'mx.dest.example', hostAddress: '192.0.2.1', remote: true },
    ],
    ['550 No', { reply: '550 No', host: null, remote: false }],
  ])('%s', (text, wanted) => {
    expect(unwrapped(text)).toMatchObject(wanted);
  });
});
