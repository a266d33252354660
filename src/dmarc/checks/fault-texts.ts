import type { DmarcFault } from '../parse.ts';
import type { Severity } from '../../severity.ts';

type SyntaxFault = Exclude<DmarcFault, 'policy-unknown'>;

interface FaultText {
  /** Completes "DMARC syntax at …:"; `{tag}` is the tag it lies in. */
  readonly fault: string;
  readonly mend: string;
  /** What receivers do, completing "Receivers". */
  readonly handling: string;
  readonly severity: Severity;
}

const discards = 'discard the whole record, as if it were not there';
const skips = 'ignore this part of the record';
const defaults = 'use the default in its place';

/** What can be wrong with the text of a record; a wrong policy is dmarc-policy-invalid. */
export const faultTexts: Readonly<Record<SyntaxFault, FaultText>> = {
  'leading-text': {
    fault: 'something stands before v=DMARC1',
    mend: 'Begin the record with v=DMARC1, without space or quotation mark before it.',
    handling: discards,
    severity: 'error',
  },
  'version-absent': {
    fault: 'the version is missing',
    mend: 'Begin the record with "v=DMARC1;".',
    handling: discards,
    severity: 'error',
  },
  'version-not-first': {
    fault: 'the version is not the first tag',
    mend: 'Move v=DMARC1 to the front.',
    handling: discards,
    severity: 'error',
  },
  'version-unknown': {
    fault: 'the version is not exactly DMARC1',
    mend: 'Begin the record with "v=DMARC1;", DMARC1 in capitals and closed by the semicolon.',
    handling: discards,
    severity: 'error',
  },
  'duplicate-tag': {
    fault: 'the tag {tag} stands more than once',
    mend: 'Keep only one {tag} tag.',
    handling:
      'may take the first, take the last or discard the whole record: a tag may stand only once (RFC 6376 §3.2)',
    severity: 'error',
  },
  'no-equals': {
    fault: 'a part without an equals sign',
    mend: 'Write it as name=value, or remove it. Several report addresses are separated by commas, not semicolons.',
    handling: skips,
    severity: 'error',
  },
  'bad-name': {
    fault: 'a malformed tag name',
    mend: 'Write the name in letters alone, without quotation marks or hyphens, or remove the tag.',
    handling: skips,
    severity: 'error',
  },
  'too-many-tags': {
    fault: 'more than 100 tags',
    mend: 'Publish only the tags that DMARC has.',
    handling: 'may give up reading the record',
    severity: 'error',
  },
  'uri-invalid': {
    fault: '{tag} has an invalid address',
    mend: 'Write each address of {tag} as mailto:name@domain, separated by commas.',
    handling: 'send no reports there',
    severity: 'error',
  },
  'value-unknown': {
    fault: '{tag} has an unknown value',
    mend: 'Set {tag} to one of its values, or remove it to have the default.',
    handling: defaults,
    severity: 'error',
  },
  'value-absent': {
    fault: '{tag} has no value',
    mend: 'Give {tag} a value, or remove it.',
    handling: defaults,
    severity: 'error',
  },
  'empty-tag': {
    fault: 'a semicolon with no tag before it',
    mend: 'Remove the extra semicolon.',
    handling: 'mostly read over it; a strict one may stop there',
    severity: 'warning',
  },
  'name-case': {
    fault: '{tag} is written in capitals',
    mend: 'Write the names of tags in lower case.',
    handling: 'that compare names by case do not know the tag and ignore it',
    severity: 'warning',
  },
  'bad-character': {
    fault: '{tag} holds a character outside printable ASCII',
    mend: 'Remove the character or the tag.',
    handling: skips,
    severity: 'warning',
  },
  'line-break': {
    fault: 'a line break in the record',
    mend: 'Publish the record in one line.',
    handling: 'mostly read over it; a strict one may stop there',
    severity: 'warning',
  },
  'tag-unknown': {
    fault: '"{tag}" is no DMARC tag',
    mend: 'Remove the tag "{tag}", or correct its name if another was meant.',
    handling: 'ignore it, which is what the standard asks for',
    severity: 'notice',
  },
  'uri-unsupported': {
    fault: '{tag} has an address other than mailto:',
    mend: 'Give a mailto: address, the only kind that every reporter must support.',
    handling: 'that do not support it send no reports there',
    severity: 'notice',
  },
};

/** Tags whose loss costs a report its form, and no mail its treatment. */
export const minorTags: readonly (string | null)[] = ['fo', 'pct', 'rf', 'ri', 'ruf'];
