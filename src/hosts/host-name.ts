import { quoted } from '../domain.ts';

/**
 * What keeps a name from being that of a host: labels of letters, digits and hyphens, none of these at either end
 * (RFC 5321 §2.3.5, §4.1.2). One clause that follows the name; null for a host name, of a single label too.
 */
export function hostNameFault(name: string): string | null {
  if (name.length > 253) return `is ${name.length} characters long; 253 are allowed`;
  for (const label of name.split('.')) {
    if (label === '') return 'has an empty label (two dots in a row, or one in front)';
    if (label.length > 63) return `has a label of ${label.length} characters; 63 are allowed`;
    if (label.includes('_')) return 'holds an underscore';
    const stranger = /[^a-z0-9-]/iu.exec(label);
    if (stranger) return `holds ${stranger[0] === ' ' ? 'a space' : quoted(stranger[0])}`;
    if (label.startsWith('-') || label.endsWith('-')) return 'has a label that begins or ends with a hyphen';
  }
  return null;
}
