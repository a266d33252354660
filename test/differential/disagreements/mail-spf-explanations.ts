import type { Difference } from './disagreement.ts';

/** What Mail::SPF 2.9.0 puts into explanations. */
export const mailSpfExplanations: readonly Difference[] = [
  {
    id: 'explanation-characters',
    clause: 'RFC 7208 §6.2',
    right: 'program',
    program: 'no explanation that holds more than printable ASCII',
    peer: 'the text as it is, read as UTF-8',
    why: 'The explanation goes into an SMTP reply and is limited to US-ASCII.',
    reading: (Base) =>
      class extends Base {
        override joined(strings: readonly string[]): string {
          return strings.map((text) => Buffer.from(text, 'latin1').toString('utf8')).join('');
        }

        override isExplainString(text: string): boolean {
          return this.isMacroString(text);
        }

        override isExplanation(): boolean {
          return true;
        }
      },
  },
  {
    id: 'explanation-percent',
    clause: 'RFC 7208 §6.2, §7.3',
    right: 'program',
    program: 'a percent sign at the end of an explanation is a syntax error',
    peer: 'a percent sign',
    why: 'One that begins no macro is a syntax error, and then there is no explanation.',
    reading: (Base) =>
      class extends Base {
        override expandedExplanation(text: string | null, domain: string): string {
          const [, whole = text, sign = ''] = /^((?:[^%]|%[^])*)(%)$/s.exec(text ?? '') ?? [];
          const expanded = super.expandedExplanation(whole, domain);
          return expanded === '' && whole !== '' ? '' : expanded + sign;
        }
      },
  },
  {
    id: 'url-escape-octets',
    clause: 'RFC 7208 §7.3',
    right: 'open',
    program: 'a character beyond ASCII is URL-escaped as the octets of UTF-8',
    peer: 'as one octet of Latin-1',
    why: 'Which octets stand for a character beyond ASCII is said nowhere, for none was foreseen.',
    reading: (Base) =>
      class extends Base {
        override urlEscaped(value: string): string {
          return value.replace(
            /[^A-Za-z0-9._~-]/g,
            (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
          );
        }
      },
  },
  {
    id: 'address-case',
    clause: 'RFC 7208 §7.3',
    right: 'open',
    program: '%{i} of IPv6 in upper case',
    peer: 'in lower case',
    why: 'The case of the nibbles is said nowhere; a name is the same in both.',
    reading: (Base) =>
      class extends Base {
        override dotted(): string {
          return super.dotted().toLowerCase();
        }
      },
  },
];
