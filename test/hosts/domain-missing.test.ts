import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../src/check.ts';
import type { Answer, Asked, RecordType } from '../../src/dns/resolver.ts';
import { domainMissing } from '../../src/hosts/checks/domain-missing.ts';
import type { DomainHosts } from '../../src/hosts/facts.ts';

const nxdomain = { status: 'nxdomain' } as const;
const nodata = { status: 'nodata' } as const;
const failed = { status: 'failed', failure: 'servfail' } as const;
const address: Answer<'A'> = { status: 'found', records: ['192.0.2.1'] };
const alias: Answer<'CNAME'> = { status: 'found', records: ['gone.test'] };

function asked<T extends RecordType>(type: T, answer: Answer<T>): Asked<T> {
  return { name: 'example.test', type, answer };
}

describe('domain-missing', () => {
  it.each<[string, Answer<'CNAME'>, Answer<'A'>, Answer<'MX'>, 'finding' | 'unknown' | 'nothing']>([
    ['the name is denied', nxdomain, nxdomain, nxdomain, 'finding'],
    ['the name is denied, whatever else failed', nxdomain, failed, failed, 'finding'],
    ['the name exists without an alias', nodata, failed, failed, 'nothing'],
    ['NXDOMAIN for other types denies the target of the alias', alias, nxdomain, nxdomain, 'nothing'],
    ['an address proves what the failed question leaves open', failed, address, nxdomain, 'nothing'],
    ['so does the absence of one type', failed, nxdomain, nodata, 'nothing'],
    ['the failed question may hide an alias', failed, nxdomain, nxdomain, 'unknown'],
    ['nothing is known', failed, failed, failed, 'unknown'],
    ['a record beside NXDOMAIN: the name is there', nxdomain, address, nxdomain, 'nothing'],
    ['only an existing name can lack a type', nxdomain, nxdomain, nodata, 'unknown'],
  ])('%s', (_reason, cname, a, mx, expected) => {
    const hosts: DomainHosts = {
      domain: 'example.test',
      role: 'envelope sender',
      cname: asked('CNAME', cname),
      a: asked('A', a),
      aaaa: asked('AAAA', a.status === 'found' ? nodata : a),
      mx: asked('MX', mx),
      txt: asked('TXT', mx.status === 'found' ? nodata : mx),
    };
    const drafts = [...domainMissing.find({ domain: { domains: [hosts] } }, {} as CheckContext)];
    const kinds = drafts.map((draft) => ('unknown' in draft ? 'unknown' : 'finding'));
    expect(kinds).toEqual(expected === 'nothing' ? [] : [expected]);
  });
});
