import { defineCheck, evidence, undetermined } from '../../check.ts';
import { type Asked, isFailed, recordsOf } from '../../dns/resolver.ts';
import { phrase, type Words } from '../../text/say.ts';
import { parseMacroString } from '../macro.ts';
import { shown } from '../problems.ts';
import { chainOf, recordOf } from '../tree.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';
import { termText } from '../record.ts';

const faults = {
  name: { en: 'is no valid domain name', fr: "n'est pas un nom de domaine valide" },
  domain: { en: 'does not exist', fr: "n'existe pas" },
  none: { en: 'has no TXT record', fr: "n'a aucun enregistrement TXT" },
  several: { en: 'has several TXT records', fr: 'a plusieurs enregistrements TXT' },
  control: {
    en: 'holds a control character, such as a tab or a line break',
    fr: 'contient un caractère de contrôle, comme une tabulation ou un saut de ligne',
  },
  beyondAscii: { en: 'holds characters outside ASCII', fr: 'contient des caractères hors ASCII' },
  macro: { en: 'holds a broken macro', fr: 'contient une macro mal formée' },
} as const satisfies Readonly<Record<string, Words>>;

const publish = {
  en: 'Publish one TXT record of printable ASCII at {name}',
  fr: 'Publier à {name} un seul enregistrement TXT en ASCII imprimable',
} as const;

const correct: Words = { en: 'Correct the name', fr: 'Corriger le nom' };

/** What keeps an explanation from being given, after "which" (RFC 7208 §6.2); null where nothing does. */
function faultOf(txt: Asked<'TXT'>): Words | null {
  const [first, second] = recordsOf(txt);
  if (!first) return txt.answer.status === 'nxdomain' ? faults.domain : faults.none;
  if (second) return faults.several;
  const text = first.join('');
  // oxlint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(text)) return faults.control;
  if (!/^[\x20-\x7e]*$/.test(text)) return faults.beyondAscii;
  return parseMacroString(text, 0, 'explanation').problems.length > 0 ? faults.macro : null;
}

export const spfExpUnusable = defineCheck({
  id: 'spf-exp-unusable',
  area: 'spf',
  needs: ['spf'],
  severity: 'notice',
  reference: 'RFC 7208 §6.2',
  messages: {
    title: 'The explanation of SPF at {target} cannot be used',
    explanation:
      '"{term}" in the record of {owner} promises a text for those whose mail is refused. It is read at {target}, which {fault}.',
    consequence:
      'Receivers give their own text instead. Nothing is refused for it, and it costs none of the ten lookups.',
    remedy: '{advice}, or remove "{term}".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    const explained = chain.nodes.flatMap((node) => {
      const record = recordOf(node);
      const { explanation } = node;
      const term = explanation && record?.terms[explanation.term];
      // A target that the message decides is another one for each message.
      return record && term && explanation.target !== null
        ? [{ node, record, term, target: explanation.target, asked: explanation.asked }]
        : [];
    });
    for (const { node, record, term, target, asked } of tellable(explained)) {
      const about = aboutTerm(node.domain, termText(record, term));
      if (asked && isFailed(asked)) yield undetermined(about, asked, false);
      const fault = asked === null ? faults.name : isFailed(asked) ? null : faultOf(asked);
      if (fault === null) continue;
      const name = shown(target);
      const advice = asked ? phrase(publish, { name }) : correct;
      const params = { owner: node.domain, target: name, term: quotedTerm(record, term), fault, advice };
      const answers = asked === null ? [] : [evidence(asked)];
      yield { about, params, at: place(record, term), evidence: [evidence(node.txt), ...answers] };
    }
    yield* unseenEnd(chain);
  },
});
