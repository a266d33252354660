import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import type { Words } from '../../text/say.ts';
import { shown } from '../problems.ts';
import { termText } from '../record.ts';
import { tally } from '../tally.ts';
import { chainOf, distinctLimbs, type Limb } from '../tree.ts';
import { mendTerm } from './repair.ts';
import { aboutLimb, place, quotedTerm, tellable } from './wording.ts';
import { matchesNobody } from '../targets.ts';
import { voidsOf } from '../voids.ts';

const kinds: ReadonlySet<string> = new Set(['a', 'mx', 'exists']);

/** What is missing, after "has" and "n'a". */
const missing = {
  exists: { en: 'no A record', fr: 'aucun enregistrement A' },
  a: { en: 'no address', fr: 'aucune adresse' },
  mx: { en: 'no MX record', fr: 'aucun enregistrement MX' },
  hosts: { en: 'no mail host with an address', fr: "aucun hôte de messagerie doté d'une adresse" },
  nullMx: {
    en: 'an MX record that names no host',
    fr: "qu'un enregistrement MX qui ne nomme aucun hôte",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What was looked for. */
function lacks({ term, branch }: Limb): Words {
  const [first, ...hosts] = branch.asked;
  if (term.kind === 'exists') return missing.exists;
  if (term.kind === 'a') return missing.a;
  if (first?.answer.status !== 'found') return missing.mx;
  return hosts.length > 0 ? missing.hosts : missing.nullMx;
}

/** What the term costs, after "it" (RFC 7208 §4.6.4): a null MX is an answer, and no void lookup. */
function costs(limb: Limb): { readonly cost: Words; readonly third: Words } {
  const isVoidLookup = Object.values(voidsOf(limb)).includes(true);
  return isVoidLookup ? ofVoid : ofOther;
}

const ofVoid = {
  cost: {
    en: 'costs one of ten lookups, and is one of two void lookups that receivers allow',
    fr: "coûte une des dix recherches DNS permises, et c'est une des deux recherches à vide que les destinataires admettent",
  },
  third: {
    en: 'A third term of this kind would end SPF in a permanent error for every host that no earlier term matches',
    fr: 'Un troisième terme de ce genre mettrait fin à SPF par une erreur permanente (permerror) pour tout hôte auquel aucun terme antérieur ne correspond',
  },
} as const;

const ofOther = {
  cost: { en: 'costs one of ten lookups', fr: 'coûte une des dix recherches DNS permises' },
  third: {
    en: 'The lookup counts towards the limit all the same',
    fr: 'La recherche compte tout de même dans la limite',
  },
} as const;

export const spfTermVoid = defineCheck({
  id: 'spf-term-void',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §4.6.4',
  notBeside: ['spf-void-limit'],
  messages: {
    title: '"{term}" in SPF leads to nothing',
    explanation:
      '{target}, which "{term}" in the record of {owner} asks for, has {lack}. The term matches nobody. It {cost}.',
    consequence: 'Nothing is refused for it alone. {third}.',
    remedy:
      'Remove the term, or correct the name. If the host is to send again, publish its address first. Where the record belongs to someone else, tell its operator.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree).nodes;
    // Past the limit of lookups the terms behind it are asked by nobody.
    const blocking = tally(tree).passedAt === null;
    const asking = distinctLimbs(tree).filter(({ term }) => kinds.has(term.kind));
    for (const limb of asking) {
      const failed = limb.branch.asked.find(isFailed);
      if (failed) yield undetermined(aboutLimb(limb), failed, blocking);
    }
    for (const limb of tellable(asking.filter(({ term, branch }) => matchesNobody(term, branch)))) {
      const { node, record, term, branch } = limb;
      yield {
        about: aboutLimb(limb),
        params: {
          term: quotedTerm(record, term),
          owner: node.domain,
          target: shown(branch.target ?? ''),
          lack: lacks(limb),
          ...costs(limb),
        },
        at: place(record, term),
        ...(chain.includes(node) ? mendTerm(spf, node.domain, termText(record, term)) : {}),
        evidence: [evidence(node.txt), ...branch.asked.slice(0, 4).map(evidence)],
      };
    }
  },
});
