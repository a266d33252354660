import { afterEach, beforeEach, vi } from 'vitest';

/** What the program printed in the running test. */
export interface Captured {
  readonly out: string;
  readonly err: string;
}

/** Catches standard output and error of each test of a file. */
export function captureOutput(): Captured {
  const caught = { out: '', err: '' };
  beforeEach(() => {
    Object.assign(caught, { out: '', err: '' });
    vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, ...rest: unknown[]) => {
      caught.out += String(text);
      const hear = rest.find((one): one is () => void => typeof one === 'function');
      hear?.();
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      caught.err += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  return caught;
}
