import { type Asked, ask, type RecordType, type Resolver } from '../dns/resolver.ts';

/** Asks each question once, failures too: what failed for one term is not asked again for the next. */
export type Asker = <T extends RecordType>(name: string, type: T) => Promise<Asked<T>>;

export function asker(resolver: Resolver): Asker {
  const memory = new Map<string, Promise<Asked>>();
  return <T extends RecordType>(name: string, type: T) => {
    const key = `${type} ${name}`;
    const known = memory.get(key) ?? ask(resolver, name, type);
    memory.set(key, known);
    // The key holds the type, so what it remembers is an answer of that type.
    return known as Promise<Asked<T>>;
  };
}

/** A resolver that has the memory of an asker. */
export function answering(question: Asker): Resolver {
  return { query: async (name, type) => (await question(name, type)).answer };
}
