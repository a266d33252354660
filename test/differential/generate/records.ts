import { addTxt, type Draft, nodeAt } from './draft.ts';
import { faultyWord, mutated } from './faults.ts';
import { domains } from './session.ts';
import { domainSpec } from './specs.ts';
import { cased, directive, qualifier, unknownModifier } from './terms.ts';

/** Fails more often than other qualifiers. */
const allQualifiers = ['-', '-', '-', '-', '~', '~', '?', ''];

function ending(draft: Draft, domain: string): string[] {
  const { random } = draft;
  const redirect = () => `${cased(random, 'redirect')}=${domainSpec(draft, 'redirect', domain)}`;
  return random.weighted<() => string[]>([
    [56, () => [random.pick(allQualifiers) + cased(random, 'all')]],
    [20, () => [redirect()]],
    [3, () => [redirect(), `${qualifier(random)}all`]],
    [21, () => []],
  ])();
}

function modifiers(draft: Draft, domain: string): string[] {
  const { random } = draft;
  const unknown = random.chance(0.12) ? random.many(random.between(1, 2), () => unknownModifier(random)) : [];
  const exp = random.chance(0.34) ? [`${cased(random, 'exp')}=${domainSpec(draft, 'exp', domain)}`] : [];
  return [...unknown, ...exp];
}

/** The terms between version and end. */
export function terms(draft: Draft, domain: string): string[] {
  const { random } = draft;
  const count = random.weighted([
    [10, 0],
    [22, 1],
    [26, 2],
    [20, 3],
    [12, 4],
    [10, 6],
  ]);
  const mechanisms = random.many(count, () => directive(draft, domain));
  const all = [...mechanisms, ...ending(draft, domain), ...modifiers(draft, domain)];
  return random.chance(0.1) ? random.shuffled(all) : all;
}

export function recordOf(draft: Draft, words: readonly string[]): string {
  const { random } = draft;
  const version = random.chance(0.03) ? random.pick(['V=SPF1', 'v=Spf1']) : 'v=spf1';
  const gap = random.chance(0.03) ? '  ' : ' ';
  return [version, ...words].join(gap) + (random.chance(0.04) ? '  ' : '');
}

const notRecords = [
  'v=spf10 -all',
  'v=spf2.0/mfrom -all',
  'spf2.0/pra -all',
  'v=spf1\t-all',
  ' v=spf1 -all',
  'v=spf 1 -all',
  'hello',
  '',
];

function published(draft: Draft, domain: string): string {
  const { random } = draft;
  const words = terms(draft, domain);
  if (random.chance(0.05)) words.splice(random.between(0, words.length), 0, faultyWord(random));
  const text = recordOf(draft, words);
  return random.chance(0.03) ? mutated(random, text) : text;
}

/** What `domain` publishes: most often one record. */
export function addRecord(draft: Draft, domain: string): void {
  const { random } = draft;
  const kind = random.weighted([
    [82, 'one'],
    [3, 'alias'],
    [2, 'two'],
    [6, 'failing'],
    [4, 'none'],
    [3, 'other'],
  ]);
  const node = nodeAt(draft, domain);
  if (kind === 'alias') {
    draft.zone[domain] = { CNAME: random.pick(domains) };
    return;
  }
  // An alias has no record of its own.
  if (kind === 'one' || kind === 'two' || kind === 'failing') delete node.CNAME;
  if (kind === 'failing') node.failing = { ...node.failing, TXT: random.pick(['SERVFAIL', 'TIMEOUT']) };
  else if (node.failing) delete node.failing.TXT;
  if (kind === 'one' || kind === 'two') addTxt(draft, domain, published(draft, domain));
  if (kind === 'two') addTxt(draft, domain, published(draft, domain));
  if (kind === 'other' || random.chance(0.04)) addTxt(draft, domain, random.pick(notRecords));
}
