import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSubject } from '../../src/audit.ts';
import { dkimChecks } from '../../src/dkim/checks/index.ts';
import { gatherDkim } from '../../src/dkim/gather.ts';
import type { Answer, RecordType, Resolver } from '../../src/dns/resolver.ts';

const publish = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
const [p, weak, short] = [publish(2048), publish(1024), publish(512)];
const whole = `v=DKIM1; k=rsa; p=${p}`;

/** Records with a fault each, and without; the first two are one key in two pieces. */
const pool = [
  whole.slice(0, 200),
  whole.slice(200),
  whole,
  'v=DKIM1; p=',
  'p=; n=twice; n=twice',
  'v=spf1 -all',
  'v=DKIM2; p=',
  'k=rsa; p=A-A',
  `p=${weak}`,
  `t=y; p=${weak}`,
  `p=${short}`,
  `h=sha1; p=${p}`,
  `h=sha1:x; s=tlsrpt; p=${weak}`,
  `v=DKIM1;; t=y:s; p=${p}`,
  'k=ed25519; p=DOxl0iv6Qx0Yfo3WM9t4iIHN8BBkknNMzQUk7dy5jUo=',
  'x',
  'y=1',
  'z',
] as const;

const subject = readSubject({ domain: 'example.test', selectors: ['mine'] });

/** What the checks say, but for the evidence, which shows the answer as it came. */
async function judged(answers: Readonly<Record<string, readonly string[]>>) {
  const resolver: Resolver = {
    query<T extends RecordType>(name: string, type: T) {
      const texts = answers[name.split('.')[0] ?? ''];
      const answer: Answer =
        type === 'TXT' && texts
          ? { status: 'found', records: texts.map((text) => [text]) }
          : { status: 'nodata' };
      return Promise.resolve(answer as Answer<T>);
    },
  };
  const { value: dkim } = await gatherDkim(subject, resolver);
  return dkimChecks.flatMap((check) =>
    [...check.find({ dkim }, { subject })].map((draft) => {
      if ('unknown' in draft) return { id: check.id, ...draft };
      const { evidence: _, ...told } = draft;
      return { id: check.id, ...told };
    }),
  );
}

const answer = fc.uniqueArray(fc.constantFrom(...pool), { minLength: 2, maxLength: 14 });

describe('the findings about keys', () => {
  it('do not hang on the order of the records in an answer', async () => {
    const twice = answer.chain((texts) =>
      fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
    );
    await fc.assert(
      fc.asyncProperty(twice, twice, async ([mine, mineAgain], [google, googleAgain]) => {
        const [one, other] = [
          { mine, google },
          { mine: mineAgain, google: googleAgain },
        ];
        expect(await judged(other)).toEqual(await judged(one));
      }),
      { numRuns: 150 },
    );
  });

  it('name the same record of a key in two pieces, whichever comes first', async () => {
    const [one, other] = [whole.slice(0, 200), whole.slice(200)];
    const told = await judged({ mine: [one, other] });
    expect(told.filter(({ id }) => id === 'dkim-key-invalid')).toHaveLength(1);
    expect(await judged({ mine: [other, one] })).toEqual(told);
  });
});
