import { tool } from '../version.ts';
import type { Renderer } from './renderer.ts';
import { schemaVersion } from './report.ts';

/** Characters that JSON may hold as they are but that a terminal would act upon. */
const active = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One document, whatever the number of domains. */
export const json: Renderer = {
  streams: false,
  render: (reports) =>
    `${JSON.stringify({ schemaVersion, tool, reports }, null, 2).replace(active, escaped)}\n`,
};
