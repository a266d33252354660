/** The names of RFC 7208 §12, and which name a mistyped one was probably meant to be. */

const mechanisms = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'] as const;
const modifiers = ['redirect', 'exp'] as const;

export type MechanismName = (typeof mechanisms)[number];
export type ModifierName = (typeof modifiers)[number];

/** Words that people write for a name they have half in mind. */
const aliases: ReadonlyMap<string, MechanismName | ModifierName> = new Map([
  ['ipv4', 'ip4'],
  ['ip-4', 'ip4'],
  ['ipv6', 'ip6'],
  ['ip-6', 'ip6'],
  ['inc', 'include'],
]);

export function isMechanism(name: string): name is MechanismName {
  return (mechanisms as readonly string[]).includes(name);
}

export function isModifier(name: string): name is ModifierName {
  return (modifiers as readonly string[]).includes(name);
}

/** One letter too many, too few or wrong, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA[1] === restB[0] && restA[0] === restB[1];
}

/** The name that a mistyped one (lower case) stands for: an alias, or one slip away from a name of three letters or more. */
export function intendedName(name: string): MechanismName | ModifierName | null {
  const alias = aliases.get(name);
  if (alias !== undefined) return alias;
  // ip4 and ip6 are one slip apart from each other: from "ip" or "ip5" there is no telling which was meant.
  const near = [...mechanisms, ...modifiers].filter((known) => known.length >= 3 && oneSlip(name, known));
  return near.length === 1 ? (near[0] ?? null) : null;
}
