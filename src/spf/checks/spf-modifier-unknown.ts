import { defineCheck, evidence } from '../../check.ts';
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
interface Said {
  readonly guess: string;
  readonly outcome: string;
  readonly advice: string;
}

const unnoticed = 'Nobody is told, since the record as a whole is valid';

/** A version in the middle of a record, which belongs to the front of one. */
function version({ value }: Slip): Said {
  const dmarc = /^dmarc1/i.test(value.text);
  return {
    guess: dmarc
      ? 'A DMARC record begins with such a word'
      : 'Such a word begins a record, and means nothing inside one',
    outcome: 'Nothing is refused for it. What follows it counts as part of this record',
    advice: dmarc
      ? 'Remove the word and what belongs to it, and publish DMARC as a TXT record of its own at "_dmarc" in front of the domain'
      : 'Remove the word, and check that what follows it belongs to this record',
  };
}

/** What to write, after "if that is what was meant". */
function meant(term: Slip): string {
  const { name, value, resembles } = term;
  if (resembles === 'v=spf1') return 'leave it out';
  const sign = resembles === 'redirect' || resembles === 'exp' ? '=' : ':';
  return `write "${shown(`${resembles}${sign}${value.text}`)}" in the place of "${shown(`${name}=${value.text}`)}"`;
}

function saidOf(term: Slip): Said {
  if (term.resembles === 'v=spf1') return version(term);
  const guess = `It looks as if "${term.resembles}" were meant`;
  if (term.resembles === 'exp') {
    return {
      guess,
      outcome:
        'Nothing is refused for it. Those whose mail is refused do not read the text that was meant for them',
      advice: `If that is what was meant, ${meant(term)}. Otherwise remove the word`,
    };
  }
  const outcome =
    term.resembles === 'redirect'
      ? 'The record that it was meant to lead to is not read, and hosts that only that record authorizes do not pass'
      : 'Hosts that it was meant to authorize do not pass';
  return {
    guess,
    outcome: `${outcome}. ${unnoticed}`,
    advice: `If that is what was meant, ${meant(term)}; make sure that the record then stays within 10 lookups. Otherwise remove the word`,
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
          ...saidOf(term),
        },
        at: place(record, term),
        ...mendTerm(spf, node.domain, termText(record, term)),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});
