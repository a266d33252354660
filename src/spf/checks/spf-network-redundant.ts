import { defineCheck, evidence } from '../../check.ts';
import { formatIp, parseIp } from '../../text/ip.ts';
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
  readonly what: string;
  readonly why: string;
  /** What comes of it, as a sentence of its own. */
  readonly harm: string;
  readonly advice: string;
}

const hows: Readonly<Record<Redundant['how'], string>> = {
  covered: 'Each of its addresses belongs to',
  repeated: 'It leads to the same record as',
  contained: 'Its record is read already by way of',
};

const twice =
  'A record that says things twice is harder to keep right, and an include that is read twice costs its lookups twice';

/** Terms that a sentence names, the others as a number. */
const maxNamed = 3;

function namesOf(record: SpfRecord, terms: readonly SpfTerm[]): string {
  const named = terms.slice(0, maxNamed).map((term) => `"${quotedTerm(record, term)}"`);
  const others = terms.length - named.length;
  const last = others > 0 ? `${others} more` : named.pop();
  return named.length === 0 ? `${last}` : `${named.join(', ')} and ${last}`;
}

function idleOf({ record }: Ground, { term, by, how, lasting }: Redundant): Idle {
  const others = by.length > 1 ? 'the others' : 'the other';
  const advice = lasting ? 'Remove it' : `Keep it if ${others} may lose these addresses; otherwise remove it`;
  return {
    term,
    bits: false,
    what: term.qualifier === '+' ? 'authorizes nobody new' : 'decides nothing new',
    why: `${hows[how]} ${namesOf(record, by)}${how === 'covered' ? ', with the same result' : ''}`,
    harm: twice,
    advice,
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
      what: qualifier === '+' ? 'authorizes a whole network' : 'decides for a whole network',
      why: `The prefix /${prefix} makes it "${network}", all of the network around ${address}`,
      harm:
        qualifier === '+'
          ? 'If one host was meant, all others of the network pass SPF as well'
          : 'If one host was meant, all others of the network get its result as well',
      advice: `Write "${written}:${address}" if one host is meant, "${network}" if the network is`,
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
