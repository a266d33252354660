import { defineCheck, evidence } from '../../check.ts';
import { withoutTags, withValue } from '../../text/tag-list.ts';
import type { DkimKey } from '../key.ts';
import { fixFor, hasKeys, placeOf, unread, usableKeys } from './keys.ts';

/** The record with its flags but y. */
function settled(key: DkimKey): string | null {
  const tag = key.tags.find(({ name }) => name === 't');
  if (!tag) return null;
  const others = key.flags.filter((flag) => flag !== 'y');
  return others.length > 0 ? withValue(key.text, tag, others.join(':')) : withoutTags(key.text, [tag]);
}

export const dkimTesting = defineCheck({
  id: 'dkim-testing',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'warning',
  reference: 'RFC 6376 §3.6.1',
  messages: {
    title: 'The DKIM key at {name} is marked as a test',
    explanation: 'The flag y in t= says that the domain is still testing DKIM.',
    consequence:
      'By the standard such mail is treated like unsigned mail, whatever becomes of its signature.',
    remedy: 'Once signatures verify, publish the record without the flag y.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name, key } of usableKeys(dkim, ({ flags }) => flags.includes('y'))) {
      yield {
        about: name,
        params: { name },
        ...placeOf(key, 't'),
        ...fixFor(selector, name, settled(key)),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});
