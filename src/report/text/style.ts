import type { RenderOptions } from '../renderer.ts';
import type { Verdict } from '../report.ts';
import type { Severity } from '../../severity.ts';

export type Tone = Severity | Verdict | 'quiet' | 'strong';

const sgr: Readonly<Record<Tone, string>> = {
  critical: '1;31',
  error: '31',
  warning: '33',
  notice: '36',
  info: '36',
  rejected: '1;31',
  'at-risk': '1;33',
  unknown: '1;35',
  ready: '1;32',
  quiet: '2',
  strong: '1',
};

/** Colour is all it adds: the text without it says the same. */
export type Paint = (tone: Tone, text: string) => string;

export function painter({ color }: RenderOptions): Paint {
  return color ? (tone, text) => `\u001b[${sgr[tone]}m${text}\u001b[0m` : (_, text) => text;
}
