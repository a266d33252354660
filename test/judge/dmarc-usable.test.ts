import { expect, it } from 'vitest';
import { audit, type Resolver, zoneResolver } from '../../src/index.ts';

const zone = `
$TTL 60
example.test. A 192.0.2.1
news.example.test. A 192.0.2.2
_dmarc.example.test. TXT "v=DMARC1; p=reject; np=none; adkim=x"
`;

it('expects no refusal for want of a usable record where a failed question hides which policy counts', async () => {
  const inner = zoneResolver(zone);
  const resolver: Resolver = {
    query: (name, type, signal) =>
      name === 'news.example.test' && type === 'CNAME'
        ? Promise.resolve({ status: 'failed', failure: 'servfail' })
        : inner.query(name, type, signal),
  };
  const report = await audit({ domain: 'news.example.test' }, { resolver, sections: ['domain', 'dmarc'] });
  expect(report.findings.map(({ id }) => id)).toContain('dmarc-syntax');
  expect(report.rejections.filter(({ findings }) => findings.includes('dmarc-syntax'))).toEqual([]);
});

const several = ['_dmarc.news.example.test', '_dmarc.a.news.example.test'] as const;

it.each(several)('expects a refusal for several records only where receivers meet them: %s', async (name) => {
  const zoneOfSeveral = `
$TTL 60
a.news.example.test. A 192.0.2.1
_dmarc.example.test. TXT "v=DMARC1; p=reject"
${name}. TXT "v=DMARC1; p=none"
${name}. TXT "v=DMARC1; p=reject"
`;
  const options = { resolver: zoneResolver(zoneOfSeveral), sections: ['domain', 'dmarc'] as const };
  const { findings, rejections } = await audit({ domain: 'a.news.example.test' }, options);
  expect(findings.map(({ id }) => id)).toContain('dmarc-multiple-records');
  const met = name === several[1];
  expect(rejections.some((one) => one.findings.includes('dmarc-multiple-records'))).toBe(met);
});
