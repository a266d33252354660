import type { Random } from '../random.ts';
import { dualPrefix, network4, network6 } from './addresses.ts';
import type { Draft } from './draft.ts';
import { domainSpec, macro } from './specs.ts';
import { domains } from './session.ts';

export function cased(random: Random, name: string): string {
  if (!random.chance(0.05)) return name;
  return random.chance(0.5) ? name.toUpperCase() : name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function qualifier(random: Random): string {
  return random.weighted([
    [54, ''],
    [4, '+'],
    [17, '-'],
    [13, '~'],
    [12, '?'],
  ]);
}

function host(draft: Draft, kind: 'a' | 'mx', domain: string): string {
  const own = draft.random.chance(0.35);
  const name = cased(draft.random, kind);
  return `${own ? name : `${name}:${domainSpec(draft, kind, domain)}`}${dualPrefix(draft)}`;
}

const targets = [
  ...domains,
  '%{d2}',
  '%{o}',
  '%{h}',
  '%{h}',
  'x.%{h}',
  'example.com',
  'example.edu',
  'a..example.com',
];

function ptr({ random }: Draft): string {
  const name = cased(random, 'ptr');
  return random.chance(0.4) ? name : `${name}:${random.pick(targets)}`;
}

/** A mechanism without its qualifier. */
export function mechanism(draft: Draft, domain: string): string {
  const { random } = draft;
  const name = (text: string) => cased(random, text);
  return random.weighted<() => string>([
    [22, () => `${name('ip4')}:${network4(draft)}`],
    [14, () => `${name('ip6')}:${network6(draft)}`],
    [16, () => host(draft, 'a', domain)],
    [15, () => host(draft, 'mx', domain)],
    [16, () => `${name('include')}:${domainSpec(draft, 'include', domain)}`],
    [13, () => `${name('exists')}:${domainSpec(draft, 'exists', domain)}`],
    [8, () => ptr(draft)],
    [1, () => name('all')],
  ])();
}

export function directive(draft: Draft, domain: string): string {
  return qualifier(draft.random) + mechanism(draft, domain);
}

const modifierNames = ['foo', 'x-y.z_1', 'moo', 'default', 'op', 'ra', 'include', 'FOO', 'sp'];

export function unknownModifier(random: Random): string {
  const value = random.weighted<() => string>([
    [50, () => random.pick(['', 'bar', 'a:b/c', '=', 'x,y', '100/24'])],
    [35, () => `${macro(random, 'slodihvp')}.x`],
    [15, () => macro(random, 'crtCRT')],
  ])();
  return `${random.pick(modifierNames)}=${value}`;
}
