import { codes } from './codes.ts';
import type { ReplyEntry } from './entry.ts';
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
import { microsoft } from './microsoft.ts';
import { services } from './services.ts';
import { software } from './software.ts';
import { yahoo } from './yahoo.ts';

/** Every known reply; where two say the same of a line, the earlier one stands. */
export const catalogue: readonly ReplyEntry[] = [
  ...gmail,
  ...microsoft,
  ...yahoo,
  ...isps,
  ...french,
  ...german,
  ...services,
  ...filters,
  ...software,
  ...generalAuthentication,
  ...generalHosts,
  ...generalReputation,
  ...generalRecipient,
  ...generalDelivery,
  ...codes,
];
