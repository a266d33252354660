import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { firstOf } from '../../text/first-of.ts';
import { byCount } from '../../text/by-count.ts';
import type { Said } from '../../text/say.ts';
import { leadsTo } from '../helo.ts';
import { hiddenBy } from './senders.ts';

const maxNamed = 5;

/** `All of them lead back to it.` */
function sayBack(back: number, all: number, open: boolean): Said {
  if (back === 0)
    return {
      en: 'None of those that were followed leads back to it.',
      fr: "Aucun de ceux qui ont été suivis n'y ramène.",
    };
  if (back === all) return { en: 'All of them lead back to it.', fr: 'Tous y ramènent.' };
  const words = open
    ? byCount(
        back,
        { en: 'Of these, at least {back} leads back to it.', fr: 'Au moins {back} y ramène.' },
        { en: 'Of these, at least {back} lead back to it.', fr: "Au moins {back} d'entre eux y ramènent." },
      )
    : byCount(
        back,
        { en: 'Of these, {back} leads back to it.', fr: 'Un seul y ramène.' },
        { en: 'Of these, {back} lead back to it.', fr: 'Parmi eux, {back} y ramènent.' },
      );
  return { ...words, with: { back } };
}

export const ptrMultiple = defineCheck({
  id: 'ptr-multiple',
  area: 'ptr',
  needs: ['senders'],
  severity: 'notice',
  reference: 'RFC 8601 §3',
  messages: {
    title: 'The sending address {address} has {count} reverse names',
    explanation: 'The PTR records of {address} name {names}. {back}',
    consequence:
      'Receivers that look at one name alone take the first of the answer, and the order changes from question to question: a test of that name passes at one time and fails at another. Of very many names, receivers look at some only.',
    remedy:
      'Have whoever runs the network of {address} keep one PTR record, with the name that the mail server gives in EHLO and that leads back to {address}.',
  },
  applies: ({ senders }) => senders.senders.some(({ ptr, names }) => names.length > 0 || isFailed(ptr)),
  *find({ senders: { senders } }) {
    for (const sender of senders) {
      const { address, ptr, names, confirmed } = sender;
      if (hiddenBy(sender)) continue;
      if (isFailed(ptr)) yield undetermined(address, ptr);
      // Where no name leads back, their number is not what is wrong.
      if (names.length < 2 || confirmed === 'no') continue;
      const failed = names.map(({ addresses }) => addresses).find(isFailed);
      if (confirmed === 'unknown' && failed) {
        yield undetermined(address, failed, false);
        continue;
      }
      const answers = ptr.answer.status === 'found' ? ptr.answer.records : [];
      const count = new Set(answers.map((name) => name.toLowerCase()).filter((name) => name !== '')).size;
      const back = names.filter(
        ({ addresses: { answer } }) => answer.status === 'found' && leadsTo(answer.records, address),
      ).length;
      const params = {
        address,
        count,
        names: firstOf(
          names.map(({ name }) => name),
          maxNamed,
          count,
        ),
        back: sayBack(
          back,
          count,
          count > names.length || names.some(({ addresses }) => isFailed(addresses)),
        ),
      };
      yield { about: address, params, evidence: [evidence(ptr)] };
    }
  },
});
