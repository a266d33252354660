import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDkimKey } from '../../src/dkim/key.ts';
import type { DkimFault } from '../../src/dkim/parse.ts';
import { codeUnit } from '../support/code-unit.ts';
import { expectInPlace } from '../support/problems.ts';
import { isLegal } from './abnf.ts';

const key = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
const ed = key.subarray(-32).toString('base64');

const words = 'v= v=DKIM1 DKIM1 h= sha1 sha256 k= rsa ed25519 n= p= p=AAAA s= email * t= y s a-b';
const marks = '= == ; : , - _ 1 a A n1_ /+ AAA';
const spaces = [' ', '\t', '\r\n ', '\r\n', '\n', '\r', '\u00a0', '\u00e9', '\u000b'];
const fragments = [words, marks].flatMap((group) => group.split(' ')).concat(spaces, `p=${ed}`);
const parts = fc.array(fc.constantFrom(...fragments), { maxLength: 8 }).map((pieces) => pieces.join(''));
const loose = fc.oneof(
  fc.constantFrom('v=DKIM1', 'h=sha256:sha1', 'k=ed25519', 's=email:*', 't=y:s', 'n=a b', `p=${ed}`),
  parts,
);
const records = fc.array(loose, { maxLength: 6 }).map((tags) => tags.join('; '));

/** Faults of the key in the record, no matter of its grammar. */
const ofTheKey: ReadonlySet<DkimFault> = new Set([
  'key-trailing',
  'key-unreadable',
  'key-type-mismatch',
  'ed25519-wrapped',
  'ed25519-length',
]);

describe('parseDkimKey on any text', () => {
  it('finds a problem exactly where the grammar of RFC 6376 §3.6.1 is broken', () => {
    fc.assert(
      fc.property(fc.oneof(records, parts), (text) => {
        const faults = parseDkimKey(text).problems.filter(({ code }) => !ofTheKey.has(code));
        // A key that is cut off hides how its base64 ends.
        if (faults.some(({ code }) => code === 'key-truncated')) return;
        expect(faults.length === 0, JSON.stringify(faults)).toBe(isLegal(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives problems in order and inside the text, each inside the tag that it names', () => {
    fc.assert(
      fc.property(fc.oneof(records, parts, fc.string({ unit: codeUnit })), (text) => {
        expectInPlace(text, parseDkimKey(text));
      }),
    );
  });
});
