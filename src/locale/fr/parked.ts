import type { Messages } from '../../check.ts';
import type { parkedChecks } from '../../parked/index.ts';

type Id = (typeof parkedChecks)[number]['id'];

/** The templates of the parked checks in French. */
export const parkedFrench: Readonly<Partial<Record<Id, Messages>>> = {};
