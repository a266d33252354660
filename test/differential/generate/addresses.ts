import { formatIp, parseIp, unmapped } from '../../../src/text/ip.ts';
import type { Draft } from './draft.ts';
import { clients4, clients6 } from './session.ts';

export function client(draft: Draft): { readonly family: 4 | 6; readonly text: string } {
  const ip = parseIp(draft.ip);
  if (!ip) throw new Error('no address');
  const plain = unmapped(ip);
  return { family: plain.family, text: formatIp(plain) };
}

/** Often the client's, often beside it. */
export function address4(draft: Draft): string {
  const { family, text } = client(draft);
  const own = family === 4 ? text : clients4[0];
  return draft.random.weighted<string>([
    [35, own],
    [20, own.replace(/\d+$/, String(draft.random.between(0, 255)))],
    [25, draft.random.pick(clients4)],
    [20, `10.${draft.random.between(0, 255)}.0.${draft.random.between(0, 255)}`],
  ]);
}

export function address6(draft: Draft): string {
  const { family, text } = client(draft);
  const own = family === 6 ? text : clients6[0];
  return draft.random.weighted<string>([
    [35, own],
    [20, own.replace(/[0-9a-f]+$/, draft.random.between(1, 0xffff).toString(16))],
    [35, draft.random.pick(clients6)],
    [10, '2001:db8:ffff::'],
  ]);
}

const prefixes4 = ['/0', '/1', '/8', '/16', '/23', '/24', '/31', '/32'];
const prefixes6 = ['/0', '/16', '/32', '/48', '/64', '/112', '/127', '/128'];

export function dualPrefix(draft: Draft): string {
  const { random } = draft;
  return random.weighted<string>([
    [60, ''],
    [16, random.pick(prefixes4)],
    [12, `/${random.pick(prefixes6)}`],
    [12, `${random.pick(prefixes4)}/${random.pick(prefixes6)}`],
  ]);
}

export function network4(draft: Draft): string {
  return address4(draft) + (draft.random.chance(0.5) ? draft.random.pick(prefixes4) : '');
}

/** IPv6 text with any number of groups and gaps: an address in about half of the cases (RFC 4291 §2.2). */
function groups6({ random }: Draft): string {
  const groups = random.many(random.between(5, 8), () => random.pick(['0', '1', 'db8', 'FFFF', '2001']));
  if (random.chance(0.15)) groups.splice(-2, 2, '192.0.2.1');
  if (random.chance(0.6)) groups.splice(random.between(0, groups.length), random.between(0, 2), '');
  return groups.join(':').replace(/^:|:$/g, '::');
}

const fixed6 = ['::', '::1', '2001:db8::192.0.2.1', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', 'A:B:C:D:E:F:0:1'];

export function network6(draft: Draft): string {
  const { random } = draft;
  const address = random.weighted<() => string>([
    [80, () => address6(draft)],
    [8, () => random.pick(fixed6)],
    [7, () => `::ffff:${address4(draft)}`],
    [5, () => groups6(draft)],
  ])();
  return address + (random.chance(0.5) ? random.pick(prefixes6) : '');
}
