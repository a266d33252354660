import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DkimKey, modulusOf, parseDkimKey } from '../../src/dkim/key.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

/** The records of RFC 6376 Appendix C and RFC 8463 Appendix A.2, as they stand there in master files. */
const zone = `$TTL 60
$ORIGIN _domainkey.example.org.
brisbane IN  TXT  ("v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQ"
                   "KBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYt"
                   "IxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v"
                   "/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhi"
                   "tdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB")
brisbane._domainkey.football.example.com. IN TXT (
 "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
test._domainkey.football.example.com. IN TXT (
 "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWR"
 "iGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutAC"
 "DfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3"
 "Ip3G+2kryOTIKT+l/K4w3QIDAQAB")
`;

/** The key of RFC 6376 Appendix C as openssl prints it there. */
const pem = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkM
oGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/R
tdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToI
MmPSPDdQPNUYckcQ2QIDAQAB
-----END PUBLIC KEY-----
`;

async function keyAt(name: string): Promise<DkimKey> {
  const answer = await zoneResolver(zone).query(name, 'TXT');
  if (answer.status !== 'found') throw new Error(`${name}: ${answer.status}`);
  expect(answer.records).toHaveLength(1);
  // RFC 6376 §3.6.2.2: joined with nothing between them.
  return parseDkimKey((answer.records[0] ?? []).join(''));
}

describe('the key records of the RFCs', () => {
  it.each<[string, string, Partial<DkimKey>]>([
    [
      'RFC 6376 Appendix C',
      'brisbane._domainkey.example.org',
      { keyType: 'rsa', key: { type: 'rsa', bits: 1024, exponent: 65537 } },
    ],
    [
      'RFC 8463 Appendix A.2, the first',
      'brisbane._domainkey.football.example.com',
      { keyType: 'ed25519', key: { type: 'ed25519' } },
    ],
    [
      'RFC 8463 Appendix A.2, the second',
      'test._domainkey.football.example.com',
      { keyType: 'rsa', key: { type: 'rsa', bits: 1024, exponent: 65537 } },
    ],
  ])('%s: %s', async (_, name, read) => {
    expect(await keyAt(name)).toMatchObject({
      version: 'DKIM1',
      hashes: null,
      services: ['*'],
      flags: [],
      notes: null,
      revoked: false,
      problems: [],
      ...read,
    });
  });

  it('RFC 6376 Appendix C: the record holds the key that openssl printed', async () => {
    const { n = '' } = createPublicKey(pem).export({ format: 'jwk' });
    const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`);
    expect(modulusOf(await keyAt('brisbane._domainkey.example.org'))).toBe(modulus);
  });

  it.each(['g=;', 'g=*;', 'g=joe;'])(
    'RFC 6376 Appendix C.1 and C.2: %s is ignored, whatever DomainKeys made of it',
    async (tag) => {
      const { text } = await keyAt('test._domainkey.football.example.com');
      const older = parseDkimKey(text.replace('v=DKIM1;', tag));
      expect(older).toMatchObject({ version: null, key: { bits: 1024 }, problems: [] });
    },
  );
});
