import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DmarcFault, isDmarc, parseDmarc } from '../../src/dmarc/parse.ts';
import { codeUnit } from '../support/code-unit.ts';
import { expectInPlace } from '../support/problems.ts';
import { isLegal } from './abnf.ts';

const names = 'p sp np t psd adkim aspf rua ruf fo pct ri rf';
const words = 'none Reject y n u r s 0 1 d 100 101 099 007 4294967295 4294967296 00000000001 afrf 1x a-';
const pieces =
  'mailto: MAILTO: https: http:// mailto:a@b.test a@b.test a@b d.test /a ?b #c a%21 %2 [::1] !10m !5 !x';
const marks = 'v= v=DMARC1 DMARC1 p= P= x= x_1= , : ; = - _ @ [ ]';
const spaces = [' ', '\t', '\r\n ', '\r\n', '\n', '\r', '\u00a0', '\u00e9', '\u000b'];
const fragments = [names, words, pieces, marks].flatMap((group) => group.split(' ')).concat(spaces);
const some = (maxLength: number) =>
  fc.array(fc.constantFrom(...fragments), { maxLength }).map((parts) => parts.join(''));
const loose = fc.oneof(
  some(8),
  fc.tuple(fc.constantFrom(...names.split(' ')), some(5)).map(([name, value]) => `${name}=${value}`),
  fc.constantFrom(
    ...'p=none,sp=Reject,t=y,psd=u,adkim=s,fo=1:d:s,pct=50,ri=60,rf=afrf,rua=mailto:a@b.test'.split(','),
  ),
);
const records = fc.array(loose, { maxLength: 5 }).map((tags) => ['v=DMARC1', ...tags].join('; '));
const texts = fc.oneof({ weight: 4, arbitrary: records }, some(10));

/** Problems that are none of the grammar. */
const legal: ReadonlySet<DmarcFault> = new Set(['tag-unknown', 'uri-unsupported']);

describe('parseDmarc on any text', () => {
  it('finds a problem exactly where the grammar of RFC 9989 §4.8 is broken', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const faults = parseDmarc(text).problems.filter(({ code }) => !legal.has(code));
        expect(faults.length === 0, JSON.stringify(faults)).toBe(isLegal(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('takes every text of the grammar for a record', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (isLegal(text)) expect(isDmarc(text)).toBe(true);
      }),
    );
  });

  it('gives problems in order and inside the text, each inside the tag that it names', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: codeUnit })), (text) => {
        expectInPlace(text, parseDmarc(text));
      }),
    );
  });
});
