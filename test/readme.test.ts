import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { main } from '../src/cli/program.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const identities = ['--from', 'Campaign <news@campaign.example>', '--mail-from', 'bounces@campaign.example'];

it.each([
  [
    'the report of the demonstration',
    /^campaign\.example {2}[^]*?(?=^```$)/m,
    ['audit', 'campaign.example', '--ip', '203.0.113.25', '--selector', 'news', ...identities],
  ],
  [
    'the survey of SPF',
    /(?<=^\$ presend spf campaign.*\n)[^]*?(?=^```$)/m,
    ['spf', 'campaign.example', '--ip', '203.0.113.25'],
  ],
  [
    'the survey of DMARC',
    /(?<=^\$ presend dmarc campaign.*\n)[^]*?(?=^```$)/m,
    ['dmarc', 'campaign.example', '--mail-from', 'bounces@esp.example', '--selector', 's1@campaign.example'],
  ],
])('the README shows %s as it is printed, shortened at …', async (_, pattern, args) => {
  const block = pattern.exec(read('README.md'))?.[0] ?? '';
  const parts = block.split(/^…$/m).filter((part) => part.trim() !== '');
  expect(parts.length).toBeGreaterThan(0);
  const folder = mkdtempSync(join(tmpdir(), 'presend-readme-'));
  const zone = join(folder, 'demo.zone');
  writeFileSync(zone, `${read('fixtures/real/published.zone')}\n${read('fixtures/real/campaign.zone')}`);
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, ...rest: unknown[]) => {
    printed += String(text);
    const written = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
    written?.();
    return true;
  });
  expect(await main([...args, '--zone', zone, '--offline'])).toBe(1);
  spy.mockRestore();
  rmSync(folder, { recursive: true });
  for (const part of parts) expect(printed).toContain(part.trim());
});

it('the README shows a complaint in French as it is printed', async () => {
  let printed = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text: unknown) => {
    printed += String(text);
    return true;
  });
  expect(await main(['spf', 'foo', '--lang', 'fr'])).toBe(2);
  spy.mockRestore();
  expect(read('README.md')).toContain(`\n$ presend spf foo --lang fr\n${printed}\`\`\`\n`);
});
