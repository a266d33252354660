import { reverseName, parseIp, unmapped } from '../../../src/text/ip.ts';
import { client } from './addresses.ts';
import { addTxt, type Draft, nodeAt } from './draft.ts';
import { recordOf } from './records.ts';
import { domains } from './session.ts';
import { mechanism, qualifier } from './terms.ts';

/** Records at and beyond the limits of RFC 7208 §4.6.4, in place of what the domain has. */

function publish(draft: Draft, domain: string, words: readonly string[]): void {
  const node = nodeAt(draft, domain);
  delete node.CNAME;
  delete node.failing;
  node.TXT = [];
  addTxt(
    draft,
    domain,
    recordOf(
      draft,
      words.filter((word) => word !== ''),
    ),
  );
}

function setAddress(draft: Draft, name: string, address: string): void {
  nodeAt(draft, name)[address.includes(':') ? 'AAAA' : 'A'] = [address];
}

/** An address of the client's family that is not the client's. */
function other(draft: Draft): string {
  return client(draft).family === 4 ? '10.9.8.7' : '2001:db8:ff::1';
}

function manyLookups(draft: Draft, domain: string): void {
  const { random } = draft;
  const words = random.many(random.between(7, 11), (index) => {
    if (random.chance(0.15)) return `${qualifier(random)}exists:%{p}.n${index}.example.com`;
    setAddress(draft, `n${index}.example.com`, other(draft));
    return `${qualifier(random)}a:n${index}.example.com`;
  });
  const match = 'ip4:0.0.0.0/0 ip6:::/0 redirect=last.example.net';
  const end = random.pick(['+all', '-all', 'redirect=last.example.net', match, match]);
  addTxt(draft, 'last.example.net', 'v=spf1 +all');
  const last = random.chance(0.4) ? mechanism(draft, domain) : '';
  publish(draft, domain, [...words, last, ...end.split(' ')]);
}

/** An `mx` with a host that has no address before one that has the client's. */
function halfVoidMx(draft: Draft): string {
  const { text } = client(draft);
  nodeAt(draft, 'half.example.com').MX = [
    [1, 'gone.example.net'],
    [2, 'whole.example.com'],
  ];
  setAddress(draft, 'whole.example.com', text);
  return 'mx:half.example.com';
}

/** An `mx` whose hosts of one preference fail or find nothing, one of them in capitals. */
function brokenMx(draft: Draft): string {
  nodeAt(draft, 'broken.example.com').MX = [
    [5, 'Y.example.com'],
    [5, 'gone.example.net'],
  ];
  nodeAt(draft, 'y.example.com').failing = { A: 'SERVFAIL', AAAA: 'SERVFAIL' };
  return 'mx:broken.example.com';
}

function manyVoids(draft: Draft, domain: string): void {
  const { random } = draft;
  const words = random.many(random.between(2, 4), (index) => {
    const name = `void${index}.example.com`;
    if (random.chance(0.3)) nodeAt(draft, name);
    if (random.chance(0.2)) nodeAt(draft, name).CNAME = 'gone.example.net';
    return `${qualifier(random)}${random.pick(['a', 'mx', 'exists'])}:${name}`;
  });
  const end = random.pick(['+all', '-all', '', 'ptr', 'ip4:0.0.0.0/0', halfVoidMx(draft), brokenMx(draft)]);
  publish(draft, domain, [...words, end]);
}

function manyExchanges(draft: Draft, domain: string): void {
  const { random } = draft;
  const count = random.between(9, 12);
  const names = random.many(count, (index) => `mx${random.chance(0.06) ? 1 : index}.many.example.com`);
  for (const name of names) if (random.chance(0.95)) setAddress(draft, name, other(draft));
  const hit = random.chance(0.5) ? names.at(-1) : random.pick(names);
  setAddress(draft, hit ?? domain, client(draft).text);
  const inOrder = random.chance(0.5);
  nodeAt(draft, domain).MX = names.map((name, index) => [inOrder ? index : random.pick([5, 10]), name]);
  publish(draft, domain, ['mx', '-all']);
}

function manyPointers(draft: Draft, domain: string): void {
  const { random } = draft;
  const ip = parseIp(draft.ip);
  if (!ip) return;
  const names = random.many(random.between(9, 13), (index) => {
    const below = random.pick([domain, 'ptr.example.edu']);
    return `${String.fromCharCode(97 + index)}.${below}`;
  });
  for (const name of names) setAddress(draft, name, random.chance(0.3) ? client(draft).text : other(draft));
  const node = nodeAt(draft, reverseName(unmapped(ip)));
  delete node.failing;
  node.PTR = random.shuffled(names);
  const term = random.pick(['ptr', 'exists:%{p}.pointed.example.com', 'ptr:example.edu']);
  publish(draft, domain, [term, '-all']);
  for (const name of names) {
    if (random.chance(0.5)) setAddress(draft, `${name}.pointed.example.com`, '127.0.0.2');
  }
}

function longChain(draft: Draft, domain: string): void {
  const { random } = draft;
  const term = random.pick(['include:', 'redirect=']);
  const length = random.between(8, 12);
  publish(draft, domain, [`${term}c1.example.org`, 'x=y']);
  for (let link = 1; link <= length; link += 1) {
    const next = link === length ? '+all' : `${term}c${link + 1}.example.org`;
    addTxt(draft, `c${link}.example.org`, `v=spf1 ${next}`);
  }
}

function loop(draft: Draft, domain: string): void {
  const { random } = draft;
  const back = random.pick(domains);
  const before = ['', 'ip4:192.0.2.0/24', 'ip6:2001:db8::/32', 'a', 'mx'];
  const link = (to: string) => [random.pick(before), `${random.pick(['include:', 'redirect='])}${to}`];
  publish(draft, domain, link(back));
  if (back !== domain) publish(draft, back, link(domain));
}

const scenarios = [
  manyLookups,
  manyLookups,
  manyVoids,
  manyVoids,
  manyExchanges,
  manyExchanges,
  manyPointers,
  longChain,
  loop,
];

export function addLimits(draft: Draft, domain: string): void {
  draft.random.pick(scenarios)(draft, domain);
}
