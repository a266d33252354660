import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { alignedUnread, answersBelow, hasAlignedKey, isProvenMissing } from '../absence.ts';
import type { DkimFacts } from '../facts.ts';
import { uncontrolled, unreadCommon } from './keys.ts';
import { phrase, type Phrase } from '../../text/say.ts';
import { further, searched } from './search.ts';

const unanswered = {
  en: ' ({failed} of {tried} went unanswered)',
  fr: ' ({failed} sur {tried} sans réponse)',
} as const;

const byWildcard = {
  en: ' of its own (a wildcard answers for all)',
  fr: ' qui lui soit propre (un joker répond pour tous)',
} as const;

const nothingFound = {
  en: 'no selector tried has a key{wildcard}{unanswered}: {searched}; nobody can list selectors from outside, so {further}',
  fr: "aucun des sélecteurs essayés n'a de clé{wildcard}{unanswered} : {searched} ; personne ne peut énumérer les sélecteurs de l'extérieur : {further}",
} as const;

/** Why nothing can be said where `_domainkey` exists and no key was found. */
function unlisted(dkim: DkimFacts): Phrase {
  const failed = unreadCommon(dkim).length;
  return phrase(nothingFound, {
    wildcard: dkim.control.answer.status === 'found' ? byWildcard : '',
    unanswered: failed > 0 ? phrase(unanswered, { failed, tried: dkim.tried.length }) : '',
    searched: searched(dkim),
    further: further(dkim),
  });
}

export const dkimMissing = defineCheck({
  id: 'dkim-missing',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §3.6.2.1, RFC 8020 §2',
  messages: {
    title: '{domain} publishes no DKIM key',
    explanation:
      'The name _domainkey.{domain} does not exist, so nothing exists below it either: there is no selector that could hold a key.',
    consequence:
      'No signature with d={domain} can be verified. Mail that no other domain signs counts as unsigned, and DMARC can then pass by SPF alone, which forwarding breaks.',
    remedy:
      'Turn on DKIM signing for {domain} in the system or service that sends its mail, and publish the key record it prints, at its selector followed by ._domainkey.{domain}.',
  },
  *find({ dkim }) {
    const { domain, domainkey } = dkim;
    if (hasAlignedKey(dkim)) return;
    const failed = alignedUnread(dkim);
    const gap = uncontrolled(dkim);
    if (isProvenMissing(dkim)) yield { about: domain, params: { domain }, evidence: [evidence(domainkey)] };
    else if (isFailed(domainkey) && !answersBelow(dkim)) yield undetermined(domain, domainkey);
    else if (failed) yield undetermined(domain, failed.txt);
    else if (gap.length > 0) yield* gap;
    else yield { about: domain, unknown: null, reason: unlisted(dkim), blocking: false };
  },
});
