import type { DmarcFacts } from './facts.ts';

/** The name is known to be no alias: what stands there is the owner's to change. */
export function isOwn({ aliases }: Pick<DmarcFacts, 'aliases'>, name: string): boolean {
  const status = aliases.find((alias) => alias.name === name)?.answer.status;
  return status === 'nodata' || status === 'nxdomain';
}
