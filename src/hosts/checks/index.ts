import { domainCname } from './domain-cname.ts';
import { domainMissing } from './domain-missing.ts';
import { domainUnmailable } from './domain-unmailable.ts';
import { heloInvalid } from './helo-invalid.ts';
import { heloLiteral } from './helo-literal.ts';
import { heloUnconfirmed } from './helo-unconfirmed.ts';
import { heloUnresolvable } from './helo-unresolvable.ts';
import { mxCname } from './mx-cname.ts';
import { mxDuplicate } from './mx-duplicate.ts';
import { mxIpv4Mapped } from './mx-ipv4-mapped.ts';
import { mxLiteral } from './mx-literal.ts';
import { mxMissing } from './mx-missing.ts';
import { mxNameInvalid } from './mx-name-invalid.ts';
import { mxNullMixed } from './mx-null-mixed.ts';
import { mxNullPreference } from './mx-null-preference.ts';
import { mxNullSender } from './mx-null-sender.ts';
import { mxPlaceholder } from './mx-placeholder.ts';
import { mxPrivate } from './mx-private.ts';
import { mxPtrMissing } from './mx-ptr-missing.ts';
import { mxUnresolvable } from './mx-unresolvable.ts';
import { nsCname } from './ns-cname.ts';
import { nsMissing } from './ns-missing.ts';
import { nsSingle } from './ns-single.ts';
import { nsUnresolvable } from './ns-unresolvable.ts';
import { ptrGeneric } from './ptr-generic.ts';
import { ptrMissing } from './ptr-missing.ts';
import { ptrMultiple } from './ptr-multiple.ts';
import { ptrUnconfirmed } from './ptr-unconfirmed.ts';
import { soaMissing } from './soa-missing.ts';

export const hostsChecks = [
  domainMissing,
  domainUnmailable,
  domainCname,
  soaMissing,
  nsMissing,
  nsUnresolvable,
  nsSingle,
  nsCname,
  mxMissing,
  mxNullSender,
  mxNullMixed,
  mxNullPreference,
  mxUnresolvable,
  mxLiteral,
  mxCname,
  mxNameInvalid,
  mxPrivate,
  mxIpv4Mapped,
  mxDuplicate,
  mxPlaceholder,
  mxPtrMissing,
  ptrMissing,
  ptrUnconfirmed,
  ptrGeneric,
  ptrMultiple,
  heloInvalid,
  heloUnresolvable,
  heloUnconfirmed,
  heloLiteral,
] as const;
