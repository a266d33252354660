import { defineCheck, evidence, type UnknownDraft, undetermined } from '../check.ts';
import { hasAlignedKey, isProvenMissing } from '../dkim/absence.ts';
import type { DkimFacts } from '../dkim/facts.ts';
import type { Subject } from '../subject.ts';
import { type Alignment, alignmentOf, cannotAlign, modeOf, relaxedAlignment } from '../dmarc/alignment.ts';
import type { DmarcFacts } from '../dmarc/facts.ts';
import { applying, mayApply, unwalked } from '../dmarc/checks/applying.ts';
import { classicReading, walkReading } from '../dmarc/readings.ts';
import { asked, envelopes, relaxing, rules, sentence, where } from './unaligned-words.ts';
import { phrase, type Words } from '../text/say.ts';

/** What is known of the domains that could align. */
interface Known {
  readonly spf: Alignment;
  readonly dkim: readonly { readonly domain: string; readonly alignment: Alignment }[];
}

function knownOf(dmarc: DmarcFacts, { envelopeDomain, selectors }: Subject): Known {
  const domains = [...new Set(selectors.map(({ domain }) => domain))];
  return {
    spf: alignmentOf(dmarc, envelopeDomain, 'spf'),
    dkim: domains.map((domain) => ({ domain, alignment: alignmentOf(dmarc, domain, 'dkim') })),
  };
}

/**
 * At receivers of each kind: true where one of them aligns, or where DMARC does not apply for want of a record; null
 * where a failed question hides it.
 */
function combined(dmarc: DmarcFacts, { spf, dkim }: Known): Alignment {
  const all = [spf, ...dkim.map(({ alignment }) => alignment)];
  const readings = { walk: walkReading(dmarc), classic: classicReading(dmarc) };
  const any = (view: keyof Alignment) => {
    if (readings[view] && !readings[view].record) return true;
    if (all.some((one) => one[view] === true)) return true;
    return all.some((one) => one[view] === null) ? null : false;
  };
  return { walk: any('walk'), classic: any('classic') };
}

const tooMany: Words = {
  en: 'more domains were given than are looked up',
  fr: "plus de domaines ont été indiqués que presend n'en examine",
};

/** The question that keeps an alignment from being known. */
function hidden(dmarc: DmarcFacts): UnknownDraft[] {
  const failed = [dmarc, ...dmarc.walks].flatMap(({ places }) =>
    places.filter(({ txt }) => txt.answer.status === 'failed'),
  );
  const [first] = failed;
  if (first) return [undetermined(dmarc.domain, first.txt)];
  return [{ about: dmarc.domain, unknown: null, reason: tooMany, blocking: true }];
}

/** No signature can align: only one of the author domain itself could (`adkim=s`), and it has no key. */
function cannotSign(dmarc: DmarcFacts, dkim: DkimFacts | undefined): boolean {
  const readings = [walkReading(dmarc), classicReading(dmarc)];
  // In relaxed mode one of the organization, or of a name below, aligns too: nobody knows all of their selectors.
  const isStrict = readings.every((reading) => modeOf(reading?.record, 'dkim') === 'strict');
  return isStrict && dkim !== undefined && isProvenMissing(dkim);
}

const openSignature = {
  known: {
    en: 'the envelope sender does not align with From, a signature of {domain} would make DMARC pass; say which domain signs with --selector s1 or s1@example.net',
    fr: "l'expéditeur d'enveloppe n'est pas aligné avec l'en-tête From, une signature du domaine {domain} ferait passer DMARC ; indiquer le domaine qui signe avec --selector s1 ou s1@example.net",
  },
  open: {
    en: 'the envelope sender does not align with From, only an aligned signature would make DMARC pass; say which domain signs with --selector s1 or s1@example.net',
    fr: "l'expéditeur d'enveloppe n'est pas aligné avec l'en-tête From, seule une signature alignée ferait passer DMARC ; indiquer le domaine qui signe avec --selector s1 ou s1@example.net",
  },
} as const;

/** What DKIM can still do where the user did not say which domain signs. */
function openSignatures(domain: string, dkim: DkimFacts | undefined): UnknownDraft {
  const known = dkim !== undefined && hasAlignedKey(dkim);
  const reason = known ? phrase(openSignature.known, { domain }) : openSignature.open;
  return { about: domain, unknown: null, reason, blocking: dkim !== undefined && !known };
}

/** Relaxed mode would make one of the domains align. */
function wouldRelax(dmarc: DmarcFacts, { envelopeDomain, selectors }: Subject): boolean {
  const domains = [envelopeDomain, ...selectors.map(({ domain }) => domain)];
  return domains.some((domain) => Object.values(relaxedAlignment(dmarc, domain)).includes(true));
}

export const dmarcUnaligned = defineCheck({
  id: 'dmarc-unaligned',
  area: 'dmarc',
  needs: ['dmarc'],
  optional: ['dkim'],
  severity: 'error',
  reference: 'RFC 9989 §4.4, §4.10.2',
  messages: {
    title: 'Nothing in this mail can align with From at {domain}{where}',
    explanation:
      'DMARC passes where SPF or DKIM passes for a domain that aligns with {domain}: SPF {spf}, DKIM {dkim}. Here {identities}.',
    consequence:
      'The mail fails DMARC{where} even where SPF and DKIM pass, and {policy}. Large receivers demand an aligned pass of bulk senders.',
    remedy:
      'Have the service sign with a key of {domain} (often called domain authentication or custom DKIM){relax}. Or give it an envelope sender {envelope}.',
  },
  applies: mayApply,
  *find({ dmarc, dkim }, { subject }) {
    const { domain } = dmarc;
    const known = knownOf(dmarc, subject);
    const { walk, classic } = combined(dmarc, known);
    if (walk === true && classic === true) return;
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found) return;
    if (walk === null || classic === null) {
      yield* hidden(dmarc);
      return;
    }
    const closed = subject.selectors.length > 0 || cannotSign(dmarc, dkim);
    if (subject.envelopeSource === 'presumed' || !closed) {
      yield openSignatures(domain, dkim);
      return;
    }
    const everywhere = cannotAlign({ walk, classic });
    const strict = [modeOf(found.record, 'spf'), modeOf(found.record, 'dkim')].includes('strict');
    const relaxes = strict && wouldRelax(dmarc, subject);
    yield {
      about: domain,
      params: {
        domain,
        where: everywhere ? '' : where[walk ? 'classic' : 'walk'],
        spf: rules[modeOf(found.record, 'spf')],
        dkim: rules[modeOf(found.record, 'dkim')],
        identities: sentence(known.dkim, subject),
        policy: asked(dmarc),
        relax: relaxes ? relaxing : '',
        envelope: phrase(envelopes[modeOf(found.record, 'spf')], { domain }),
      },
      ...(everywhere ? {} : { severity: 'warning' as const }),
      evidence: [
        ...found.evidence,
        ...dmarc.walks.flatMap(({ places }) => places.slice(0, 1).map(({ txt }) => evidence(txt))),
      ],
    };
  },
});
