import { describe, expect, it } from 'vitest';
import { readOwnLists } from '../../src/dnsbl/own-list.ts';
import { interpret } from '../../src/dnsbl/interpret.ts';
import { spoken } from '../../src/text/say.ts';

const read = (...lists: unknown[]) => readOwnLists(JSON.stringify({ lists }));

describe('lists of the user', () => {
  it('need no more than a zone', () => {
    const [list] = read({ zone: 'BL.Example.com.' });
    expect(list).toMatchObject({
      zone: 'bl.example.com',
      name: 'bl.example.com',
      kinds: ['ipv4'],
      purpose: 'block',
      weight: 'warning',
      test: { listed: ['2.0.0.127'], unlisted: '1.0.0.127' },
    });
  });

  it('say what their answers mean, as values or as bits', () => {
    const [values, bits] = read(
      { zone: 'bl.example.com', codes: { '127.0.0.9': 'spam' }, refusals: { '127.0.0.1': 'blocked' } },
      { zone: 'uri.example.com', kinds: ['domain'], bits: { 2: 'black', 4: 'grey' } },
    );
    if (!values || !bits) throw new Error('two lists');
    expect(interpret({ status: 'found', records: ['127.0.0.9'] }, values)).toMatchObject({
      outcome: 'listed',
      codes: [{ meaning: 'spam' }],
    });
    expect(interpret({ status: 'found', records: ['127.0.0.2'] }, values).outcome).toBe('unknown');
    expect(interpret({ status: 'found', records: ['127.0.0.1'] }, values).outcome).toBe('refused');
    expect(spoken(interpret({ status: 'found', records: ['127.0.0.6'] }, bits), 'en')).toMatchObject({
      codes: [{ meaning: 'black, grey' }],
    });
    expect(bits.test).toEqual({ listed: ['test'], unlisted: 'invalid' });
  });

  it.each<[unknown, string]>([
    [{}, 'list 1 of the configuration: "zone" must be a text'],
    [{ zone: 'bl' }, '"bl"'],
    [
      { zone: 'bl.example.com', kinds: ['ipv4', 'domain'] },
      '"kinds" must be a list of ipv4 and ipv6, or domain',
    ],
    [{ zone: 'bl.example.com', kinds: 'ipv4' }, '"kinds"'],
    [{ zone: 'bl.example.com', weight: 'huge' }, '"weight" must be one of critical, error, warning, notice'],
    [
      { zone: 'bl.example.com', codes: { '10.0.0.1': 'x' } },
      '"codes" must be an object from an answer such as',
    ],
    [{ zone: 'bl.example.com', bits: { 1: 'x' } }, '"bits" must be an object from a bit such as 2 or 64'],
    [{ zone: 'bl.example.com', bits: { 2: 'x' }, codes: { '127.0.0.2': 'y' } }, '"bits" must be left out'],
    [{ zone: 'bl.example.com', test: '2.0.0.127' }, '"test" must be { "listed"'],
    [{ zone: 'bl.example.com', test: { listed: 'a..b', unlisted: 'x' } }, '"test" must be'],
    [{ zone: 'bl.example.com', wieght: 'error' }, '"wieght" is no field; known are zone, name'],
    ['bl.example.com', 'list 1 of the configuration is no object'],
  ])('%j is told', (list, told) => {
    expect(() => read(list)).toThrow(told);
  });

  it.each([
    ['not JSON', 'the configuration is no JSON'],
    ['[]', 'the configuration needs "lists"'],
    ['{"lists": 3}', 'the configuration needs "lists"'],
    [
      JSON.stringify({ lists: Array.from({ length: 201 }, () => ({ zone: 'a.example.com' })) }),
      'at most 200',
    ],
  ])('%.20s is told', (text, told) => {
    expect(() => readOwnLists(text)).toThrow(told);
  });
});
