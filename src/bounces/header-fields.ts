/** Fields of one block that are read. */
const maxFields = 1000;

/** Field values by lower-case name, in the order written. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** The fields of a block of lines up to the first empty one, unfolded (RFC 5322 §2.2.3). */
export function headerFields(lines: readonly string[]): Fields {
  const fields = new Map<string, string[]>();
  let values: string[] | undefined;
  let count = 0;
  for (const line of lines) {
    if (line.trim() === '' || count > maxFields) break;
    count += 1;
    if (/^[ \t]/.test(line)) {
      const last = values?.pop();
      if (last !== undefined) values?.push(`${last} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!/^[!-9;-~]{1,100}$/.test(name)) {
      values = undefined;
      continue;
    }
    values = fields.get(name) ?? [];
    values.push(line.slice(colon + 1).trim());
    fields.set(name, values);
  }
  return fields;
}

/** The first value of a field. */
export function fieldOf(fields: Fields, name: string): string | null {
  return fields.get(name)?.[0] ?? null;
}

/** The value behind a type, `rfc822; a@b.example` and `dns; mx.b.example` (RFC 3464 §2.1.2). */
export function behindType(value: string | null): { readonly type: string; readonly value: string } | null {
  if (value === null) return null;
  const semicolon = value.indexOf(';');
  if (semicolon < 0) return { type: '', value: value.trim() };
  return { type: value.slice(0, semicolon).trim().toLowerCase(), value: value.slice(semicolon + 1).trim() };
}
