/**
 * - `critical`: a receiver documents that it refuses mail for this alone
 * - `error`: authentication is broken or a standard violated, refusal depends on the rest
 * - `warning`: a risk · `notice`: advice · `info`
 */
export type Severity = 'critical' | 'error' | 'warning' | 'notice' | 'info';

/** The gravest first. */
export const severities: readonly Severity[] = ['critical', 'error', 'warning', 'notice', 'info'];
