import { type Case, octets } from '../case.ts';
import { CheckHost } from '../model/check-host.ts';
import { Random } from '../random.ts';
import { address4, address6 } from './addresses.ts';
import { addTxt, type Draft, nodeAt, type Planned, zoneOf } from './draft.ts';
import { addExplanation, explanation } from './explanations.ts';
import { addHost, addMx, addReverse } from './hosts.ts';
import { addLimits } from './limits.ts';
import { addRecord } from './records.ts';
import { domains, heloOf, hosts, ipOf, senderOf } from './session.ts';

const included = ['a', '+all', 'mx -all', 'ip4:192.0.2.0/24 ?all', '-all exp=%{d}.e.example.com'];
const redirected = ['a -all', '+all', '~all', '-all exp=why.example.net', 'exists:%{d}'];

/** Something for a term to find. */
const planting: Readonly<Record<Planned['role'], (draft: Draft, name: string) => void>> = {
  include: (draft, name) => addTxt(draft, name, `v=spf1 ${draft.random.pick(included)}`),
  redirect: (draft, name) => addTxt(draft, name, `v=spf1 ${draft.random.pick(redirected)}`),
  a: (draft, name) => {
    const node = nodeAt(draft, name);
    node.A = [address4(draft)];
    node.AAAA = [address6(draft)];
  },
  mx: addMx,
  exists: (draft, name) => {
    nodeAt(draft, name).A = ['127.0.0.2'];
  },
  exp: (draft, name) => addTxt(draft, name, explanation(draft)),
};

/** The name, and what another reading might make of it. */
function readings(name: string): string[] {
  const cut = name.replace(/([^.]{63})[^.]+/g, '$1');
  const others = [
    cut,
    name.replace(/\.{2,}/g, '.').replace(/^\.|\.$/g, ''),
    name.replaceAll('-', '.'),
    octets(name),
  ];
  return [name, ...others.filter((other) => other !== name)];
}

/** Gives most names that macros come to something to find. */
function plant(draft: Draft, id: number): void {
  const { ip, sender, helo, planned, random } = draft;
  for (const { domain, spec, role } of planned) {
    const model = new CheckHost({ id, ip, sender, helo, zone: zoneOf(draft) });
    for (const name of readings(model.target(spec, domain).name)) {
      const free = !model.isMalformed(name) && !Object.hasOwn(draft.zone, name);
      if (free && random.chance(0.6)) planting[role](draft, name);
    }
  }
}

/** Where an address, a single label or U-labels lead whoever asks for them. */
const oddNames = ['localhost', 'xn--bcher-kva.example', '[192.0.2.1]'];

const explanations = ['exp.example.com', 'why.example.net', 'exp2.example.com'];

/** The case `id` of a seed: the same at any time. */
export function caseOf(seed: number, id: number): Case {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(id + 1, 0x85ebca6b));
  const draft: Draft = {
    random,
    ip: ipOf(random),
    sender: senderOf(random),
    helo: heloOf(random),
    zone: {},
    planned: [],
  };
  const { ip, sender, helo } = draft;
  for (const name of [...domains, ...hosts]) addHost(draft, name);
  addReverse(draft);
  const first = new CheckHost({ id, ip, sender, helo, zone: {} }).firstDomain();
  for (const domain of domains) if (domain === first || random.chance(0.9)) addRecord(draft, domain);
  for (const name of explanations) addExplanation(draft, name);
  for (const name of oddNames) if (random.chance(0.7)) addTxt(draft, name, 'v=spf1 +all');
  if (Object.hasOwn(draft.zone, first) && random.chance(0.15)) addLimits(draft, first);
  plant(draft, id);
  return { id, ip, sender, helo, zone: zoneOf(draft) };
}
