import { domainMissing } from './domain-missing.ts';
import { domainUnmailable } from './domain-unmailable.ts';
import { mxLiteral } from './mx-literal.ts';
import { mxMissing } from './mx-missing.ts';
import { mxNullMixed } from './mx-null-mixed.ts';
import { mxNullSender } from './mx-null-sender.ts';
import { mxPrivate } from './mx-private.ts';
import { mxPtrMissing } from './mx-ptr-missing.ts';
import { mxUnresolvable } from './mx-unresolvable.ts';
import { ptrGeneric } from './ptr-generic.ts';
import { ptrMissing } from './ptr-missing.ts';
import { ptrUnconfirmed } from './ptr-unconfirmed.ts';

export const hostsChecks = [
  domainMissing,
  domainUnmailable,
  mxMissing,
  mxNullSender,
  mxNullMixed,
  mxUnresolvable,
  mxLiteral,
  mxPrivate,
  mxPtrMissing,
  ptrMissing,
  ptrUnconfirmed,
  ptrGeneric,
] as const;
