import type { Messages } from '../../check.ts';
import type { dkimChecks } from '../../dkim/checks/index.ts';

type Id = (typeof dkimChecks)[number]['id'];

/** The templates of the dkim checks in French. */
export const dkimFrench: Readonly<Partial<Record<Id, Messages>>> = {};
