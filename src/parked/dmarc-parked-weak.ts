import { defineCheck, type Fix, undetermined } from '../check.ts';
import { applying, fixFor } from '../dmarc/checks/applying.ts';
import type { DmarcFacts } from '../dmarc/facts.ts';
import { fullPolicy } from '../dmarc/full-policy.ts';
import { hiddenBy } from '../dmarc/readings.ts';
import { namedMailboxes, raised } from '../dmarc/stages.ts';
import { type DmarcRecord, parseDmarc } from '../dmarc/parse.ts';
import { withoutTags } from '../text/tag-list.ts';
import { phrase, type Said, type Words } from '../text/say.ts';

/** The tags by which a record asks less for subdomains than for the domain. */
function weakerBelow({ p, sp, np }: DmarcRecord): string[] {
  if (p?.policy !== 'reject') return [];
  return [...(sp && sp.policy !== 'reject' ? ['sp'] : []), ...(np && np.policy !== 'reject' ? ['np'] : [])];
}

const weaknesses = {
  absent: { en: 'no DMARC record applies to it', fr: "aucun enregistrement DMARC ne s'applique à lui" },
  void: { en: 'its DMARC record is void', fr: 'son enregistrement DMARC est sans effet' },
  partial: {
    en: 'some receivers apply less than the policy reject, or find another record',
    fr: 'certains destinataires appliquent moins que la politique reject, ou trouvent un autre enregistrement',
  },
} as const satisfies Record<string, Words>;
const weak = { en: 'its policy is {policy}', fr: 'sa politique est {policy}' } as const;
const weakBelow = {
  en: '{tag} asks less for its subdomains',
  fr: '{tag} demande moins pour ses sous-domaines',
} as const;

/** What the policy falls short of; null where forged mail is to be rejected, below the domain too. */
function weakness(dmarc: DmarcFacts): Said | null {
  const { policy, certain } = fullPolicy(dmarc);
  const record = applying(dmarc)?.record;
  if (!record) return weaknesses.absent;
  if (policy === null) return weaknesses.void;
  if (policy !== 'reject') return phrase(weak, { policy });
  if (!certain) return weaknesses.partial;
  const [tag] = weakerBelow(record);
  const isOwn = dmarc.applies?.domain === dmarc.domain;
  return isOwn && tag !== undefined ? phrase(weakBelow, { tag }) : null;
}

/** What asks less for a part of the mail. */
const exceptions: ReadonlySet<string> = new Set(['sp', 'np']);

function own(record: DmarcRecord): string | null {
  const text = raised(record, 'p', 'reject');
  if (text === null) return null;
  const tags = parseDmarc(text).tags.filter(({ name }) => exceptions.has(name));
  return withoutTags(text, tags).replace(/;$/, '');
}

/** A new record with the report addresses that are named today. */
function fresh(dmarc: DmarcFacts, inherited: DmarcRecord | undefined): string {
  const above = inherited?.rua.filter(({ address }) => address !== null).map(({ text }) => text) ?? [];
  const mailboxes = [...new Set([...namedMailboxes(dmarc), ...above])];
  return ['v=DMARC1', 'p=reject', ...(mailboxes.length > 0 ? [`rua=${mailboxes.join(',')}`] : [])].join('; ');
}

/** The record of the domain with the policy reject for everything, the report addresses kept. */
function closed(dmarc: DmarcFacts): { readonly fix?: readonly Fix[] } {
  const name = `_dmarc.${dmarc.domain}`;
  const found = applying(dmarc);
  const value = found?.name === name ? own(found.record) : fresh(dmarc, found?.record);
  return fixFor(dmarc, name, value, 'reject');
}

export const dmarcParkedWeak = defineCheck({
  id: 'dmarc-parked-weak',
  area: 'dmarc',
  needs: ['dmarc'],
  profiles: ['parked'],
  severity: 'error',
  reference: 'RFC 9989 §4.7',
  messages: {
    title: 'DMARC for {domain} does not ask receivers to reject all forged mail',
    explanation:
      'No mail of a domain that sends none can pass, so its DMARC policy can be reject from the first day, for subdomains too. Here {weakness}.',
    consequence:
      'Forged mail with {domain} in From is delivered, or left in a spam folder, where it could be refused.',
    remedy:
      'Publish p=reject at _dmarc.{domain}, without sp, np, t and pct. Reports need not be asked for; where they are, keep the address.',
  },
  *find({ dmarc }) {
    const { domain } = dmarc;
    const hidden = hiddenBy(dmarc);
    if (hidden) {
      yield undetermined(domain, hidden);
      return;
    }
    const fault = weakness(dmarc);
    if (fault === null) return;
    const { policy } = fullPolicy(dmarc);
    yield {
      about: domain,
      params: { domain, weakness: fault },
      ...(policy === 'reject' || policy === 'quarantine' ? { severity: 'warning' as const } : {}),
      ...closed(dmarc),
      evidence: applying(dmarc)?.evidence ?? [],
    };
  },
});
