import type { Messages } from '../../check.ts';
import type { hostsChecks } from '../../hosts/checks/index.ts';

type Id = (typeof hostsChecks)[number]['id'];

/** The templates of the hosts checks in French. */
export const hostsFrench: Readonly<Partial<Record<Id, Messages>>> = {};
