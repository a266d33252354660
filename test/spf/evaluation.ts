import { checkHost, type SpfOutcome } from '../../src/spf/english.ts';
import type { SpfLimits } from '../../src/spf/evaluate.ts';
import { published } from './published.ts';

export type Names = Parameters<typeof published>[0];

export const client = { ip: '192.0.2.1', sender: 'joe@example.test', helo: 'mail.example.test' };

/** The PTR name of the client. */
export const reverse = '1.2.0.192.in-addr.arpa';

export const host = { A: ['203.0.113.9'] };

/** check_host() for the client, or another, over the names. */
export function evaluate(
  names: Names,
  more: Partial<typeof client> = {},
  limits: Partial<SpfLimits> = {},
): Promise<SpfOutcome> {
  return checkHost({ ...client, ...more }, published(names), limits);
}
