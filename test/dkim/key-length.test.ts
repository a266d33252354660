import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDkimKey } from '../../src/dkim/key.ts';

describe('the length of an RSA key is that which node:crypto gives', () => {
  const cases = [512, 768, 1023, 1024, 1536, 2047, 2048, 3072, 4096].flatMap((bits) =>
    (['spki', 'pkcs1'] as const).map((type) => ({ bits, type })),
  );

  it.each(cases)('$bits bits as $type', ({ bits, type }) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
    const der = publicKey.export({ type, format: 'der' });
    const own = parseDkimKey(`v=DKIM1; k=rsa; p=${der.toString('base64')}`);
    const theirs = createPublicKey({ key: der, type, format: 'der' }).asymmetricKeyDetails;
    expect(own.key).toMatchObject({
      type: 'rsa',
      bits: theirs?.modulusLength,
      exponent: Number(theirs?.publicExponent),
    });
    expect(own.problems).toEqual([]);
  });
});
