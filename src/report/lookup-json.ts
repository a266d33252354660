import type { DnsblLookup, RegisteredList } from '../lookup.ts';
import { jsonEscaped } from '../text/terminal.ts';
import { tool } from '../version.ts';
import { schemaVersion } from './report.ts';

function document(content: object): string {
  return `${jsonEscaped(JSON.stringify({ schemaVersion, tool, reports: [], ...content }, null, 2))}\n`;
}

/** A lookup as a document of its own. */
export function lookupJson(lookup: DnsblLookup): string {
  return document({ lookup });
}

/** The register as a document of its own. */
export function registerJson(register: readonly RegisteredList[]): string {
  return document({ register });
}
