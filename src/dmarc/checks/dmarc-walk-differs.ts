import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import type { DmarcFacts } from '../facts.ts';
import { classicOrganization, classicReading, hiddenBy, type Reading, walkReading } from '../readings.ts';
import { recordOf } from '../walk.ts';
import { mayApply, unwalked } from './applying.ts';
import { profiles } from '../../profile.ts';

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

type Difference = 'policies' | 'records' | 'organizational domains';

function differenceOf({ walk, classic, ...organizations }: Views): Difference | null {
  if (!walk.record && !classic.record) return null;
  const elsewhere = walk.place?.domain !== classic.place?.domain;
  if (elsewhere) return walk.policy === classic.policy ? 'records' : 'policies';
  return organizations.walkOrganization === organizations.classicOrganization
    ? null
    : 'organizational domains';
}

function shown({ policy, place, tag }: Reading, organization: string): string {
  if (!place) return `no record (organizational domain ${organization})`;
  const read = policy === null ? 'no policy' : `${tag ?? 'p'}=${policy}`;
  return `${read} at _dmarc.${place.domain} (organizational domain ${organization})`;
}

const effects: Readonly<Record<Difference, string>> = {
  policies: 'Mail that fails DMARC is treated in one way by the former and in another by the latter.',
  records: 'The policy is the same, but reports go by one record here and by the other there.',
  'organizational domains':
    'In relaxed mode an envelope sender or a signature of a neighbouring domain aligns at receivers of the one kind and not at those of the other.',
};

/** What makes both kinds of receivers see one organization; `walk` ends below the one of the public suffix list. */
function mendOfStop(walk: string, classic: string, { places }: DmarcFacts): string {
  const at = (domain: string) => places.find((place) => place.domain === domain);
  const suffix = places.find((place) => place.domain.endsWith(classic) && recordOf(place)?.psd === 'y');
  if (suffix && walk.endsWith(`.${suffix.domain}`))
    return `Publish the record at ${suffix.txt.name} without psd=y, unless ${suffix.domain} really lets others register names below it.`;
  const own = at(walk);
  if (own && recordOf(own)?.psd === 'n')
    return `If ${walk} is not meant to stand apart from ${classic}, publish its record without psd=n. If it is, sign and send with names at or below ${walk} alone.`;
  const several = (at(classic)?.records ?? []).length > 1;
  const publish = several
    ? `Keep one record at _dmarc.${classic}`
    : `Publish a record at _dmarc.${classic} too`;
  return `${publish}: the walk then ends there, as the public suffix list has it.`;
}

function mendOf(difference: Difference, views: Views, dmarc: DmarcFacts): string {
  if (difference !== 'organizational domains')
    return `Publish a record at _dmarc.${dmarc.domain}: both kinds of receivers look there first.`;
  const { walkOrganization: walk, classicOrganization: classic } = views;
  if (walk.length > classic.length) return mendOfStop(walk, classic, dmarc);
  return `If ${classic} is run by others than ${walk}, publish a record with psd=n at _dmarc.${classic}.`;
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
    const things = views && differenceOf(views);
    const hidden = hiddenBy(dmarc) ?? places.find(({ txt }) => isFailed(txt))?.txt;
    if (!views && !undecided && hidden) yield { ...undetermined(domain, hidden), blocking: false };
    if (!views || !things) return;
    const asked = [views.walk.place, views.classic.place].filter((place) => place !== null);
    yield {
      about: domain,
      params: {
        domain,
        things,
        walk: shown(views.walk, views.walkOrganization),
        classic: shown(views.classic, views.classicOrganization),
        effect: effects[things],
        mend: mendOf(things, views, dmarc),
      },
      ...(things === 'policies' ? {} : { severity: 'notice' as const }),
      evidence: [...new Set(asked)].map(({ txt }) => evidence(txt)),
    };
  },
});
