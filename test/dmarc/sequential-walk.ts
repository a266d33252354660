/** RFC 9989 §4.10 to §4.10.2 step by step, one question after the other, written apart from the program. */

/** The TXT records of a name, the strings of each joined. */
export type Lookup = (name: string) => Promise<readonly string[]>;

/** A domain with a valid DMARC Policy Record, and the psd of that record. */
interface Retrieved {
  readonly domain: string;
  readonly psd: 'y' | 'n' | 'u';
}

/** Steps 2 and 6: what is no record is discarded, and so are several. */
async function retrieve(domain: string, lookup: Lookup): Promise<Retrieved | null> {
  const texts = await lookup(`_dmarc.${domain}`);
  const records = texts.filter((text) => /^v\s*=\s*DMARC1\s*(;|$)/.test(text));
  if (records.length !== 1) return null;
  const [, psd] = /;\s*psd\s*=\s*([yn])\s*(?:;|$)/i.exec(records.join('')) ?? [];
  return { domain, psd: psd?.toLowerCase() === 'y' ? 'y' : psd === undefined ? 'u' : 'n' };
}

function withoutLabels(domain: string, count: number): string {
  return domain.split('.').slice(count).join('.');
}

/** Steps 3 and 4: the target after the starting point. */
function secondTarget(start: string): string {
  const x = start.split('.').length;
  return withoutLabels(start, x < 8 ? 1 : x - 7);
}

/** The domains with records that a walk from `start` retrieves, the longest first. */
async function treeWalk(start: string, lookup: Lookup): Promise<Retrieved[]> {
  const found: Retrieved[] = [];
  for (let target = start; target !== ''; ) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const one = await retrieve(target, lookup);
    if (one) found.push(one);
    if (one && one.psd !== 'u') break;
    target = target === start ? secondTarget(start) : withoutLabels(target, 1);
  }
  return found;
}

/** §4.10.2, the selection among the records of a walk from `start`. */
function select(start: string, domain: string, found: readonly Retrieved[]): string {
  for (const { domain: place, psd } of found) {
    if (psd === 'n') return place;
    if (psd === 'y' && place !== start) {
      const below = domain.split('.').length - place.split('.').length - 1;
      return withoutLabels(domain, below);
    }
  }
  return found.at(-1)?.domain ?? domain;
}

/** §4.10.2 */
export async function organizationalDomain(domain: string, lookup: Lookup): Promise<string> {
  return select(domain, domain, await treeWalk(domain, lookup));
}

/** §4.10.1: the domain whose record applies to the author domain; null where none does. */
export async function policyDomain(author: string, lookup: Lookup): Promise<string | null> {
  if (await retrieve(author, lookup)) return author;
  const start = secondTarget(author);
  if (start === '') return null;
  const found = await treeWalk(start, lookup);
  const organizational = select(start, author, found);
  const ranked = [
    found.find(({ domain }) => domain === organizational),
    found.find(({ psd }) => psd === 'y'),
  ];
  return ranked.find((one) => one !== undefined)?.domain ?? null;
}
