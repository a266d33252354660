import { createSocket } from 'node:dgram';
import dns, { lookup, resolve4 } from 'node:dns';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { nodeResolver } from '../../src/dns/node-resolver.ts';

const refused = /would leave the loopback interface/;

describe('no test leaves the loopback interface', () => {
  it.each<[string, () => unknown]>([
    [
      'a new resolver with the system servers',
      () => new dns.Resolver().resolve4('example.com', () => undefined),
    ],
    ['the DNS module', () => resolve4('example.com', () => undefined)],
    ['a look-up', () => lookup('example.com', () => undefined)],
    ['a socket', () => connect(80, '192.0.2.1')],
    ['a socket by options', () => connect({ port: 80, host: '2001:db8::1' })],
    ['a datagram', () => createSocket('udp4').send('x', 53, '192.0.2.1')],
    ['a datagram by offset', () => createSocket('udp4').send(Buffer.from('x'), 0, 1, 53, '192.0.2.1')],
    ['a datagram socket', () => createSocket('udp4').connect(53, '192.0.2.1')],
  ])('%s', (_, leave) => {
    expect(leave).toThrow(refused);
  });

  it('nodeResolver', async () => {
    await expect(
      nodeResolver({ servers: ['192.0.2.1', '127.0.0.1:1'] }).query('example.com', 'A'),
    ).rejects.toThrow(refused);
    await expect(nodeResolver({ servers: ['[2001:db8::1]:5353'] }).query('example.com', 'A')).rejects.toThrow(
      refused,
    );
  });

  it('fetch', async () => {
    const error: unknown = await fetch('http://192.0.2.1/').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(String((error as Error).cause)).toMatch(refused);
  });
});
