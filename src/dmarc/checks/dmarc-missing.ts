import { defineCheck, evidence } from '../../check.ts';
import { dmarcTexts } from '../elsewhere.ts';
import type { DmarcFacts } from '../facts.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { fixFor, unwalked } from './applying.ts';

const aliased = {
  en: 'is an alias of {target}, where there is none',
  fr: "est un alias vers {target}, où il n'y en a pas",
} as const;
const another: Words = { en: 'another name', fr: 'un autre nom' };
const absent: Words = { en: 'does not exist', fr: "n'existe pas" };
const empty: Words = { en: 'exists, but holds none', fr: "existe, mais n'en contient pas" };

/** What stands at the author domain's own place, completing its name. */
function state({ places, aliases }: DmarcFacts): Said {
  const alias = aliases[0]?.answer;
  if (alias?.status === 'found') return phrase(aliased, { target: alias.records[0] ?? another });
  return places[0]?.txt.answer.status === 'nxdomain' ? absent : empty;
}

export const dmarcMissing = defineCheck({
  id: 'dmarc-missing',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'error',
  reference: 'RFC 9989 §4.10.1',
  notBeside: ['dmarc-multiple-records', 'dmarc-policy-invalid'],
  messages: {
    title: '{domain} has no DMARC record',
    explanation:
      'Receivers look for a DMARC record at _dmarc.{domain} and then at its parent domains. The name _dmarc.{domain} {state}, and no parent has one either.',
    consequence:
      'Nothing tells receivers what to do with forged mail, and no reports are sent. Large mailbox providers demand DMARC of bulk senders, and some defer or refuse their mail without it.',
    remedy:
      'Publish a TXT record at _dmarc.{domain}. Begin with p=none and a report address whose mailbox exists, and raise the policy when the reports show that all your mail passes.',
  },
  *find({ dmarc }) {
    const { domain, places } = dmarc;
    yield* unwalked(dmarc);
    const anyText = places.some(({ records, discarded }) => records.length > 0 || discarded.length > 0);
    if (dmarc.undecided || anyText) return;
    const misplaced = dmarc.elsewhere.places.some((txt) => dmarcTexts(txt).length > 0);
    yield {
      about: domain,
      params: { domain, state: state(dmarc) },
      // What stands in a wrong place is the owner's own: dmarc-misplaced proposes to move it.
      ...(misplaced
        ? {}
        : fixFor(dmarc, `_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:dmarc-reports@${domain}`)),
      evidence: places.map(({ txt }) => evidence(txt)),
    };
  },
});
