import { defineCheck, evidence } from '../../check.ts';
import { withValue } from '../../text/tag-list.ts';
import { isForMail } from '../selector-verdict.ts';
import { fixFor, hasKeys, listed, placeOf, unread, usableKeys } from './keys.ts';

export const dkimServiceExcluded = defineCheck({
  id: 'dkim-service-excluded',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §3.6.1',
  messages: {
    title: 'The DKIM key at {name} is not for e-mail',
    explanation:
      'The record names the services that the key is for in s= ({services}), and neither email nor * is among them.',
    consequence: 'Mail verifiers must ignore the record, and signatures made with this selector fail.',
    remedy: 'Remove s= from the record, or set it to s=email.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    const barred = usableKeys(dkim, (key) => !isForMail(key));
    for (const { selector, name, key } of barred) {
      const tag = key.tags.find((one) => one.name === 's');
      yield {
        about: name,
        params: { name, services: listed(key.services) },
        ...placeOf(key, 's'),
        ...fixFor(selector, name, tag ? withValue(key.text, tag, 'email') : null),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});
