import type { Draft, FindingDraft, Fix, UnknownDraft } from '../../src/check.ts';
import type { Answer, RecordData, RecordType, Resolver } from '../../src/dns/resolver.ts';
import type { DomainName } from '../../src/domain.ts';
import { isAlmostSpf } from '../../src/spf/almost.ts';
import { spfChecks } from '../../src/spf/checks/index.ts';
import { noMail, type SpfMail } from '../../src/spf/evaluations.ts';
import type { SpfFacts } from '../../src/spf/facts.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import { isSpf } from '../../src/spf/parse.ts';
import type { Subject } from '../../src/subject.ts';
import { type Said, say, spoken } from '../../src/text/say.ts';

const domain = 'example.test' as DomainName;
const bare: Subject = {
  domain,
  profile: 'sending',
  volume: null,
  authorDomain: domain,
  envelopeDomain: domain,
  envelopeSource: 'presumed',
  from: null,
  mailFrom: null,
  helo: null,
  ips: [],
  selectors: [],
};

/** Drafts with their parameters and reasons as an English report has them. */
function* inEnglish(drafts: Iterable<Draft<Readonly<Record<string, Said>>>>): Generator<Draft<Params>> {
  for (const draft of drafts) {
    if ('unknown' in draft) yield { ...draft, reason: say(draft.reason, 'en') };
    else yield { ...draft, params: spoken(draft.params, 'en') };
  }
}

type Params = Readonly<Record<string, string | number>>;
export type Found = FindingDraft<Params> & { readonly id: string };

export interface Judged {
  readonly facts: SpfFacts;
  readonly found: readonly Found[];
  readonly unknown: readonly (UnknownDraft & { readonly id: string })[];
}

/** The facts about example.test, evaluated for that mail. */
export async function evaluatedFacts(resolver: Resolver, mail: SpfMail): Promise<SpfFacts> {
  const spf = await gatherSpf(domain, resolver, mail);
  if (!spf.ok) throw new Error('no record');
  return spf.value;
}

/** What the SPF checks say about example.test; null where its record could not be asked for. */
export async function judged(resolver: Resolver, mail: SpfMail = noMail): Promise<Judged | null> {
  const spf = await gatherSpf(domain, resolver, mail);
  if (!spf.ok) return null;
  const subject: Subject = { ...bare, ips: mail.addresses };
  const facts = { spf: spf.value };
  const found: Found[] = [];
  const unknown: (UnknownDraft & { id: string })[] = [];
  for (const check of spfChecks) {
    if (!check.applies(facts, { subject })) continue;
    const drafts: Iterable<Draft<Params>> = inEnglish(check.find(facts, { subject }));
    for (const draft of drafts) {
      if ('unknown' in draft) unknown.push({ id: check.id, ...draft });
      else found.push({ id: check.id, ...draft });
    }
  }
  return { facts: spf.value, found, unknown };
}

export async function findings(resolver: Resolver): Promise<readonly Found[]> {
  return (await judged(resolver))?.found ?? [];
}

/** The zone with a fix published in the place of the SPF records at its name. */
export function mended(resolver: Resolver, { name, value }: Fix): Resolver {
  return {
    async query<T extends RecordType>(asked: string, type: T): Promise<Answer<T>> {
      const answer = await resolver.query(asked, type);
      if (asked !== name || type !== 'TXT' || answer.status !== 'found') return answer;
      const others = (answer.records as readonly RecordData['TXT'][]).filter(
        (strings) => !isSpf(strings.join('')) && !isAlmostSpf(strings.join('')),
      );
      return { ...answer, records: [...others, [value]] as unknown as typeof answer.records };
    },
  };
}
