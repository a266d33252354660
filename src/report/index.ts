import { json } from './json.ts';
import type { Renderer } from './renderer.ts';
import type { DnsblLookup, RegisteredList } from '../lookup.ts';
import { lookupJson, registerJson } from './lookup-json.ts';
import type { RenderOptions } from './renderer.ts';
import { renderLookup } from './text/dnsbl-lookup.ts';
import { renderRegister } from './text/dnsbl-register.ts';
import { text } from './text.ts';

/** Every format of a report by its name. */
export const renderers = { text, json } as const satisfies Readonly<Record<string, Renderer>>;

export type FormatName = keyof typeof renderers;

/** What `presend dnsbl` prints of addresses, and of the register. */
export const dnsblRenderers: Readonly<
  Record<
    FormatName,
    {
      readonly lookup: (lookup: DnsblLookup, options: RenderOptions) => string;
      readonly register: (lists: readonly RegisteredList[], options: RenderOptions) => string;
    }
  >
> = {
  text: { lookup: renderLookup, register: renderRegister },
  json: { lookup: lookupJson, register: registerJson },
};
