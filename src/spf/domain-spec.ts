import { type MacroString, parseMacroString } from './macro.ts';
import { problem, type SpfProblem } from './problems.ts';

export interface DomainSpec {
  /** null where it has problems. */
  readonly domain: MacroString | null;
  readonly problems: readonly SpfProblem[];
}

/** RFC 7208 §7.1 toplabel: letters, digits and inner hyphens, not digits alone. */
function isTopLabel(label: string): boolean {
  if (!/^[a-z0-9-]+$/i.test(label) || label.startsWith('-') || label.endsWith('-')) return false;
  return /[a-z-]/i.test(label);
}

/** RFC 7208 §7.1 domain-end: a dot and a toplabel, one more dot allowed, or a macro-expand. Null where it holds. */
function endProblem(domain: MacroString): SpfProblem | null {
  const last = domain.parts.at(-1);
  if (last?.kind !== 'literal') return null;
  const labels = last.text.replace(/\.$/, '').split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length > 1 && isTopLabel(top)) return null;
  const text = domain.text.replace(/\.$/, '');
  if (domain.parts.length === 1 && labels.length === 1 && isTopLabel(top)) {
    return problem('single-label', domain, { text });
  }
  return problem('bad-top-label', domain, { text });
}

/** Reads the domain-spec that stands at `start` of its record. Its grammar is decided before any expansion. */
export function parseDomainSpec(text: string, start: number): DomainSpec {
  const { value, problems } = parseMacroString(text, start, 'domain');
  if (problems.length > 0) return { domain: null, problems };
  const fault = endProblem(value);
  return fault ? { domain: null, problems: [fault] } : { domain: value, problems: [] };
}
