/**
 * Whether an authenticated domain aligns with the author domain (RFC 9989 §4.4): identical, or in relaxed mode of the
 * same organizational domain.
 * @param organizational the organizational domain of a domain, null where it could not be determined
 * @returns null where it could not be determined
 */
export function aligned(
  authenticated: string,
  author: string,
  mode: 'strict' | 'relaxed',
  organizational: (domain: string) => string | null,
): boolean | null {
  const [one, other] = [authenticated.toLowerCase(), author.toLowerCase()];
  if (one === other) return true;
  if (mode === 'strict') return false;
  const [above, aboveOther] = [organizational(one), organizational(other)];
  if (above === null || aboveOther === null) return null;
  return above.toLowerCase() === aboveOther.toLowerCase();
}
