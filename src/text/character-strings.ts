/** A text as character-strings of at most 255 octets (RFC 1035 §3.3), cut behind a space where there is one. */
export function characterStrings(text: string): string[] {
  if (text.length <= 255) return [text];
  return text.match(/[^]{1,254} (?=[^]*[^ ])|[^]{1,255}/g) ?? [''];
}
