import { isFailed, recordsOf } from '../dns/resolver.ts';
import type { DkimSelector } from './facts.ts';
import { type DkimKey, isUsable } from './key.ts';

/**
 * What signatures made with a selector can come to. `usable`: they can pass everywhere; `broken`: nowhere; `unsure`:
 * that hangs on which of several records a verifier takes; `unknown`: nobody could read the key.
 */
export type SelectorVerdict = 'usable' | 'broken' | 'unsure' | 'unknown';

const minimumBits = 1024;

/** SHA-256 is the only algorithm that verifiers accept and signers use (RFC 8301 §3.1, RFC 8463 §3). */
export function allowsSha256({ hashes }: DkimKey): boolean {
  return hashes === null || hashes.includes('sha256');
}

export function isForMail({ services }: DkimKey): boolean {
  return services.includes('*') || services.includes('email');
}

/** An RSA key that verifiers must not accept (RFC 8301 §3.2). */
export function isTooShort({ key }: DkimKey): boolean {
  return key?.type === 'rsa' && key.bits < minimumBits;
}

/** A verifier finds nothing in the record that keeps a mail signature from passing. */
export function canVerifyMail(key: DkimKey): boolean {
  return isUsable(key) && !isTooShort(key) && allowsSha256(key) && isForMail(key);
}

/** A common selector that answered, of which nobody can tell whether a wildcard did: the control failed. */
export function isDoubted({ source, txt, keys }: DkimSelector): boolean {
  return source !== 'given' && txt.answer.status === 'found' && keys.length === 0;
}

/** What signatures made with a selector can come to, as far as its records tell. */
export function verdictOfSelector(selector: DkimSelector): SelectorVerdict {
  const { txt, keys } = selector;
  if (isFailed(txt) || isDoubted(selector)) return 'unknown';
  const published = recordsOf(txt).length;
  if (keys.some(canVerifyMail)) return published === 1 ? 'usable' : 'unsure';
  // Of more records than were read, one of the rest may do.
  return published > keys.length ? 'unknown' : 'broken';
}
