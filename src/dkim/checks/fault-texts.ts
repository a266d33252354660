import type { DkimFault } from '../parse.ts';

/** What is wrong with a key record, one clause about "it", and what to do about it, one sentence. */
interface FaultText {
  readonly fault: string;
  readonly mend: string;
}

const recopy = 'Publish the record exactly as the signing service or key generator printed it.';

export const faultTexts: Readonly<Record<DkimFault, FaultText>> = {
  'empty-tag': { fault: 'it has a semicolon with no tag before it', mend: 'Remove the extra semicolon.' },
  'no-equals': {
    fault: 'a part of it has no equals sign',
    mend: 'Remove the part that is no tag, or write it as name=value.',
  },
  'bad-name': {
    fault: 'a tag name in it holds a character that no tag name may',
    mend: 'Name every tag with letters, digits and underscores alone, beginning with a letter.',
  },
  'duplicate-tag': { fault: 'a tag stands in it more than once', mend: 'Keep each tag only once.' },
  'bad-character': { fault: 'a value in it holds a character outside printable ASCII', mend: recopy },
  'line-break': {
    fault: 'it holds a line break',
    mend: 'Publish the record in one line, its parts as the strings of one TXT record.',
  },
  'too-many-tags': { fault: 'it has more than 100 tags', mend: recopy },
  'version-unknown': {
    fault: 'its version is not exactly DKIM1',
    mend: 'Begin the record with "v=DKIM1;", DKIM1 in capitals.',
  },
  'version-not-first': { fault: 'v= is not its first tag', mend: 'Move v=DKIM1 to the front.' },
  'key-type-unknown': {
    fault: 'k= names a key type other than rsa and ed25519',
    mend: 'Set k= to rsa or ed25519, whichever the key is.',
  },
  'value-case': {
    fault: 'a value that is compared by case is written in capitals',
    mend: 'Write the values of k, h, s and t in lower case.',
  },
  'word-invalid': {
    fault: 'a list in it has an empty or malformed word',
    mend: 'Separate the words of h, s and t by single colons, and remove a tag that has none.',
  },
  'key-absent': { fault: 'it has no p= tag and so no key', mend: recopy },
  'key-not-base64': {
    fault: 'p= holds a character that base64 does not have',
    mend: 'Publish the key in base64 as the generator printed it, without line breaks of your own, dashes or underscores.',
  },
  'key-uneven': { fault: 'the base64 in p= ends in the middle of an octet', mend: recopy },
  'key-unpadded': {
    fault: 'the base64 in p= does not end in the equals signs that it should',
    mend: 'End the key with as many equals signs as the generator printed.',
  },
  'key-truncated': {
    fault: 'the key in p= is cut off',
    mend: 'Publish the whole key, split into strings of at most 255 characters inside one TXT record.',
  },
  'key-trailing': {
    fault: 'p= goes on after the end of the key',
    mend: 'Remove what follows the key in p=.',
  },
  'key-unreadable': { fault: 'p= holds no RSA public key', mend: recopy },
  'key-type-mismatch': {
    fault: 'the key in p= is of another type than k= says',
    mend: 'Set k= to the type of the key: rsa or ed25519. Without k= the type is rsa.',
  },
  'ed25519-wrapped': {
    fault: 'p= wraps the Ed25519 key in a SubjectPublicKeyInfo, where its 32 octets alone belong',
    mend: 'Publish the last 32 octets of the key, in base64.',
  },
  'ed25519-length': {
    fault: 'p= does not hold the 32 octets of an Ed25519 key',
    mend: 'Publish the 32 octets of the public key, 44 characters in base64.',
  },
};

/** The faults of one record in words, each kind once. */
export function faultsInWords(codes: readonly DkimFault[]): string {
  return [...new Set(codes)].map((code) => faultTexts[code].fault).join('; ');
}
