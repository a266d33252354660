import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDmarc, parseDmarc } from '../../src/dmarc/parse.ts';
import { isLegal } from './abnf.ts';

/** A legal record in its pieces: between any two of them white space may stand. */
const legalTags: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .record(
    {
      p: fc.constantFrom(['none'], ['quarantine'], ['reject']),
      sp: fc.constantFrom(['none'], ['quarantine'], ['reject']),
      np: fc.constantFrom(['none'], ['quarantine'], ['reject']),
      t: fc.constantFrom(['y'], ['n']),
      psd: fc.constantFrom(['y'], ['n'], ['u']),
      adkim: fc.constantFrom(['r'], ['s']),
      aspf: fc.constantFrom(['r'], ['s']),
      fo: fc.constantFrom(['0'], ['1', ':', 'd'], ['s', ':', '0', ':', 'd'], ['d', ':', 's']),
      pct: fc.nat(100).map((number) => [`${number}`]),
      ri: fc.constantFrom(['0'], ['86400']),
      rf: fc.constantFrom(['afrf'], ['afrf', ':', 'iodef']),
      rua: fc.constantFrom(['mailto:a@b.test'], ['mailto:a@b.test!10m', ',', 'https://c.test/']),
      ruf: fc.constantFrom(['mailto:a+1@b.test'], ['mailto:a@b.test', ',', 'mailto:c@d.test']),
      x_1: fc.constantFrom(['unknown'], []),
    },
    { requiredKeys: [] },
  )
  .chain((tags) => {
    const pieces = Object.entries(tags).map(([name, value]) => [name, '=', ...value]);
    return fc.shuffledSubarray(pieces, { minLength: pieces.length });
  });
const fws = fc.constantFrom('', '', ' ', '\t', '\r\n ', ' \r\n\t ');

/** The pieces as one record, what stands between any two chosen anew by `space`. */
function written(tags: readonly (readonly string[])[], space: () => string = () => ''): string {
  const pieces = tags.flatMap((tag) => [';', ...tag]);
  return `v${['=', 'DMARC1', ...pieces].map((piece) => space() + piece).join('')}${space()}`;
}

/** What a record says, its text and places left out. */
function reading(text: string) {
  const { p, sp, np, adkim, aspf, psd, testing, pct, fo, rua, ruf } = parseDmarc(text);
  const uris = [rua, ruf].map((list) =>
    list.map(({ scheme, address, domain, size, valid }) => ({ scheme, address, domain, size, valid })),
  );
  const policies = [p, sp, np].map((one) => one?.policy ?? null);
  return { policies, adkim, aspf, psd, testing, pct, fo, uris };
}

/** Problems that are none of the grammar: legal, and worth a word. */
const harmless: ReadonlySet<string> = new Set(['tag-unknown', 'uri-unsupported']);

const said = (text: string) => parseDmarc(text).problems.filter(({ code }) => !harmless.has(code));

describe('parseDmarc on any legal record', () => {
  it('takes white space around and between the pieces for nothing', () => {
    fc.assert(
      fc.property(legalTags, fc.infiniteStream(fws), (tags, spaces) => {
        const spaced = written(tags, () => spaces.next().value);
        expect(said(spaced)).toEqual([]);
        expect([isDmarc(spaced), isLegal(spaced)]).toEqual([true, true]);
        expect(reading(spaced)).toEqual(reading(written(tags)));
      }),
    );
  });

  it('reads the tags in any order, with others that nobody knows', () => {
    fc.assert(
      fc.property(legalTags, (tags) => {
        const turned = written([['zz', '=', 'x,y'], ...tags.toReversed()]);
        expect(said(turned)).toEqual([]);
        expect(reading(turned)).toEqual(reading(written(tags)));
      }),
    );
  });

  it('reads values without case', () => {
    fc.assert(
      fc.property(legalTags, (tags) => {
        const capitals = written(
          tags.map((tag) =>
            tag.map((piece, index) =>
              index > 1 && !/^(?:rua|ruf)$/.test(tag[0] ?? '') ? piece.toUpperCase() : piece,
            ),
          ),
        );
        expect(said(capitals)).toEqual([]);
        expect(reading(capitals)).toEqual(reading(written(tags)));
      }),
    );
  });

  it('reads a tag whose name is in capitals, and says so of each', () => {
    fc.assert(
      fc.property(legalTags, (tags) => {
        const capitals = written(tags.map(([name = '', ...others]) => [name.toUpperCase(), ...others]));
        expect(reading(capitals)).toEqual(reading(written(tags)));
        const found = said(capitals);
        expect(found.map(({ code }) => code)).toEqual(tags.map(() => 'name-case'));
        expect(found.map(({ start, end }) => capitals.slice(start, end))).toEqual(
          tags.map(([name = '']) => name.toUpperCase()),
        );
      }),
    );
  });

  it('uses the default in the place of every value that a tag does not have, and says so of each', () => {
    fc.assert(
      fc.property(legalTags, (tags) => {
        const known = tags.filter(([name]) => name !== 'x_1');
        const broken = written(known.map(([name = '']) => [name, '=', '?']));
        const { policies, uris, ...defaults } = reading(broken);
        expect(defaults).toEqual({
          adkim: 'relaxed',
          aspf: 'relaxed',
          psd: 'u',
          testing: false,
          pct: null,
          fo: ['0'],
        });
        expect(policies).toEqual([null, null, null]);
        expect(uris.flat().every(({ valid }) => !valid)).toBe(true);
        expect(said(broken).map(({ tag: name }) => name)).toEqual(known.map(([name]) => name));
      }),
    );
  });
});
