import { defineCheck, evidence } from '../../check.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { shown } from '../problems.ts';
import type { SpfTerm } from '../record.ts';
import { termText } from '../record.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mendTerm } from './repair.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';

type Slip = Extract<SpfTerm, { kind: 'modifier' }> & { readonly resembles: string };

function isSlip(term: SpfTerm): term is Slip {
  return term.kind === 'modifier' && term.resembles !== null;
}

/** What is said of a slip beside the word itself, each a sentence without its full stop. */
interface Sentences {
  readonly guess: Said;
  readonly outcome: Said;
  readonly advice: Said;
}

/** A version in the middle of a record, which belongs to the front of one. */
const versions = {
  dmarc: {
    guess: {
      en: 'A DMARC record begins with such a word',
      fr: 'Un enregistrement DMARC commence par un tel mot',
    },
    advice: {
      en: 'Remove the word and what belongs to it, and publish DMARC as a TXT record of its own at "_dmarc" in front of the domain',
      fr: "Retirer le mot et ce qui s'y rattache, et publier DMARC comme enregistrement TXT à part, à « _dmarc » devant le domaine",
    },
  },
  other: {
    guess: {
      en: 'Such a word begins a record, and means nothing inside one',
      fr: "Un tel mot commence un enregistrement, et ne signifie rien à l'intérieur",
    },
    advice: {
      en: 'Remove the word, and check that what follows it belongs to this record',
      fr: 'Retirer le mot, et vérifier que ce qui le suit appartient à cet enregistrement',
    },
  },
} as const satisfies Readonly<Record<string, Omit<Sentences, 'outcome'>>>;

const outcomes = {
  version: {
    en: 'Nothing is refused for it. What follows it counts as part of this record',
    fr: "Rien n'est refusé pour cela. Ce qui le suit compte comme partie de cet enregistrement",
  },
  exp: {
    en: 'Nothing is refused for it. Those whose mail is refused do not read the text that was meant for them',
    fr: "Rien n'est refusé pour cela. Ceux dont les messages sont refusés ne lisent pas le texte qui leur était destiné",
  },
  redirect: {
    en: 'The record that it was meant to lead to is not read, and hosts that only that record authorizes do not pass. Nobody is told, since the record as a whole is valid',
    fr: "L'enregistrement auquel il devait mener n'est pas lu, et les hôtes que seul cet enregistrement autorise ne passent pas. Personne n'en est averti, puisque l'enregistrement dans son ensemble est valide",
  },
  mechanism: {
    en: 'Hosts that it was meant to authorize do not pass. Nobody is told, since the record as a whole is valid',
    fr: "Les hôtes qu'il devait autoriser ne passent pas. Personne n'en est averti, puisque l'enregistrement dans son ensemble est valide",
  },
} as const satisfies Readonly<Record<string, Words>>;

const looksLike = {
  en: 'It looks as if "{intended}" were meant',
  fr: 'Il semble que « {intended} » ait été voulu',
} as const;

const leaveOut: Words = { en: 'leave it out', fr: "l'omettre" };

const write = {
  en: 'write "{right}" in the place of "{wrong}"',
  fr: 'écrire « {right} » à la place de « {wrong} »',
} as const;

const ifMeant = {
  en: 'If that is what was meant, {meant}. Otherwise remove the word',
  fr: "Si c'est bien ce qui était voulu, {meant}. Sinon, retirer le mot",
} as const;

const ifMeantAndRoom = {
  en: 'If that is what was meant, {meant}; make sure that the record then stays within 10 lookups. Otherwise remove the word',
  fr: "Si c'est bien ce qui était voulu, {meant} ; s'assurer que l'enregistrement reste alors dans la limite de 10 recherches DNS. Sinon, retirer le mot",
} as const;

/** What to write, after "if that is what was meant". */
function meant({ name, value, resembles }: Slip): Said {
  if (resembles === 'v=spf1') return leaveOut;
  const sign = resembles === 'redirect' || resembles === 'exp' ? '=' : ':';
  return phrase(write, {
    right: shown(`${resembles}${sign}${value.text}`),
    wrong: shown(`${name}=${value.text}`),
  });
}

function sentencesOf(term: Slip): Sentences {
  if (term.resembles === 'v=spf1') {
    const of = /^dmarc1/i.test(term.value.text) ? versions.dmarc : versions.other;
    return { ...of, outcome: outcomes.version };
  }
  const guess = phrase(looksLike, { intended: term.resembles });
  if (term.resembles === 'exp') {
    return { guess, outcome: outcomes.exp, advice: phrase(ifMeant, { meant: meant(term) }) };
  }
  return {
    guess,
    outcome: term.resembles === 'redirect' ? outcomes.redirect : outcomes.mechanism,
    advice: phrase(ifMeantAndRoom, { meant: meant(term) }),
  };
}

export const spfModifierUnknown = defineCheck({
  id: 'spf-modifier-unknown',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §6',
  messages: {
    title: '"{term}" in SPF has no effect',
    explanation:
      'A word with "=" is a modifier, and receivers ignore every modifier that they do not know. "{term}" in the record of {owner} is legal and has no effect. {guess}.',
    consequence: '{outcome}.',
    remedy: '{advice}.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    const slips = chain.nodes.flatMap((node) => {
      const record = recordOf(node);
      return (record?.terms.filter(isSlip) ?? []).flatMap((term) => (record ? [{ node, record, term }] : []));
    });
    for (const { node, record, term } of tellable(slips)) {
      yield {
        about: aboutTerm(node.domain, termText(record, term)),
        params: {
          term: quotedTerm(record, term),
          owner: node.domain,
          intended: term.resembles,
          meant: meant(term),
          ...sentencesOf(term),
        },
        at: place(record, term),
        ...mendTerm(spf, node.domain, termText(record, term)),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
