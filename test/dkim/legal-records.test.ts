import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DkimKey, parseDkimKey } from '../../src/dkim/key.ts';
import { isLegal } from './abnf.ts';

const key = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
const ed = key.subarray(-32).toString('base64');

/** A legal record in its pieces: between any two of them white space may stand. */
const legalTags: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .record(
    {
      v: fc.constant(['DKIM1']),
      k: fc.constant(['ed25519']),
      h: fc.constantFrom(['sha256'], ['sha1', ':', 'sha256'], ['x-1']),
      s: fc.constantFrom(['*'], ['email'], ['email', ':', '*']),
      t: fc.constantFrom(['y'], ['s'], ['y', ':', 's']),
      n: fc.constantFrom(['note'], []),
      x_1: fc.constantFrom(['unknown'], []),
      p: fc.constantFrom([], [ed.slice(0, 7), ed.slice(7, -1), '='], ed.split('')),
    },
    { requiredKeys: ['k', 'p'] },
  )
  .chain(({ v, ...others }) => {
    const pieces = Object.entries(others).map(([name, value]) => [name, '=', ...value]);
    return fc
      .shuffledSubarray(pieces, { minLength: pieces.length })
      .map((shuffled) => (v ? [['v', '=', ...v], ...shuffled] : shuffled));
  });
const fws = fc.constantFrom('', '', ' ', '\t', '\r\n ', ' \r\n\t ');

/** The pieces as one record, what stands between any two chosen anew by `space`. */
function written(tags: readonly (readonly string[])[], space: () => string): string {
  const pieces = tags.flatMap((tag, index) => (index === 0 ? tag : [';', ...tag]));
  return pieces.map((piece) => space() + piece).join('') + space();
}

/** What a record says, its text and places left out. */
function reading(text: string): Partial<DkimKey> {
  const { version, keyType, hashes, services, flags, notes, revoked, key: material } = parseDkimKey(text);
  return { version, keyType, hashes, services, flags, notes, revoked, key: material };
}

describe('parseDkimKey on any legal record', () => {
  it('takes white space around and between the pieces for nothing', () => {
    fc.assert(
      fc.property(legalTags, fc.infiniteStream(fws), (tags, spaces) => {
        const plain = written(tags, () => '');
        const spaced = written(tags, () => spaces.next().value);
        expect(parseDkimKey(spaced).problems).toEqual([]);
        expect(reading(spaced)).toEqual(reading(plain));
        expect(isLegal(spaced)).toBe(true);
      }),
    );
  });

  it('reads the tags in any order, with others that nobody knows', () => {
    fc.assert(
      fc.property(legalTags, (tags) => {
        const [first = [], ...others] = tags;
        const rest = first[0] === 'v' ? others : tags;
        const turned = [...(rest === tags ? [] : [first]), ...rest.toReversed(), ['zz', '=', 'x:y']];
        expect(reading(written(turned, () => ''))).toEqual(reading(written(tags, () => '')));
        expect(parseDkimKey(written(turned, () => '')).problems).toEqual([]);
      }),
    );
  });

  it('says of capitals in k, h, s and t that they are another value, and reads them all the same', () => {
    fc.assert(
      fc.property(legalTags, fc.constantFrom('k', 'h', 's', 't'), (tags, name) => {
        const turned = tags.map((tag) =>
          tag[0] === name ? tag.map((one, i) => (i > 1 ? one.toUpperCase() : one)) : tag,
        );
        const [plain, capitals] = [written(tags, () => ''), written(turned, () => '')];
        expect(reading(capitals)).toEqual(reading(plain));
        expect(parseDkimKey(capitals).problems.map(({ code, tag }) => `${code} ${tag}`)).toEqual(
          capitals === plain ? [] : [`value-case ${name}`],
        );
      }),
    );
  });

  it('knows no tag by its name in capitals', () => {
    fc.assert(
      fc.property(legalTags, (tags) => {
        const turned = tags.map(([name = '', ...others]) =>
          name === 'p' ? ['p', ...others] : [name.toUpperCase(), ...others],
        );
        const { version, hashes, services, flags, notes } = parseDkimKey(written(turned, () => ''));
        expect({ version, hashes, services, flags, notes }).toEqual({
          version: null,
          hashes: null,
          services: ['*'],
          flags: [],
          notes: null,
        });
      }),
    );
  });

  it('finds the fault of one character that no tag may hold, where it stands', () => {
    fc.assert(
      fc.property(
        legalTags,
        fc.constantFrom('\u0000', '\u007f', '\u00a0', '\u00e9'),
        fc.nat(),
        (tags, stranger, at) => {
          const text = written(tags, () => '');
          const read = parseDkimKey(text).tags.filter(
            ({ name, value }) => 'vkhstp'.includes(name) && value !== '',
          );
          const tag = read[at % read.length];
          if (!tag) return;
          const offset = tag.valueStart + (at % tag.value.length);
          const faults = parseDkimKey(text.slice(0, offset) + stranger + text.slice(offset)).problems;
          expect(faults.some(({ start, end }) => start <= offset && offset < end)).toBe(true);
        },
      ),
    );
  });
});
