/** Set-up of every test file: what would leave this machine throws instead. */
import { Socket as UdpSocket } from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP, Socket as TcpSocket } from 'node:net';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

function refuse(what: string): never {
  throw new Error(`${what} would leave the loopback interface; tests ask test/support/dns-server.ts`);
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1' || bare === '::ffff:127.0.0.1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

/** `ip`, `ip:port`, `[ipv6]:port`. */
function hostOf(server: string): string {
  return /^\[(.*)\]/.exec(server)?.[1] ?? (isIP(server) ? server : server.replace(/:\d+$/, ''));
}

/** Puts `guard` before a method; what the guard throws, the caller gets. */
function guarded(
  object: object,
  method: string,
  guard: (self: unknown, args: readonly unknown[]) => void,
): void {
  const original: unknown = Reflect.get(object, method);
  if (typeof original !== 'function') return;
  const replacement: AnyFunction = function (...args) {
    guard(this, args);
    return Reflect.apply(original, this, args);
  };
  Reflect.set(object, method, replacement);
}

const questions = [
  'resolve',
  'resolve4',
  'resolve6',
  'resolveAny',
  'resolveCaa',
  'resolveCname',
  'resolveMx',
  'resolveNaptr',
  'resolveNs',
  'resolvePtr',
  'resolveSoa',
  'resolveSrv',
  'resolveTlsa',
  'resolveTxt',
  'reverse',
];

interface HasServers {
  getServers(): string[];
}

// c-ares opens sockets of its own: the question is stopped before it reaches them.
for (const method of questions) {
  for (const { prototype } of [dns.Resolver, dns.promises.Resolver]) {
    guarded(prototype, method, (self, [name]) => {
      const outside = (self as HasServers).getServers().find((server) => !isLoopback(hostOf(server)));
      if (outside !== undefined) refuse(`DNS question ${JSON.stringify(name)} to ${outside}`);
    });
  }
  for (const module of [dns, dns.promises]) {
    guarded(module, method, (_, [name]) =>
      refuse(`DNS question ${JSON.stringify(name)} to the system's servers`),
    );
  }
}

for (const module of [dns, dns.promises]) {
  guarded(module, 'lookup', (_, [host]) => {
    if (typeof host === 'string' && !isLoopback(host) && isIP(host) === 0)
      refuse(`Look-up of ${JSON.stringify(host)}`);
  });
}

// fetch, http, https and tls all connect through net.
guarded(TcpSocket.prototype, 'connect', (_, args) => {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) {
    if (
      !('path' in first && first.path) &&
      'host' in first &&
      typeof first.host === 'string' &&
      !isLoopback(first.host)
    ) {
      refuse(`Connection to ${first.host}`);
    }
  } else if (typeof args[1] === 'string' && !isLoopback(args[1])) refuse(`Connection to ${args[1]}`);
});

// send(msg, port, address) and send(msg, offset, length, port, address)
guarded(UdpSocket.prototype, 'send', (_, args) => {
  const address = args.slice(2).find((argument) => typeof argument === 'string');
  if (typeof address === 'string' && !isLoopback(address)) refuse(`Datagram to ${address}`);
});

guarded(UdpSocket.prototype, 'connect', (_, [, address]) => {
  if (typeof address === 'string' && !isLoopback(address)) refuse(`Datagram socket to ${address}`);
});

syncBuiltinESMExports();
