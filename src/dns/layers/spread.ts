import type { Resolver } from '../resolver.ts';

/** Gives each question to the resolver with the fewest on their way. */
export function spread(resolvers: readonly [Resolver, ...Resolver[]]): Resolver {
  if (resolvers.length === 1) return resolvers[0];
  const lanes = resolvers.map((resolver) => ({ resolver, busy: 0 }));
  return {
    async query(name, type, signal) {
      const lane = lanes.reduce((best, other) => (other.busy < best.busy ? other : best));
      lane.busy += 1;
      try {
        return await lane.resolver.query(name, type, signal);
      } finally {
        lane.busy -= 1;
      }
    },
  };
}
