import { address4, address6, client } from './addresses.ts';
import { addTxt, type Draft, nodeAt } from './draft.ts';
import { reverseName, parseIp, unmapped } from '../../../src/text/ip.ts';
import { domains, hosts } from './session.ts';
import type { QuestionType } from '../case.ts';

const types: readonly QuestionType[] = ['A', 'AAAA', 'MX', 'TXT'];

function addAddresses(draft: Draft, name: string): void {
  const { random } = draft;
  const node = nodeAt(draft, name);
  if (random.chance(0.85)) node.A = random.many(random.between(1, 3), () => address4(draft));
  if (random.chance(0.75)) node.AAAA = random.many(random.between(1, 2), () => address6(draft));
}

function exchange(draft: Draft): string {
  return draft.random.weighted<string>([
    [70, draft.random.pick(hosts)],
    [20, draft.random.pick(domains)],
    [6, 'gone.example.net'],
    [2, ''],
    [6, 'MX1.Example.COM'],
  ]);
}

export function addMx(draft: Draft, name: string): void {
  const { random } = draft;
  nodeAt(draft, name).MX = random.many(random.between(1, 4), () => [
    random.pick([0, 10, 10, 20]),
    exchange(draft),
  ]);
}

function addFailures(draft: Draft, name: string): void {
  const { random } = draft;
  const failing: Partial<Record<QuestionType, 'SERVFAIL' | 'TIMEOUT'>> = {};
  for (const type of types) {
    if (random.chance(0.5)) failing[type] = random.pick(['SERVFAIL', 'TIMEOUT']);
  }
  nodeAt(draft, name).failing = failing;
}

/** A name with what hosts have, and sometimes nothing, an alias or an answer that never comes. */
export function addHost(draft: Draft, name: string): void {
  const { random } = draft;
  const kind = random.weighted([
    [74, 'host'],
    [7, 'empty'],
    [7, 'alias'],
    [6, 'failing'],
    [6, 'absent'],
  ]);
  if (kind === 'empty') nodeAt(draft, name);
  else if (kind === 'alias')
    nodeAt(draft, name).CNAME = random.pick([...domains, ...hosts, 'gone.example.net']);
  else if (kind === 'failing') addFailures(draft, name);
  else if (kind === 'host') {
    addAddresses(draft, name);
    if (random.chance(0.5)) addMx(draft, name);
    if (random.chance(0.2)) addTxt(draft, name, 'google-site-verification=x');
  }
}

/** The reverse mapping of the client. */
export function addReverse(draft: Draft): void {
  const { random } = draft;
  const ip = parseIp(draft.ip);
  if (!ip || random.chance(0.2)) return;
  const name = reverseName(unmapped(ip));
  if (random.chance(0.12)) {
    nodeAt(draft, name).failing = { PTR: random.pick(['SERVFAIL', 'TIMEOUT']) };
    return;
  }
  const own = `pool.${random.pick(domains)}`;
  const { family, text } = client(draft);
  const near = family === 4 ? address4(draft) : address6(draft);
  nodeAt(draft, own)[family === 4 ? 'A' : 'AAAA'] = [random.chance(0.5) ? text : near];
  const names = [
    own,
    ...random.many(random.between(0, 2), () => random.pick([...hosts, ...domains, 'gone.example.net'])),
  ];
  nodeAt(draft, name).PTR = random
    .shuffled(names)
    .map((one) => (random.chance(0.1) ? one.toUpperCase() : one));
}
