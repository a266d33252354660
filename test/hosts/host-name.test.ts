import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostNameFault } from '../../src/hosts/host-name.ts';
import { say } from '../../src/text/say.ts';

describe('hostNameFault', () => {
  it.each([
    'mail.example.com',
    'MAIL.Example.com',
    '1.example',
    'a--b.example',
    'xn--bcher-kva.example',
    'localhost',
  ])('%s is a host name', (name) => {
    expect(hostNameFault(name)).toBeNull();
  });

  it.each([
    ['my_host.example.com', 'holds an underscore'],
    ['my host.example.com', 'holds a space'],
    ['mail!.example.com', 'holds "!"'],
    ['bücher.example', 'holds "ü"'],
    ['-mail.example.com', 'has a label that begins or ends with a hyphen'],
    ['mail-.example.com', 'has a label that begins or ends with a hyphen'],
    ['mail..example.com', 'has an empty label (two dots in a row, or one in front)'],
    ['', 'has an empty label (two dots in a row, or one in front)'],
    [`${'a'.repeat(64)}.example`, 'has a label of 64 characters; 63 are allowed'],
    ['a.'.repeat(127), 'is 254 characters long; 253 are allowed'],
    ['mail\u{1f4e7}.example', 'holds "\u{1f4e7}"'],
  ])('%s is none: %s', (name, fault) => {
    expect(say(hostNameFault(name)?.said ?? '', 'en')).toBe(fault);
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => hostNameFault(text) !== undefined));
  });
});
