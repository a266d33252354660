import type { Random } from '../random.ts';
import type { Draft, Role } from './draft.ts';
import { domains, hosts } from './session.ts';

const delimiters = ['-', '+', '=', '-', '+', '=', '.', '/', '_', ',', '+-', '.-', '+=.'];

function transformers(random: Random): string {
  const digits = random.chance(0.5) ? String(random.pick([1, 1, 2, 2, 3, 4, 20, 128])) : '';
  const reverse = random.chance(0.45) ? (random.chance(0.1) ? 'R' : 'r') : '';
  return digits + reverse + (random.chance(0.45) ? random.pick(delimiters) : '');
}

export function macro(random: Random, letters: string): string {
  const letter = random.char(letters);
  const cased = random.chance(0.08) ? letter.toUpperCase() : letter;
  return `%{${cased}${random.chance(0.55) ? transformers(random) : ''}}`;
}

/** p rarely: it takes questions. */
const letters = 'ssllllloooddddddiiiiiihhvvp';

/** A name of 248 to 259 characters behind a macro or alone. */
function longName(random: Random): string {
  const labels = `${'r'.repeat(60)}.${'s'.repeat(60)}.${'t'.repeat(60)}.example.net`;
  return `${random.pick(['%{v}', '%{d1}', 'a.b'])}.${'q'.repeat(random.between(46, 60))}.${labels}`;
}

const whole = ['%{d2}', '%{d3}', '%{o}', '%{o2}', '%{h}', '%{D}', '%{p}', '%{p2}', '%{d1r}', '%{h2}'];
const parted = ['l-', 'l+', 'lr=', 'l2-', 's+-=', 'l+-', 'lr-', 'L=-', 'l3+='];
const glue = ['%-', '%_', '%%', '-', '_'];

function macroSpec(random: Random): string {
  const one = () => macro(random, letters);
  return random.weighted<() => string>([
    [24, () => `%{ir}.%{v}.${random.pick(domains)}`],
    [20, () => `${one()}.${random.pick(domains)}`],
    [12, () => `${one()}.${one()}.${random.pick(domains)}`],
    [10, () => `${random.pick(['x', '_s', 'a-b'])}.${macro(random, 'dddoh')}`],
    [6, () => `%{d}`],
    [6, () => random.pick(whole)],
    [6, () => `${random.pick(['x', '_s'])}.%{h}`],
    [5, () => `${one()}${random.pick(glue)}${one()}.example.com`],
    [8, () => `%{${random.pick(parted)}}.${random.pick(domains)}`],
    [4, () => `%{l1r+-}.%{d}`],
    [4, () => `${random.many(random.between(2, 7), () => macro(random, 'isodh')).join('.')}.example.net`],
    [5, () => longName(random)],
    [2, () => `${one()}..example.net`],
    [2, () => `${'n'.repeat(random.between(60, 66))}.${random.pick(domains)}`],
  ])();
}

/** What brings in the odd part of this session, if it has one. */
function oddSpec({ random, sender, helo }: Draft): string | null {
  // oxlint-disable-next-line no-control-regex
  if (/[^\0-\x7f]|\\/.test(sender) && random.chance(0.5)) {
    return random.pick(['%{l}.example.com', 'x.%{s}', '%{L-}.%{d}', '%{l}.%{l}.example.net']);
  }
  if (/\.$|^$/.test(helo) && random.chance(0.4))
    return random.pick(['x.%{h}', '%{h}.example.com', '%{h}', '%{h2}']);
  return null;
}

const explained = ['exp.example.com', 'why.example.net', 'exp2.example.com', 'gone.example.net'];

function plainSpec(random: Random, role: Role, domain: string): string {
  if (role === 'a' || role === 'mx') return random.pick([...hosts, ...hosts, ...domains, 'gone.example.net']);
  if (role === 'exists') return random.pick([...hosts, ...domains, 'gone.example.net']);
  if (role === 'exp') return random.pick(explained);
  if (random.chance(0.05)) return 'gone.example.net';
  const later = domains.slice(domains.findIndex((name) => name === domain) + 1);
  return random.pick<string>(later.length > 0 && random.chance(0.88) ? later : domains);
}

/** A domain-spec, remembered where the name it comes to depends on macros. */
export function domainSpec(draft: Draft, role: Role, domain: string): string {
  const { random, planned } = draft;
  if (!random.chance(role === 'exists' ? 0.75 : 0.17)) {
    const plain = plainSpec(random, role, domain);
    const cased = random.chance(0.05) ? plain.replace(/^./, (char) => char.toUpperCase()) : plain;
    return random.chance(0.04) ? `${cased}.` : cased;
  }
  const spec = oddSpec(draft) ?? macroSpec(random);
  planned.push({ domain, spec, role });
  return spec;
}
