import { mailboxProvider } from '../address/mailbox-providers.ts';
import { defineCheck } from '../check.ts';
import type { DkimFacts } from '../dkim/facts.ts';
import { verdictOfSelector } from '../dkim/selector-verdict.ts';
import type { SpfFacts } from '../spf/facts.ts';
import type { Subject } from '../subject.ts';
import { phrase, type Words } from '../text/say.ts';

/** Whether the provider itself sends the mail: `unknown` where a failed question hides it. */
type Sent = 'yes' | 'no' | 'unknown';

/** By SPF: the given addresses are hosts of the provider, all of them. */
function sentFrom(spf: SpfFacts | undefined, { authorDomain, envelopeDomain, ips }: Subject): Sent {
  if (ips.length === 0 || envelopeDomain !== authorDomain) return 'no';
  const own = spf?.evaluations.filter(({ identity }) => identity === 'mail-from') ?? [];
  if (own.length < ips.length) return 'unknown';
  if (own.every(({ result }) => result === 'pass')) return 'yes';
  return own.every(({ result }) => result === 'pass' || result === 'temperror') ? 'unknown' : 'no';
}

/** By DKIM: a given selector has a key of the provider, which only the provider can sign with. */
function signedBy(dkim: DkimFacts | undefined, { authorDomain, selectors }: Subject): Sent {
  if (!selectors.some(({ domain }) => domain === authorDomain)) return 'no';
  if (!dkim) return 'unknown';
  const given = dkim.selectors.filter(({ source, domain }) => source === 'given' && domain === authorDomain);
  const verdicts = new Set(given.map(verdictOfSelector));
  if (verdicts.has('usable')) return 'yes';
  return verdicts.has('unknown') || verdicts.has('unsure') ? 'unknown' : 'no';
}

const unread = {
  en: 'whether {provider} itself sends this mail: its SPF record or key could not be read',
  fr: 'impossible de savoir si {provider} envoie lui-même ce courrier : échec de la lecture de son enregistrement SPF ou de sa clé',
} as const;

const origins = {
  given: {
    en: 'Nothing that was given shows that its servers send this mail.',
    fr: 'Rien de ce qui a été indiqué ne montre que ses serveurs envoient ce courrier.',
  },
  presumed: {
    en: 'From was not given and is presumed at this domain.',
    fr: "L'en-tête From n'a pas été indiqué ; il est présumé à ce domaine.",
  },
} as const satisfies Record<string, Words>;

export const fromMailboxProvider = defineCheck({
  id: 'from-mailbox-provider',
  area: 'address',
  needs: ['identities'],
  optional: ['spf', 'dkim'],
  severity: 'error',
  reference: 'Practice of receivers (Gmail sender guidelines), RFC 9989 §4.4',
  messages: {
    title: 'From at {domain}, where only {provider} can send',
    explanation:
      '{domain} is a domain of {provider}, which gives mailboxes under it to the public. SPF, DKIM and DMARC of that domain are in the hands of {provider}: mail sent from anywhere else cannot pass them. {origin}',
    consequence:
      'Mail with this From that another host sends fails DMARC. Many receivers take it for forged, and refuse it or put it in the spam folder, even where the policy of {domain} is none.',
    remedy:
      'Send with From at a domain of your own, and put the mailbox at {domain} into Reply-To if answers should go there. Single messages can be sent through the servers of {provider} itself.',
  },
  applies: (_, { subject }) => mailboxProvider(subject.authorDomain) !== null,
  *find({ identities, spf, dkim }, { subject }) {
    const { authorDomain } = subject;
    const provider = mailboxProvider(authorDomain);
    const sent = new Set([sentFrom(spf, subject), signedBy(dkim, subject)]);
    if (provider === null || sent.has('yes')) return;
    if (sent.has('unknown')) {
      const reason = phrase(unread, { provider });
      yield { about: authorDomain, unknown: null, reason, blocking: true };
      return;
    }
    const given = identities.from !== null;
    const origin = given ? origins.given : origins.presumed;
    yield {
      about: authorDomain,
      params: { domain: authorDomain, provider, origin },
      ...(given ? {} : { severity: 'notice' as const }),
      evidence: [],
    };
  },
});
