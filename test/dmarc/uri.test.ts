import { describe, expect, it } from 'vitest';
import { parseUris } from '../../src/dmarc/uri.ts';

const only = (text: string) => {
  const [uri, other] = parseUris(text, 0);
  if (!uri || other) throw new Error('one address is looked at');
  return uri;
};

/** A domain of so many characters, in labels of two and the rest. */
const long = (length: number) => `${'ab.'.repeat(80)}${'x'.repeat(length - 240)}`;

describe('an address of rua or ruf', () => {
  it.each<[string, string, string, string]>([
    ['mailto:d@example.test', 'd@example.test', 'example.test', 'as usual'],
    ['MAILTO:D@Example.TEST', 'D@Example.TEST', 'example.test', 'the scheme and the domain have no case'],
    ['mailto:a@b.c', 'a@b.c', 'b.c', 'labels of one letter'],
    ['mailto:a@_b.c_d-e.f-9', 'a@_b.c_d-e.f-9', '_b.c_d-e.f-9', 'underscores above the last label'],
    [
      `mailto:a@${'x'.repeat(63)}.${'y'.repeat(63)}`,
      `a@${'x'.repeat(63)}.${'y'.repeat(63)}`,
      `${'x'.repeat(63)}.${'y'.repeat(63)}`,
      'the longest labels',
    ],
    [`mailto:a@${long(253)}`, `a@${long(253)}`, long(253), 'the longest domain'],
    ['mailto:a+b.c%2Bd@b.test', 'a+b.c+d@b.test', 'b.test', 'an encoded local part is decoded'],
    ['mailto:a%0Ab%80@b.test', 'a%0Ab%80@b.test', 'b.test', 'what is no printable ASCII stays encoded'],
    ['mailto:d@b.test?subject=x@y.test', 'd@b.test', 'b.test', 'header fields follow'],
  ])('%s goes to %s at %s: %s', (text, address, domain) => {
    expect(only(text)).toEqual({
      text,
      scheme: 'mailto',
      address,
      domain,
      size: null,
      valid: true,
      start: 0,
      end: text.length,
    });
  });

  it.each<[string, string]>([
    ['mailto:@b.test', 'no local part'],
    ['mailto:a', 'no domain'],
    ['mailto:a(b@b.test', 'a comment in the local part'],
    ['mailto:a:b@b.test', 'a colon in it'],
    ['mailto:a@b.test@c.test', 'an at sign in it'],
    ['mailto:a@b', 'one label'],
    ['mailto:a@.test', 'an empty label'],
    ['mailto:a@b.test.', 'a final dot'],
    ['mailto:a@-b.test', 'a hyphen in front'],
    ['mailto:a@b-.test', 'a hyphen at the end of a label'],
    ['mailto:a@b.test-', 'a hyphen at the end'],
    ['mailto:a@b.t_st', 'an underscore in the last label'],
    [`mailto:a@${'x'.repeat(64)}.test`, 'a label of 64 characters'],
    [`mailto:a@b.${'x'.repeat(64)}`, 'at the end too'],
    [`mailto:a@${long(254)}`, 'a domain of 254 characters'],
    ['mailto:a@[192.0.2.1]', 'an address literal'],
    ['mailto:d@b.test#e', 'a fragment'],
  ])('%s is none: %s', (text) => {
    expect(only(text)).toMatchObject({ text, scheme: 'mailto', address: null, domain: null, valid: false });
  });

  it.each<[string, boolean, string]>([
    ['https://a.test/#', true, 'an empty fragment'],
    ['https://a.test/#a%41%42', true, 'one with encoded characters'],
    ['https://a.test/#%4', false, 'half of one'],
    ['https://a.test/#%zz', false, 'none'],
    ['https://a.test/#a#b', false, 'two fragments'],
    ['https://a.test/%4', false, 'half an encoded character before'],
    ['a1+.-:x', true, 'every character of a scheme'],
    ['1a:x', false, 'a scheme that begins with a digit'],
    ['x:', false, 'nothing after the scheme'],
    ['xmpp:a@b.test', true, 'an address of another scheme'],
  ])('%s is one, %s: %s', (text, valid) => {
    expect(only(text)).toMatchObject({
      scheme: valid ? text.slice(0, text.indexOf(':')) : null,
      address: null,
      domain: null,
      valid,
    });
  });

  it.each<[string, string, string | null, boolean]>([
    ['mailto:a@b.test!10', 'mailto:a@b.test', '10', true],
    ['mailto:a@b.test!10K', 'mailto:a@b.test', '10K', true],
    ['mailto:a@b.test!1kb', 'mailto:a@b.test!1kb', null, false],
    ['mailto:a@b.test!1!2', 'mailto:a@b.test!1', '2', false],
    ['mailto:a@b.test!', 'mailto:a@b.test!', null, false],
  ])('%s is %s of the size %s, valid %s', (written, text, size, valid) => {
    expect(only(written)).toMatchObject({ text, size, valid, start: 0, end: written.length });
  });

  it('reads fifty of a list, each in its place', () => {
    const list = Array.from({ length: 51 }, (_, index) => ` mailto:a${index}@b.test\t`);
    const uris = parseUris(list.join(','), 7);
    expect(uris).toHaveLength(50);
    expect(uris.at(-1)).toMatchObject({ address: 'a49@b.test' });
    const text = `1234567${list.join(',')}`;
    expect(uris.map(({ start, end }) => text.slice(start, end))).toEqual(uris.map((uri) => uri.text));
  });
});
