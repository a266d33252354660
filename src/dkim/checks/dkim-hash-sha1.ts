import { defineCheck, evidence } from '../../check.ts';
import { withValue } from '../../text/tag-list.ts';
import { allowsSha256 } from '../selector-verdict.ts';
import { fixFor, hasKeys, listed, placeOf, unread, usableKeys } from './keys.ts';

export const dkimHashSha1 = defineCheck({
  id: 'dkim-hash-sha1',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 8301 §3.1, RFC 6376 §6.1.2',
  messages: {
    title: 'The DKIM key at {name} does not allow SHA-256',
    explanation:
      'The record lists the permitted hash algorithms in h= ({hashes}), and sha256 is not among them. Nothing else is left: signatures with SHA-1 may be neither made nor accepted.',
    consequence:
      'No signature with this key passes, and mail that carries no other good signature counts as unsigned.',
    remedy: 'Remove h= from the record, or set it to h=sha256, and sign with SHA-256.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    const barred = usableKeys(dkim, (key) => !allowsSha256(key));
    for (const { selector, name, key } of barred) {
      const tag = key.tags.find((one) => one.name === 'h');
      yield {
        about: name,
        params: { name, hashes: listed(key.hashes ?? []) },
        ...placeOf(key, 'h'),
        ...fixFor(selector, name, tag ? withValue(key.text, tag, 'sha256') : null),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});
