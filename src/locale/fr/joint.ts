import type { Messages } from '../../check.ts';
import type { jointChecks } from '../../joint/index.ts';

type Id = (typeof jointChecks)[number]['id'];

/** The templates of the joint checks in French. */
export const jointFrench: Readonly<Partial<Record<Id, Messages>>> = {};
