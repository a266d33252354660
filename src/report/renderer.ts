import type { Report } from './report.ts';

export interface RenderOptions {
  /** Columns a line may take. */
  readonly width: number;
  /** ANSI colours. */
  readonly color: boolean;
}

export interface Renderer {
  /** Each report can be shown as soon as it is there. */
  readonly streams: boolean;
  render(reports: readonly Report[], options: RenderOptions): string;
}
