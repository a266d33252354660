import { type Asked, ask, isFailed, type Resolver } from '../dns/resolver.ts';

/** The name that a key stands at. */
export function keyName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`;
}

/** FNV-1a, 32 bits, in hexadecimal. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return state.toString(16).padStart(8, '0');
}

/** A selector that nobody would publish, or a second one, each the same for a domain from run to run. */
export function controlSelector(domain: string, which: 'first' | 'second' = 'first'): string {
  return which === 'first'
    ? `nobody-${hash(domain)}${hash(`${domain}.`)}`
    : `no-one-${hash(`.${domain}`)}${hash(`.${domain}.`)}`;
}

/** The question that betrays a wildcard. */
export interface Control {
  /** The question that counts, as far as it is decided. */
  asked(): Promise<Asked<'TXT'>>;
  /** Asks a second time, under another name, where the first question failed. */
  decide(): Promise<Asked<'TXT'>>;
}

/** Asks for the control at once, and again only where it failed and an answer hangs on it. */
export function askControl(domain: string, resolver: Resolver): Control {
  const askFor = (which: 'first' | 'second'): Promise<Asked<'TXT'>> =>
    ask(resolver, keyName(controlSelector(domain, which), domain), 'TXT');
  const again = async (first: Asked<'TXT'>): Promise<Asked<'TXT'>> => {
    if (!isFailed(first)) return first;
    const second = await askFor('second');
    return isFailed(second) ? first : second;
  };
  const first = askFor('first');
  let decided: Promise<Asked<'TXT'>> | null = null;
  return { asked: () => decided ?? first, decide: () => (decided ??= first.then(again)) };
}
