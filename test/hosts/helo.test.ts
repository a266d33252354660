import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heloFaults, readHelo } from '../../src/hosts/helo.ts';
import { ehloConsequences } from '../../src/smtp/consequences/ehlo.ts';
import type { Said } from '../../src/text/say.ts';

describe('readHelo', () => {
  it.each([
    ['mail.example.com', 'mail.example.com'],
    ['Mail.EXAMPLE.com', 'mail.example.com'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('%s is the name %s', (text, name) => {
    expect(readHelo(text)).toEqual({ kind: 'name', name });
  });

  it.each([
    ['[192.0.2.1]', '192.0.2.1'],
    ['[IPv6:2001:db8:0:0::1]', '2001:db8::1'],
    ['[ipv6:2001:db8::1]', '2001:db8::1'],
  ])('%s is the address %s', (text, address) => {
    expect(readHelo(text)).toEqual({ kind: 'literal', address });
  });

  it.each<[string, keyof typeof heloFaults]>([
    ['', 'empty'],
    ['[192.0.2]', 'literal'],
    ['[192.0.2.1', 'literal'],
    ['[2001:db8::1]', 'literal'],
    ['[IPv6:192.0.2.1]', 'literal'],
    ['[mail.example.com]', 'literal'],
    ['192.0.2.1', 'address'],
    ['2001:db8::1', 'address'],
    ['localhost', 'label'],
    ['mail.example.com.', 'dot'],
    ['my_host.example.com', 'underscore'],
    ['my host.example.com', 'character'],
    ['bücher.example', 'character'],
    ['mail..example.com', 'form'],
    ['-mail.example.com', 'form'],
    [`${'a'.repeat(64)}.example`, 'form'],
  ])('%s is neither: %s', (text, fault) => {
    expect(readHelo(text)).toEqual({ kind: 'invalid', fault: heloFaults[fault] });
  });

  it('takes any text', () => {
    const faults = new Set<Said>(Object.values(heloFaults));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readHelo(text);
        return read.kind !== 'invalid' || faults.has(read.fault);
      }),
    );
  });
});

describe('the replies to an EHLO name', () => {
  it('hang on faults that are really said', () => {
    const named = ehloConsequences.flatMap(({ reasons }) =>
      reasons.flat().flatMap(({ params }) => params?.['fault'] ?? []),
    );
    expect(named.length).toBeGreaterThan(0);
    const said: readonly (string | number)[] = Object.values(heloFaults).map(({ en }) => en);
    expect(said).toEqual(expect.arrayContaining(named));
  });
});
