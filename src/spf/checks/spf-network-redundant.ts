import { defineCheck, evidence } from '../../check.ts';
import { formatIp, parseIp } from '../../text/ip.ts';
import { joined, phrase, type Said, type Words } from '../../text/say.ts';
import { type Ground, groundOf } from '../ground.ts';
import { maskedIp } from '../ranges.ts';
import { type Redundant, redundantTerms } from '../redundancy.ts';
import { reachableMechanisms } from '../reach.ts';
import { type NetworkTerm, type SpfRecord, type SpfTerm, termText } from '../record.ts';
import { chainOf } from '../tree.ts';
import { mend } from './repair.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';

/** A term, and what makes it idle or odd, as a sentence of its own. */
interface Idle {
  readonly term: SpfTerm;
  /** It is needed, and its prefix makes more of it than its address says. */
  readonly bits: boolean;
  /** The end of the title. */
  readonly what: Said;
  readonly why: Said;
  /** What comes of it, as a sentence of its own. */
  readonly harm: Said;
  readonly advice: Said;
}

const hows = {
  covered: {
    en: 'Each of its addresses belongs to {terms}, with the same result',
    fr: 'Chacune de ses adresses appartient déjà à {terms}, avec le même résultat',
  },
  repeated: {
    en: 'It leads to the same record as {terms}',
    fr: 'Il mène au même enregistrement que {terms}',
  },
  contained: {
    en: 'Its record is read already by way of {terms}',
    fr: 'Son enregistrement est déjà lu par {terms}',
  },
} as const satisfies Readonly<Record<Redundant['how'], Words>>;

const whats = {
  authorizes: { en: 'authorizes nobody new', fr: "n'autorise personne de plus" },
  decides: { en: 'decides nothing new', fr: 'ne décide rien de plus' },
  authorizesAll: { en: 'authorizes a whole network', fr: 'autorise tout un réseau' },
  decidesAll: { en: 'decides for a whole network', fr: 'décide pour tout un réseau' },
} as const satisfies Readonly<Record<string, Words>>;

const harms = {
  twice: {
    en: 'A record that says things twice is harder to keep right, and an include that is read twice costs its lookups twice',
    fr: 'Un enregistrement qui se répète est plus difficile à tenir à jour, et un include lu deux fois coûte deux fois ses recherches DNS',
  },
  passes: {
    en: 'If one host was meant, all others of the network pass SPF as well',
    fr: 'Si un seul hôte était visé, tous les autres du réseau passent SPF aussi',
  },
  decided: {
    en: 'If one host was meant, all others of the network get its result as well',
    fr: 'Si un seul hôte était visé, tous les autres du réseau obtiennent aussi son résultat',
  },
} as const satisfies Readonly<Record<string, Words>>;

const advices = {
  remove: { en: 'Remove it', fr: 'Le retirer' },
  keepBesideOne: {
    en: 'Keep it if the other may lose these addresses; otherwise remove it',
    fr: "Le garder si l'autre terme peut perdre ces adresses ; sinon, le retirer",
  },
  keepBesideMany: {
    en: 'Keep it if the others may lose these addresses; otherwise remove it',
    fr: 'Le garder si les autres termes peuvent perdre ces adresses ; sinon, le retirer',
  },
} as const satisfies Readonly<Record<string, Words>>;

const ofPrefix = {
  en: 'The prefix /{prefix} makes it "{network}", all of the network around {address}',
  fr: "Le préfixe /{prefix} en fait « {network} », tout le réseau autour de l'adresse {address}",
} as const;

const write = {
  en: 'Write "{host}" if one host is meant, "{network}" if the network is',
  fr: "Écrire « {host} » s'il s'agit d'un seul hôte, « {network} » s'il s'agit du réseau",
} as const;

const quoted = { en: '"{term}"', fr: '« {term} »' } as const;
const more = { en: '{count} more', fr: '{count} autres' } as const;
const oneMore: Words = { en: '1 more', fr: '1 autre' };
const and = { en: '{others} and {last}', fr: '{others} et {last}' } as const;

/** Terms that a sentence names, the others as a number. */
const maxNamed = 3;

function namesOf(record: SpfRecord, terms: readonly SpfTerm[]): Said {
  const named = terms.slice(0, maxNamed).map((term) => phrase(quoted, { term: quotedTerm(record, term) }));
  const count = terms.length - named.length;
  const rest = count === 1 ? oneMore : phrase(more, { count });
  const last = count > 0 ? rest : (named.pop() ?? '');
  return named.length === 0 ? last : phrase(and, { others: joined(named, ', '), last });
}

function idleOf({ record }: Ground, { term, by, how, lasting }: Redundant): Idle {
  const keep = by.length > 1 ? advices.keepBesideMany : advices.keepBesideOne;
  return {
    term,
    bits: false,
    what: term.qualifier === '+' ? whats.authorizes : whats.decides,
    why: phrase(hows[how], { terms: namesOf(record, by) }),
    harm: harms.twice,
    advice: lasting ? advices.remove : keep,
  };
}

/** A network whose address is not its first: `192.0.2.7/24` authorizes 256 addresses. */
function withHostBits(term: NetworkTerm): Idle[] {
  const ip = parseIp(term.address);
  const first = ip && maskedIp(ip, term.prefix);
  if (!ip || !first || formatIp(first) === formatIp(ip)) return [];
  const { qualifier, kind, address, prefix } = term;
  const written = `${qualifier === '+' ? '' : qualifier}${kind}`;
  const network = `${written}:${formatIp(first)}/${prefix}`;
  return [
    {
      term,
      bits: true,
      what: qualifier === '+' ? whats.authorizesAll : whats.decidesAll,
      why: phrase(ofPrefix, { prefix, network, address }),
      harm: qualifier === '+' ? harms.passes : harms.decided,
      advice: phrase(write, { host: `${written}:${address}`, network }),
    },
  ];
}

function idleTerms(ground: Ground): Idle[] {
  const redundant = redundantTerms(ground).map((one) => idleOf(ground, one));
  const told = new Set(redundant.map(({ term }) => term));
  const networks = reachableMechanisms(ground.record).flatMap(({ term }) =>
    (term.kind === 'ip4' || term.kind === 'ip6') && !told.has(term) ? withHostBits(term) : [],
  );
  return [...redundant, ...networks].toSorted((a, b) => a.term.start - b.term.start);
}

/** How often a record says the same. */
function timesIn(record: SpfRecord, text: string): number {
  return record.terms.filter((term) => termText(record, term) === text).length;
}

export const spfNetworkRedundant = defineCheck({
  id: 'spf-network-redundant',
  area: 'spf',
  needs: ['spf'],
  severity: 'notice',
  reference: 'RFC 7208 §4.6.2, §5.2, §5.6',
  messages: {
    title: '"{term}" in SPF {what}',
    explanation: '{why}. The term stands in the record of {owner}.',
    consequence: 'Nothing is refused for it. {harm}.',
    remedy: '{advice}.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    const idle = chain.nodes.flatMap((node) => {
      const ground = groundOf(node);
      return ground ? idleTerms(ground).map((one) => ({ node, record: ground.record, ...one })) : [];
    });
    for (const { node, record, term, bits, what, why, harm, advice } of tellable(idle)) {
      const text = termText(record, term);
      yield {
        about: aboutTerm(node.domain, bits ? `${text} as a network` : text),
        params: { term: quotedTerm(record, term), owner: node.domain, what, why, harm, advice },
        at: place(record, term),
        // Bits behind the prefix stay with every copy of the term; a repetition goes with one.
        ...mend(spf, node.domain, (mended) => {
          const left = timesIn(mended, text);
          return bits ? left === 0 : left < timesIn(record, text);
        }),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
