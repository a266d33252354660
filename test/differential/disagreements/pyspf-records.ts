import { parseDomainSpec } from '../../../src/spf/domain-spec.ts';
import type { SpfTerm } from '../../../src/spf/parse.ts';
import type { Target } from '../model/macros.ts';
import { Ended } from '../model/session.ts';
import type { Difference } from './disagreement.ts';
import { broken, modifierOf, revalues, rewords, specOf, unknownModifier } from './words.ts';

/** How pyspf 2.0.14 reads a record: its terms. */

/** Modifiers from before the RFC, whose values pyspf does not look into. */
const isOld = (name: string) => name === 'default' || name === 'op';

/** Not behind a percent sign that begins a macro. */
// oxlint-disable-next-line no-control-regex
const controls = /(?<!(?<!%)%)[\0-\x1f\x7f]/g;
// oxlint-disable-next-line no-control-regex
const endsInControl = /[\0-\x1f\x7f]$/;

export const pyspfRecords: readonly Difference[] = [
  {
    id: 'modifier-case',
    clause: 'RFC 7208 §4.6.1',
    right: 'program',
    program: 'REDIRECT= and Exp= are what redirect= and exp= are',
    peer: 'unknown modifiers',
    why: 'Names of modifiers are case-insensitive.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) =>
            /^(?:redirect|exp)$/i.test(unknownModifier(word)?.name ?? '') ? `x${word}` : word,
          );
        }
      },
  },
  {
    id: 'modifier-repeated',
    clause: 'RFC 7208 §6',
    right: 'program',
    program: 'an unknown modifier may stand there more than once',
    peer: 'permerror for the second of a name',
    why: 'Only redirect and exp are limited; others are ignored however often they appear.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word, before) => {
            const modifier = modifierOf(word);
            return modifier && before.some((other) => modifierOf(other)?.name === modifier.name)
              ? broken
              : word;
          });
        }
      },
  },
  {
    id: 'modifier-old',
    clause: 'RFC 7208 §4.6, §4.6.1',
    right: 'program',
    program: 'default= and op= are unknown modifiers, their values macro-strings',
    peer: 'whatever they hold is no syntax error',
    why: 'The grammar of unknown-modifier holds for every name but two, and a fault in it is a permerror.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) => {
            const { name = '' } = modifierOf(word) ?? {};
            return isOld(name) ? `${name}=` : word;
          });
        }
      },
  },
  {
    id: 'modifier-exp-letters',
    clause: 'RFC 7208 §6, §7.1, §7.2',
    right: 'open',
    program: 'an unknown modifier may hold %{c}, %{r} and %{t}',
    peer: 'permerror',
    why: 'The grammar has them and what is not recognised is ignored, yet they are allowed in exp text only.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return rewords(super.reread(text, domain), (word) =>
            /%\{[crt]/i.test(unknownModifier(word)?.value ?? '') ? broken : word,
          );
        }
      },
  },
  {
    id: 'control-characters',
    clause: 'RFC 7208 §7.1',
    right: 'program',
    program: 'permerror for a control character in a domain-spec or modifier',
    peer: 'a character like others',
    why: 'A macro-literal is a visible character.',
    reading: (Base) =>
      class extends Base {
        override reread(text: string, domain: string): string {
          return revalues(super.reread(text, domain), (value, isSpec) =>
            isSpec && endsInControl.test(value)
              ? value
              : value.replace(controls, (char) => this.standIn(() => char)),
          );
        }
      },
  },
  {
    id: 'redirect-counted',
    clause: 'RFC 7208 §4.6.4',
    right: 'program',
    program: 'a redirect counts when it is followed',
    peer: 'when its record is read',
    why: 'What counts are terms that cause questions; beside a mechanism that matches, a redirect causes none.',
    reading: (Base) =>
      class extends Base {
        override readTerm(term: SpfTerm, domain: string): void {
          super.readTerm(term, domain);
          if (term.kind === 'redirect') super.chargeRedirect(term);
        }

        override chargeRedirect(): void {}
      },
  },
  {
    id: 'own-domain-expanded',
    clause: 'RFC 7208 §4.8',
    right: 'program',
    program: 'without domain-spec the target is the domain as it is',
    peer: 'the domain is read as a domain-spec: macros, syntax errors and all',
    why: 'Then the target-name is <domain> itself; only a domain-spec is expanded.',
    reading: (Base) =>
      class extends Base {
        override readTerm(term: SpfTerm, domain: string): void {
          super.readTerm(term, domain);
          const own = 'domain' in term && term.domain === null;
          if (own && parseDomainSpec(domain, 0).problems.length > 0) throw new Ended('permerror');
        }

        override target(spec: string | null, domain: string): Target {
          return super.target(spec ?? domain, domain);
        }
      },
  },
  {
    id: 'include-self',
    clause: 'RFC 7208 §5.2',
    right: 'program',
    program: 'an include of the own domain is evaluated when its turn comes',
    peer: 'permerror when the record is read',
    why: 'It is no syntax error, and a mechanism before it may match.',
    reading: (Base) =>
      class extends Base {
        override readTerm(term: SpfTerm, domain: string): void {
          super.readTerm(term, domain);
          if (term.kind !== 'include') return;
          if (this.fitted(this.expand(term.domain.text, domain)) === domain) throw new Ended('permerror');
        }
      },
  },
  {
    id: 'empty-name',
    clause: 'RFC 7208 §4.8',
    right: 'open',
    program: 'a domain-spec that expands to nothing matches nothing',
    peer: 'permerror when the record is read',
    why: 'For a name that the DNS cannot hold there is no provision; both not-match and permerror are mentioned.',
    reading: (Base) =>
      class extends Base {
        override readTerm(term: SpfTerm, domain: string): void {
          super.readTerm(term, domain);
          const spec = 'domain' in term && term.kind !== 'exp' ? term.domain : null;
          if (spec && this.fitted(this.expand(spec.text, domain)) === '') throw new Ended('permerror');
        }
      },
  },
];

/** A word whose macros end in a percent sign. */
export function endsInPercent(word: string): boolean {
  const value = specOf(word)?.spec ?? modifierOf(word)?.value;
  return value?.endsWith('%') === true;
}
