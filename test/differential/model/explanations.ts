import { parseMacroString } from '../../../src/spf/macro.ts';
import { Macros } from './macros.ts';
import { Ended, unlessFailed } from './session.ts';

const printable = /^[\x20-\x7e]*$/;

/** RFC 7208 §6.2. An explanation that is empty is none. */
export class Explanations extends Macros {
  /** What goes wrong in an explanation leaves none (RFC 7208 §6.2). */
  orNone(explain: () => string): string {
    try {
      return explain();
    } catch (error) {
      if (error instanceof Ended) return '';
      throw error;
    }
  }

  explainString(name: string): string | null {
    const texts = unlessFailed(() => this.ask(name, 'TXT'))?.values ?? [];
    return texts.length === 1 ? this.joined(texts[0] ?? []) : null;
  }

  joined(strings: readonly string[]): string {
    return strings.join('');
  }

  expandedExplanation(text: string | null, domain: string): string {
    if (text === null || !this.isExplainString(text)) return '';
    const expanded = this.cut(this.expandText(text, domain));
    return this.isExplanation(expanded) ? expanded : '';
  }

  expandText(text: string, domain: string): string {
    this.forText = true;
    try {
      return this.expand(text, domain);
    } finally {
      this.forText = false;
    }
  }

  /** RFC 7208 §6.2 allows a limit. */
  cut(explanation: string): string {
    return explanation.slice(0, 1000);
  }

  isExplainString(text: string): boolean {
    return printable.test(text) && this.isMacroString(text);
  }

  /** RFC 7208 §7.1; §7.3: a number of parts is not zero. */
  isMacroString(text: string): boolean {
    return parseMacroString(text, 0, 'explanation').problems.length === 0 && !/%\{.0+\D/.test(text);
  }

  isExplanation(expanded: string): boolean {
    return printable.test(expanded);
  }
}
