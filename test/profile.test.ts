import { describe, expect, it } from 'vitest';
import { readSubject } from '../src/audit.ts';
import { audit, checks, type Profile, zoneResolver } from '../src/index.ts';
import { sendingProfiles } from '../src/profile.ts';

const zone = `
e.test. TXT "v=spf1 ip4:192.0.2.1 -all"
e.test. MX 10 mx.e.test.
mx.e.test. A 192.0.2.1
_dmarc.e.test. TXT "v=DMARC1; p=none; rua=mailto:a@e.test"
`;

describe('a profile', () => {
  it.each([
    ['sending', undefined, null],
    ['transactional', undefined, 'low'],
    ['bulk', undefined, 'bulk'],
    ['transactional', 'bulk', 'bulk'],
    ['bulk', 'low', 'low'],
    ['sending', 'bulk', 'bulk'],
  ] as const)('%s with --volume %s means %s', (profile, volume, expected) => {
    expect(readSubject({ domain: 'e.test', profile, volume })).toMatchObject({ profile, volume: expected });
  });

  it('of a domain that sends runs the same checks, whatever it sends', async () => {
    const judged = async (profile: Profile) => {
      const report = await audit({ domain: 'e.test', profile }, { resolver: zoneResolver(zone) });
      const { passed, notApplicable, findings, subject } = report;
      expect(subject.profile).toBe(profile);
      return { passed, notApplicable, findings: findings.map(({ key }) => key) };
    };
    const [first, ...others] = await Promise.all(sendingProfiles.map(judged));
    expect(first?.passed.length).toBeGreaterThan(20);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(checks.map(({ id, profiles }) => [id, profiles] as const))(
    '%s is for all that send, or for none of them',
    (_, profiles) => {
      const among = sendingProfiles.filter((one) => profiles.includes(one));
      expect([0, sendingProfiles.length]).toContain(among.length);
    },
  );

  it('settles the demands on bulk senders', async () => {
    const bulk = async (profile: Profile) => {
      const input = { domain: 'e.test', profile, selectors: ['s1'] };
      const { rejections } = await audit(input, { resolver: zoneResolver(zone) });
      return rejections.filter(({ enhanced }) => enhanced === '5.7.30').map(({ holds }) => holds);
    };
    expect(await bulk('sending')).toEqual([false]);
    expect(await bulk('bulk')).toEqual([true]);
    expect(await bulk('transactional')).toEqual([]);
  });
});
