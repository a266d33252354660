import { codes } from './codes.ts';
import type { ReplyEntry } from './entry.ts';
import { exchange } from './exchange.ts';
import { exim } from './exim.ts';
import { filters } from './filters.ts';
import { french } from './french.ts';
import { generalAuthentication } from './general-authentication.ts';
import { generalDelivery } from './general-delivery.ts';
import { generalHosts } from './general-hosts.ts';
import { generalRecipient } from './general-recipient.ts';
import { generalReputation } from './general-reputation.ts';
import { german } from './german.ts';
import { gmail } from './gmail.ts';
import { isps } from './isps.ts';
import { outlook } from './outlook.ts';
import { postfix } from './postfix.ts';
import { sendmail } from './sendmail.ts';
import { services } from './services.ts';
import { software } from './software.ts';
import { yahoo } from './yahoo.ts';

/** Every known reply; where two say the same of a line, the earlier one stands. */
export const catalogue: readonly ReplyEntry[] = [
  ...gmail,
  ...outlook,
  ...exchange,
  ...yahoo,
  ...isps,
  ...french,
  ...german,
  ...services,
  ...filters,
  ...postfix,
  ...exim,
  ...sendmail,
  ...software,
  ...generalAuthentication,
  ...generalHosts,
  ...generalReputation,
  ...generalRecipient,
  ...generalDelivery,
  ...codes,
];
