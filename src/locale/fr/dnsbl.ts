import type { Messages } from '../../check.ts';
import type { dnsblChecks } from '../../dnsbl/checks/index.ts';

type Id = (typeof dnsblChecks)[number]['id'];

/** The templates of the dnsbl checks in French. */
export const dnsblFrench: Readonly<Partial<Record<Id, Messages>>> = {};
