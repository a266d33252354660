import type { Messages } from '../../check.ts';
import type { spfChecks } from '../../spf/checks/index.ts';

type Id = (typeof spfChecks)[number]['id'];

/** The templates of the spf checks in French. */
export const spfFrench: Readonly<Partial<Record<Id, Messages>>> = {};
