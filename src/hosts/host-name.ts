import { quoted } from '../domain.ts';
import { phrase, type Said } from '../text/say.ts';

/** What keeps a name from being that of a host. */
export interface HostNameFault {
  readonly kind: 'underscore' | 'character' | 'form';
  /** One clause that follows the name. */
  readonly said: Said;
}

function labelFault(label: string): HostNameFault | null {
  if (label === '') {
    const en = 'has an empty label (two dots in a row, or one in front)';
    return {
      kind: 'form',
      said: { en, fr: 'a une étiquette vide (deux points consécutifs, ou un au début)' },
    };
  }
  if (label.length > 63) {
    const words = {
      en: 'has a label of {length} characters; 63 are allowed',
      fr: 'a une étiquette de {length} caractères, pour 63 au plus',
    };
    return { kind: 'form', said: phrase(words, { length: label.length }) };
  }
  if (label.includes('_'))
    return { kind: 'underscore', said: { en: 'holds an underscore', fr: 'contient un tiret bas' } };
  const stranger = /[^a-z0-9-]/iu.exec(label);
  if (stranger) {
    const character = stranger[0] === ' ' ? { en: 'a space', fr: 'un espace' } : quoted(stranger[0]);
    const said = phrase({ en: 'holds {character}', fr: 'contient {character}' }, { character });
    return { kind: 'character', said };
  }
  if (label.startsWith('-') || label.endsWith('-')) {
    const en = 'has a label that begins or ends with a hyphen';
    return { kind: 'form', said: { en, fr: 'a une étiquette qui commence ou se termine par un tiret' } };
  }
  return null;
}

/**
 * What keeps a name from being that of a host: labels of letters, digits and hyphens, none of these at either end
 * (RFC 5321 §2.3.5, §4.1.2). null for a host name, of a single label too.
 */
export function hostNameFault(name: string): HostNameFault | null {
  if (name.length > 253) {
    const words = {
      en: 'is {length} characters long; 253 are allowed',
      fr: 'compte {length} caractères, pour 253 au plus',
    };
    return { kind: 'form', said: phrase(words, { length: name.length }) };
  }
  for (const label of name.split('.')) {
    const fault = labelFault(label);
    if (fault) return fault;
  }
  return null;
}
