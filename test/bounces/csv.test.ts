import { describe, expect, it } from 'vitest';
import { found } from './support.ts';

const table = (text: string, column?: string) => found(text, column === undefined ? {} : { column });

describe('a column of a table', () => {
  it.each([
    ['by a usual name', 'email,reason\na@x.example,550 No\n', undefined, ['550 No']],
    ['by its name', 'id;what was said\n1;"550 No; really"\n', 'What was said', ['550 No; really']],
    ['by its number, below names', 'a\tb\nx\t550 No\n', '2', ['550 No']],
    [
      'by its number, without names',
      '1,550 5.1.1 No\n2,451 4.7.1 Later\n',
      '2',
      ['550 5.1.1 No', '451 4.7.1 Later'],
    ],
    ['of a table with one column', 'reply\n550 No\n', 'reply', ['550 No']],
    [
      'with quotes, separators and line ends in a cell',
      'reason,x\n"550-One ""a"",\n550 two",1\n',
      undefined,
      ['550 One "a", two'],
    ],
    ['with CRLF', 'reason,x\r\n550 No,1\r\n', undefined, ['550 No']],
    ['with empty cells and successes', 'reason,x\n,1\n250 OK,2\n550 No,3\n', undefined, ['550 No']],
    ['with a quote that nothing closes', 'reason,x\n"550 No,1\n', undefined, ['550 No,1']],
    ['with rows that are too short', 'x,reason\n1\n2,550 No\n', undefined, ['550 No']],
  ])('%s', async (_, text, column, wanted) => {
    const { kind, replies } = await table(text, column);
    expect([kind, replies.map((one) => one.text)]).toEqual(['csv', wanted]);
  });

  it('tells the recipient and the sender where the table does', async () => {
    const { replies } = await table('email,mail_from,reason\na@x.example,b@own.example,550 No\n');
    expect(replies).toMatchObject([{ recipient: 'a@x.example', sender: 'b@own.example', line: 2 }]);
  });

  it.each([
    ['name', 'a,b\n1,2\n', 'reply', 'the table has no column "reply"; its first line is "a,b"'],
    ['number', 'a,b\n1,2\n', '3', 'the table has no column "3"; its first line is "a,b"'],
  ])('says that there is no such %s', async (_, text, column, message) => {
    await expect(table(text, column)).rejects.toThrow(message);
  });

  it('asks for the column where no name is usual', async () => {
    await expect(found('a,b\n1,2\n', { kind: 'csv' })).rejects.toThrow('name it with --column');
  });
});
