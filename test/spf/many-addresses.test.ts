import { describe, expect, it } from 'vitest';
import { audit, type Report, zoneResolver } from '../../src/index.ts';

/** More addresses than are evaluated, those of 45.64.0.0/24 first. */
const addresses = Array.from({ length: 300 }, (_, index) => `45.64.${index >> 8}.${index & 255}`);

function report(record: string, ips: readonly string[], more: object = {}): Promise<Report> {
  const zone = `example.test. TXT "${record}"\nexample.test. MX 10 mx.example.test.\nmx.example.test. A 45.64.9.9\n`;
  const resolver = zoneResolver(`${zone}mx.example.test. TXT "v=spf1 a -all"\n`);
  return audit({ domain: 'example.test', ips, ...more }, { resolver, sections: ['domain', 'mx', 'spf'] });
}

const about = ({ unknown }: Report, id: string) =>
  unknown.filter((one) => one.id === id).map(({ blocking, reason }) => ({ blocking, reason }));

describe('more given addresses than are evaluated', () => {
  it('are no all clear: the rest is undetermined, and the verdict hangs on it', async () => {
    const told = await report('v=spf1 ip4:45.64.0.0/24 -all', addresses);
    expect(about(told, 'spf-host-unauthorized')).toEqual([
      { blocking: true, reason: 'only the first 256 of 300 given addresses were evaluated' },
    ]);
    expect(told.verdict).toBe('unknown');
    expect(told.passed).not.toContain('spf-host-unauthorized');
  });

  it('leave the refusals standing that the evaluated ones would settle', async () => {
    const record = 'v=spf1 ip4:45.64.0.0/24 include:gone.test -all';
    const refusing = async (count: number) => {
      const { rejections } = await report(record, addresses.slice(0, count));
      return rejections.some(({ findings }) => findings.includes('spf-include-missing'));
    };
    expect(await refusing(256)).toBe(false);
    expect(await refusing(257)).toBe(true);
  });

  it('are not said to fail alike, where only those evaluated do', async () => {
    const fails = async (count: number) => {
      const { rejections } = await report('v=spf1 mx -all', addresses.slice(0, count));
      const told = rejections.filter(({ findings }) => findings.includes('spf-host-unauthorized'));
      expect(told.length).toBeGreaterThan(0);
      return told.every(({ conditions }) => !conditions.includes('address-used'));
    };
    expect(await fails(256)).toBe(true);
    expect(await fails(257)).toBe(false);
  });

  it('are coverage for the EHLO name, which refuses nothing by itself', async () => {
    const told = await report('v=spf1 ip4:45.64.0.0/16 -all', addresses, { helo: 'mx.example.test' });
    expect(about(told, 'spf-helo-unauthorized')).toEqual([
      { blocking: false, reason: 'only the first 256 of 300 given addresses were evaluated' },
    ]);
  });

  it('are all evaluated up to 256', async () => {
    const told = await report('v=spf1 ip4:45.64.0.0/24 -all', addresses.slice(0, 256));
    expect([told.verdict, told.unknown]).toEqual(['ready', []]);
  });
});
