import type { Messages } from '../../check.ts';
import type { dmarcChecks } from '../../dmarc/checks/index.ts';

type Id = (typeof dmarcChecks)[number]['id'];

/** The templates of the dmarc checks in French. */
export const dmarcFrench: Readonly<Partial<Record<Id, Messages>>> = {};
