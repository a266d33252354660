import { expect, it } from 'vitest';
import { grouped } from '../../src/text/grouped.ts';

it.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [65_536, '65,536', '65 536'],
  [4_294_967_296, '4,294,967,296', '4 294 967 296'],
])('%i in groups of three digits', (value, en, fr) => {
  expect(grouped(value)).toEqual({ en, fr });
});
