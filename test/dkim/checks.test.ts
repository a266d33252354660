import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSubject } from '../../src/audit.ts';
import { dkimChecks } from '../../src/dkim/checks/index.ts';
import { gatherDkim } from '../../src/dkim/gather.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

const publish = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
const p = publish(2048);
const txt = (text: string) =>
  (text.match(/[^]{1,250}/g) ?? ['']).map((part) => JSON.stringify(part)).join(' ');

/** The findings and unknowns of one check over a zone. */
async function run(
  id: (typeof dkimChecks)[number]['id'],
  lines: readonly string[],
  selectors: readonly string[] = [],
) {
  const subject = readSubject({ domain: 'example.test', selectors });
  const zone = ['$ORIGIN example.test.', '$TTL 60', '@ A 192.0.2.1', ...lines].join('\n');
  const { value } = await gatherDkim(subject, zoneResolver(zone));
  const check = dkimChecks.find((one) => one.id === id);
  return [...(check?.find({ dkim: value }, { subject }) ?? [])].map((draft) => {
    if ('unknown' in draft) throw new Error(`unknown: ${draft.reason}`);
    const { at, fix, ...rest } = draft;
    return {
      ...rest,
      marked: at?.record.slice(at.start, at.end),
      fix: fix?.map(({ name, value: text }) => [name, text]),
    };
  });
}

describe('the findings about keys', () => {
  it('marks h= and gives the record with sha256', async () => {
    const [finding] = await run('dkim-hash-sha1', [`s1._domainkey TXT ${txt(`v=DKIM1; h=sha1; p=${p}`)}`]);
    expect(finding).toMatchObject({
      about: 's1._domainkey.example.test',
      params: { hashes: 'sha1' },
      marked: 'h=sha1',
      fix: [['s1._domainkey.example.test', `v=DKIM1; h=sha256; p=${p}`]],
    });
  });

  it('marks s= and gives the record with email', async () => {
    const [finding] = await run('dkim-service-excluded', [
      `s1._domainkey TXT ${txt(`v=DKIM1; s=x:y; p=${p}`)}`,
    ]);
    expect(finding).toMatchObject({
      params: { services: 'x, y' },
      marked: 's=x:y',
      fix: [['s1._domainkey.example.test', `v=DKIM1; s=email; p=${p}`]],
    });
  });

  it.each([
    ['t=y', `v=DKIM1; p=${p}`, 'the flag alone goes with its tag'],
    ['t=y:s', `v=DKIM1; t=s; p=${p}`, 'other flags stay'],
  ])('takes the test flag out of %s', async (flags, value) => {
    const [finding] = await run('dkim-testing', [`s1._domainkey TXT ${txt(`v=DKIM1; ${flags}; p=${p}`)}`]);
    expect(finding).toMatchObject({ marked: flags, fix: [['s1._domainkey.example.test', value]] });
  });

  it('gives no record to publish where the name is an alias', async () => {
    const lines = ['s1._domainkey CNAME key.esp.test.', `key.esp.test. TXT ${txt(`v=DKIM1; t=y; p=${p}`)}`];
    const [finding] = await run('dkim-testing', lines);
    expect(finding).toMatchObject({ about: 's1._domainkey.example.test', fix: undefined });
  });

  it('joins one key published as two records, whatever their order', async () => {
    const whole = `v=DKIM1; k=rsa; p=${p}`;
    const lines = [
      `s1._domainkey TXT ${txt(whole.slice(200))}`,
      `s1._domainkey TXT ${txt(whole.slice(0, 200))}`,
    ];
    const [finding] = await run('dkim-multiple-records', lines);
    expect(finding).toMatchObject({ params: { count: 2 }, fix: [['s1._domainkey.example.test', whole]] });
  });

  it('does not join two keys', async () => {
    const lines = [`s1._domainkey TXT ${txt(`v=DKIM1; p=${p}`)}`, 's1._domainkey TXT "v=DKIM1; p="'];
    expect(await run('dkim-multiple-records', lines)).toMatchObject([{ fix: undefined }]);
  });

  it('tells a revoked key that is in use from one that was found', async () => {
    const lines = ['s1._domainkey TXT "v=DKIM1; p="', 'google._domainkey TXT "p="'];
    const found = await run('dkim-key-revoked', lines, ['s1']);
    expect(found.map(({ about, severity }) => [about, severity])).toEqual([
      ['s1._domainkey.example.test', 'error'],
      ['google._domainkey.example.test', 'notice'],
    ]);
  });

  it('names every fault of a record once, and marks the first', async () => {
    const [finding] = await run('dkim-key-invalid', ['s1._domainkey TXT "k=rsa; k=rsa; x; y; p=AA-A"']);
    expect(finding?.params).toMatchObject({
      faults:
        'a tag stands in it twice; a part of it has no equals sign; p= holds a character that base64 does not have',
    });
    expect(finding?.marked).toBe('k=rsa');
  });

  it('finds no fault with a record beside one that works: several records are a finding of their own', async () => {
    const lines = [`s1._domainkey TXT ${txt(`v=DKIM1; p=${p}`)}`, 's1._domainkey TXT "junk"'];
    expect(await run('dkim-key-invalid', lines)).toEqual([]);
  });

  it('tells the bits of each key and marks p=', async () => {
    const weak = publish(1024);
    const lines = [
      `s1._domainkey TXT ${txt(`v=DKIM1; p=${weak}`)}`,
      `s2._domainkey TXT ${txt(`v=DKIM1; p=${p}`)}`,
    ];
    expect(await run('dkim-key-weak', lines)).toMatchObject([
      { params: { bits: 1024 }, marked: `p=${weak}` },
    ]);
    expect(await run('dkim-key-short', lines)).toEqual([]);
  });

  it('says whether the name of a given selector is absent, empty or an alias', async () => {
    const lines = [
      'a._domainkey A 192.0.2.1',
      'b._domainkey CNAME gone.esp.test.',
      'x.esp.test. A 192.0.2.1',
    ];
    const found = await run('dkim-selector-missing', lines, ['a', 'b', 'c']);
    expect(found.map(({ params }) => params['state'])).toEqual([
      'exists, but has no TXT record',
      'is an alias of gone.esp.test, which has no TXT record',
      'does not exist',
    ]);
  });
});
