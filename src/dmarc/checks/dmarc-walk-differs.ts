import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import type { DmarcFacts } from '../facts.ts';
import { classicOrganization, classicReading, hiddenBy, type Reading, walkReading } from '../readings.ts';
import { recordOf } from '../walk.ts';
import { mayApply, unwalked } from './applying.ts';
import { profiles } from '../../profile.ts';
import { phrase, type Phrase, type Said, type Words } from '../../text/say.ts';

/** What both kinds of receivers come to. */
interface Views {
  readonly walk: Reading;
  readonly classic: Reading;
  readonly walkOrganization: string;
  readonly classicOrganization: string;
}

function viewsOf(dmarc: DmarcFacts): Views | null {
  const [walk, classic] = [walkReading(dmarc), classicReading(dmarc)];
  const { organizationalDomain } = dmarc;
  if (!walk || !classic || organizationalDomain === null) return null;
  return {
    walk,
    classic,
    walkOrganization: organizationalDomain,
    classicOrganization: classicOrganization(dmarc.domain),
  };
}

type Difference = 'policies' | 'records' | 'organizations';

function differenceOf({ walk, classic, ...organizations }: Views): Difference | null {
  if (!walk.record && !classic.record) return null;
  const elsewhere = walk.place?.domain !== classic.place?.domain;
  if (elsewhere) return walk.policy === classic.policy ? 'records' : 'policies';
  return organizations.walkOrganization === organizations.classicOrganization ? null : 'organizations';
}

const noRecord = {
  en: 'no record (organizational domain {organization})',
  fr: 'aucun enregistrement (domaine organisationnel {organization})',
} as const;
const found = {
  en: '{read} at _dmarc.{domain} (organizational domain {organization})',
  fr: '{read} à _dmarc.{domain} (domaine organisationnel {organization})',
} as const;
const noPolicy: Words = { en: 'no policy', fr: 'aucune politique' };

function shown({ policy, place, tag }: Reading, organization: string): Said {
  if (!place) return phrase(noRecord, { organization });
  const read = policy === null ? noPolicy : `${tag ?? 'p'}=${policy}`;
  return phrase(found, { read, domain: place.domain, organization });
}

/** What receivers find differently, completing "different DMARC" in English and "le même" in French. */
const names: Readonly<Record<Difference, Words>> = {
  policies: { en: 'policies', fr: 'la même politique' },
  records: { en: 'records', fr: 'le même enregistrement' },
  organizations: { en: 'organizational domains', fr: 'le même domaine organisationnel' },
};

const effects: Readonly<Record<Difference, Words>> = {
  policies: {
    en: 'Mail that fails DMARC is treated in one way by the former and in another by the latter.',
    fr: "Un message en échec DMARC est traité d'une façon par les premiers et d'une autre par les seconds.",
  },
  records: {
    en: 'The policy is the same, but reports go by one record here and by the other there.',
    fr: "La politique est la même, mais les rapports suivent un enregistrement chez les uns et l'autre chez les autres.",
  },
  organizations: {
    en: 'In relaxed mode an envelope sender or a signature of a neighbouring domain aligns at receivers of the one kind and not at those of the other.',
    fr: "En mode souple, un expéditeur d'enveloppe ou une signature d'un domaine voisin s'aligne chez les destinataires d'une sorte et pas chez ceux de l'autre.",
  },
};

const withoutSuffix = {
  en: 'Publish the record at {name} without psd=y, unless {domain} really lets others register names below it.',
  fr: "Publier l'enregistrement à {name} sans psd=y, sauf si {domain} laisse vraiment des tiers enregistrer des noms au-dessous.",
} as const;
const withoutStop = {
  en: 'If {walk} is not meant to stand apart from {classic}, publish its record without psd=n. If it is, sign and send with names at or below {walk} alone.',
  fr: "Si {walk} ne doit pas être séparé du domaine {classic}, publier son enregistrement sans psd=n. S'il doit l'être, signer et envoyer uniquement avec {walk} ou des noms au-dessous.",
} as const;
const keepOne = {
  en: 'Keep one record at _dmarc.{classic}: the walk then ends there, as the public suffix list has it.',
  fr: "Ne garder qu'un enregistrement à _dmarc.{classic} : le parcours s'y termine alors, comme le veut la liste des suffixes publics.",
} as const;
const publishToo = {
  en: 'Publish a record at _dmarc.{classic} too: the walk then ends there, as the public suffix list has it.',
  fr: "Publier aussi un enregistrement à _dmarc.{classic} : le parcours s'y termine alors, comme le veut la liste des suffixes publics.",
} as const;

/** What makes both kinds of receivers see one organization; `walk` ends below the one of the public suffix list. */
function mendOfStop(walk: string, classic: string, { places }: DmarcFacts): Phrase {
  const at = (domain: string) => places.find((place) => place.domain === domain);
  const suffix = places.find((place) => place.domain.endsWith(classic) && recordOf(place)?.psd === 'y');
  if (suffix && walk.endsWith(`.${suffix.domain}`))
    return phrase(withoutSuffix, { name: suffix.txt.name, domain: suffix.domain });
  const own = at(walk);
  if (own && recordOf(own)?.psd === 'n') return phrase(withoutStop, { walk, classic });
  const several = (at(classic)?.records ?? []).length > 1;
  return phrase(several ? keepOne : publishToo, { classic });
}

const publishOwn = {
  en: 'Publish a record at _dmarc.{domain}: both kinds of receivers look there first.',
  fr: "Publier un enregistrement à _dmarc.{domain} : les destinataires des deux sortes y cherchent d'abord.",
} as const;
const setApart = {
  en: 'If {classic} is run by others than {walk}, publish a record with psd=n at _dmarc.{classic}.',
  fr: "Si {classic} n'a pas le même exploitant que {walk}, publier un enregistrement avec psd=n à _dmarc.{classic}.",
} as const;

function mendOf(difference: Difference, views: Views, dmarc: DmarcFacts): Phrase {
  if (difference !== 'organizations') return phrase(publishOwn, { domain: dmarc.domain });
  const { walkOrganization: walk, classicOrganization: classic } = views;
  if (walk.length > classic.length) return mendOfStop(walk, classic, dmarc);
  return phrase(setApart, { walk, classic });
}

export const dmarcWalkDiffers = defineCheck({
  id: 'dmarc-walk-differs',
  area: 'dmarc',
  needs: ['dmarc'],
  profiles,
  severity: 'warning',
  reference: 'RFC 9989 §4.10, RFC 7489 §3.2, §6.6.3',
  // RFC 7489 ends at several records: the other finding says so.
  notBeside: ['dmarc-multiple-records'],
  messages: {
    title: 'Receivers find different DMARC {things} for {domain}',
    explanation:
      'Receivers that follow RFC 9989 walk up the DNS and come to {walk}. Those that still follow RFC 7489 go by the public suffix list and come to {classic}.',
    consequence: '{effect}',
    remedy: '{mend}',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const { domain, undecided, places } = dmarc;
    const views = viewsOf(dmarc);
    const difference = views && differenceOf(views);
    const hidden = hiddenBy(dmarc) ?? places.find(({ txt }) => isFailed(txt))?.txt;
    if (!views && !undecided && hidden) yield { ...undetermined(domain, hidden), blocking: false };
    if (!views || !difference) return;
    const asked = [views.walk.place, views.classic.place].filter((place) => place !== null);
    yield {
      about: domain,
      params: {
        domain,
        things: names[difference],
        walk: shown(views.walk, views.walkOrganization),
        classic: shown(views.classic, views.classicOrganization),
        effect: effects[difference],
        mend: mendOf(difference, views, dmarc),
      },
      ...(difference === 'policies' ? {} : { severity: 'notice' as const }),
      evidence: [...new Set(asked)].map(({ txt }) => evidence(txt)),
    };
  },
});
