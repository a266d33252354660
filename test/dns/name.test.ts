import { describe, expect, it } from 'vitest';
import { foldName, parentName } from '../../src/dns/name.ts';

describe('foldName', () => {
  it.each<[string, string, string]>([
    ['letters in lower case', 'A.Test', 'a.test'],
    ['nothing beyond ASCII', '\xc9.TEST', '\xc9.test'],
    ['no final dot', 'a.test.', 'a.test'],
    ['a final dot that belongs to the label', 'a\\.', 'a\\.'],
    ['the root', '.', ''],
    ['the empty name', '', ''],
  ])('%s', (_, name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe('parentName', () => {
  it.each<[string, string, string | null]>([
    ['a name', 'a.b.test', 'b.test'],
    ['a single label', 'test', ''],
    ['the root', '', null],
    ['a label with a dot', 'a\\.b.test', 'test'],
    ['a label that ends in a backslash', 'a\\\\.b.test', 'b.test'],
  ])('%s', (_, name, parent) => {
    expect(parentName(name)).toBe(parent);
  });
});
