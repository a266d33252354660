/** What differs between clients on IPv4 and those on IPv6. */
export interface ByFamily<T> {
  readonly ipv4: T;
  readonly ipv6: T;
}

export type Family = keyof ByFamily<unknown>;

export function byFamily<T>(of: (family: Family) => T): ByFamily<T> {
  return { ipv4: of('ipv4'), ipv6: of('ipv6') };
}
