import type { AuditedBounces } from '../../bounces/audited.ts';
import type { Bounces } from '../../bounces/explain-bounces.ts';
import type { RenderOptions } from '../renderer.ts';
import { bouncesCsv } from './csv.ts';
import { bouncesJson } from './json.ts';
import { bouncesText } from './text.ts';

export { bounceLine } from './json.ts';

/** Every form of a summary of refused mail by its name; `bounceLine` prints replies one by one. */
export const bounceRenderers = {
  text: bouncesText,
  json: bouncesJson,
  csv: bouncesCsv,
} as const satisfies Readonly<
  Record<string, (bounces: Bounces | AuditedBounces, options: RenderOptions) => string>
>;
