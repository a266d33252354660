import { existsSync, readFileSync } from 'node:fs';
import { domainToASCII, fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { registrableDomain, toDomainName } from '../src/domain.ts';

/** Test vectors of the Public Suffix List, `checkPublicSuffix('a.example.com', 'example.com');` a line. */
const file = fileURLToPath(new URL('../../shared/conformance/public-suffix.txt', import.meta.url));
const found = existsSync(file);
const lines = found ? readFileSync(file, 'utf8').split('\n') : [];

function unquoted(text: string | undefined): string | null {
  return text === undefined || text === 'null' ? null : text.slice(1, -1);
}

const rows = lines.flatMap((line): [string, string | null][] => {
  const row = /^checkPublicSuffix\(('[^']*'|null), ('[^']*'|null)\);$/.exec(line);
  const domain = unquoted(row?.[1]);
  return domain === null ? [] : [[domain, unquoted(row?.[2])]];
});

const internationalized = rows.filter(([domain]) => /[^ -~]/.test(domain));

describe.skipIf(!found)(
  found
    ? 'the test vectors of the Public Suffix List'
    : 'the test vectors of the Public Suffix List (skipped: shared/conformance is not here)',
  () => {
    it('are whole, and in both forms of internationalized names', () => {
      expect(rows).toHaveLength(77);
      expect(internationalized).toHaveLength(9);
      expect(rows.filter(([domain]) => domain.includes('xn--'))).toHaveLength(9);
    });

    it.each(rows)('%s is registered as %s', (domain, registered) => {
      expect(registrableDomain(domain)).toBe(registered);
    });

    it.each(rows)('%s, read as the program reads a domain, is registered as %s', (domain, registered) => {
      const read = toDomainName(domain);
      // A single label and a leading dot are refused before any list is asked.
      if (read === null) expect(registered).toBe(null);
      else expect(registrableDomain(read)).toBe(registered === null ? null : domainToASCII(registered));
    });

    it.each(internationalized)('%s in A-labels is registered as %s in A-labels', (domain, registered) => {
      expect(registrableDomain(domainToASCII(domain))).toBe(
        registered === null ? null : domainToASCII(registered),
      );
    });
  },
);
