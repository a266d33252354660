import { json } from './json.ts';
import type { Renderer } from './renderer.ts';
import { text } from './text.ts';

/** Every format of a report by its name. */
export const renderers = { text, json } as const satisfies Readonly<Record<string, Renderer>>;

export type FormatName = keyof typeof renderers;
