import { describe, expect, it } from 'vitest';
import { isOneName, pairIn } from '../../src/spf/targets.ts';
import { parseSpf } from '../../src/spf/parse.ts';

describe('pairIn', () => {
  it.each<[string, readonly string[] | null, string]>([
    ['include:x.test-all', ['include:x.test', '-all'], 'no space before the all'],
    ['include:x.test.~all', ['include:x.test', '~all'], 'a dot in its place'],
    ['a:mail.x.test-all', ['a:mail.x.test', '-all'], 'behind a host'],
    ['include:x.testinclude:y.test', ['include:x.test', 'include:y.test'], 'no space between includes'],
    ['include:x.test.include:y.test', ['include:x.test', 'include:y.test'], 'a dot in its place'],
    ['include:x.test,include:y.test', ['include:x.test', 'include:y.test'], 'a comma in its place'],
    ['include:x.test.include:y.test.include:z.test', null, 'three'],
    ['include:x.test.include:y.test-all', null, 'three, the last an all'],
    ['include:x.test-include:y.test', null, 'a hyphen for the space, or a refusal?'],
    ['include:x.testa:y.test', null, 'where does the second begin?'],
    ['include:x.include:y.test', null, 'the first is no full name'],
    ['include:-x.test-all', null, 'the first is no name at all'],
    ['include:x.test,y.test', null, 'is the second an include?'],
    ['include:my-all.test', null, 'one name'],
    ['include:x.test', null, 'one name'],
  ])('%s is %j: %s', (text, pair) => {
    expect(pairIn(text)).toEqual(pair);
  });
});

describe('isOneName', () => {
  it.each<[string, boolean]>([
    ['include:gone.test', true],
    ['include:_spf.gone-mail.test.', true],
    ['include:%{d}.gone.test', true],
    ['include:x.test.include:y.test', false],
    ['include:x.test,y.test', false],
    ['include:x.test-all', false],
    ['include:x.test/y.test', false],
  ])('%s: %s', (text, one) => {
    const [term] = parseSpf(`v=spf1 ${text} ~all`).terms;
    expect(term && isOneName(term)).toBe(one);
  });
});
