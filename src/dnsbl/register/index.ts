import type { Dnsbl } from '../list.ts';
import { addressLists } from './addresses.ts';
import { domainLists } from './domains.ts';
import { keyedLists } from './keyed.ts';
import { allowLists, informationLists } from './others.ts';

/** Every living list that presend knows. */
export const register: readonly Dnsbl[] = [
  ...addressLists,
  ...domainLists,
  ...keyedLists,
  ...allowLists,
  ...informationLists,
];

/**
 * The lists asked by default: those by which receivers are known to refuse or score mail, so blocklists of a weight of
 * warning or more, as far as no key is needed.
 */
export const defaultLists: readonly Dnsbl[] = register.filter(
  ({ purpose, access, weight }) => purpose === 'block' && access !== 'key' && weight !== 'notice',
);
