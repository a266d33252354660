import type { QuestionType, Zone } from '../case.ts';
import type { Random } from '../random.ts';

/** What a name will hold. */
export interface NodeDraft {
  A?: string[];
  AAAA?: string[];
  MX?: [preference: number, exchange: string][];
  PTR?: string[];
  TXT?: string[][];
  CNAME?: string;
  failing?: Partial<Record<QuestionType, 'SERVFAIL' | 'TIMEOUT'>>;
}

export type Role = 'include' | 'redirect' | 'a' | 'mx' | 'exists' | 'exp';

/** A domain-spec with macros: the name it comes to is not known before all records are. */
export interface Planned {
  readonly domain: string;
  readonly spec: string;
  readonly role: Role;
}

/** A case in the making. */
export interface Draft {
  readonly random: Random;
  readonly ip: string;
  readonly sender: string;
  readonly helo: string;
  readonly zone: Record<string, NodeDraft>;
  readonly planned: Planned[];
}

export function nodeAt({ zone }: Draft, name: string): NodeDraft {
  const node = zone[name] ?? {};
  zone[name] = node;
  return node;
}

/** The strings of a TXT record, cut anywhere (RFC 7208 §3.3) and at 255 octets at the latest. */
export function strings(random: Random, text: string): string[] {
  const cut =
    random.chance(0.12) && text.length > 1 ? random.between(1, Math.min(255, text.length - 1)) : 255;
  const first = text.slice(0, cut);
  const rest = text.slice(cut).match(/[^]{1,255}/g) ?? [];
  return [first, ...rest];
}

export function addTxt(draft: Draft, name: string, text: string): void {
  const node = nodeAt(draft, name);
  node.TXT = [...(node.TXT ?? []), strings(draft.random, text)];
}

export function zoneOf({ zone }: Draft): Zone {
  return zone;
}
