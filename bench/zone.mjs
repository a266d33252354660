// Reads the master files of the fixtures through the program's own reader.
import { zoneResolver } from '../dist/index.js';

const types = ['TXT', 'A', 'MX'];

export function readZone(text) {
  const resolver = zoneResolver(text);
  const names = new Set(
    Array.from(text.matchAll(/^([a-z0-9_.-]+)\. (?:TXT|A|MX) /gim), ([, name]) => name.toLowerCase()),
  );
  return { resolver, names: [...names], types };
}

/** The whole zone as plain data. */
export async function dataOf({ resolver, names }) {
  const data = {};
  for (const name of names) {
    const node = {};
    for (const type of types) {
      const answer = await resolver.query(name, type);
      if (answer.status !== 'found') continue;
      if (type === 'TXT') node.TXT = answer.records.map((strings) => strings.join(''));
      else if (type === 'MX')
        node.MX = answer.records.map(({ preference, exchange }) => [preference, exchange]);
      else node.A = [...answer.records];
    }
    data[name] = node;
  }
  return data;
}
