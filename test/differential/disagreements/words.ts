/** A word that no grammar takes. */
export const broken = '!';

/** The text with each word behind the version rewritten; `before` are the words between. */
export function rewords(text: string, rewrite: (word: string, before: readonly string[]) => string): string {
  const before: string[] = [];
  return text.replace(/[^ ]+/g, (word, at: number) => {
    if (at === 0) return word;
    const written = rewrite(word, before);
    before.push(word);
    return written;
  });
}

export interface Modifier {
  readonly name: string;
  readonly value: string;
}

export function modifierOf(word: string): Modifier | null {
  const [, name, value = ''] = /^([a-z][a-z0-9._-]*)=(.*)$/is.exec(word) ?? [];
  return name === undefined ? null : { name, value };
}

/** An unknown modifier to who takes the names in lower case alone. */
export function unknownModifier(word: string): Modifier | null {
  const modifier = modifierOf(word);
  return modifier && modifier.name !== 'redirect' && modifier.name !== 'exp' ? modifier : null;
}

/** The domain-spec in a word, and what stands before and behind it. */
interface SpecWord {
  readonly head: string;
  readonly spec: string;
  readonly tail: string;
}

export function specOf(word: string): SpecWord | null {
  const [, head, spec = '', tail = ''] =
    /^([-+?~]?(?:a|mx|ptr|exists|include):|(?:redirect|exp)=)(.+?)((?:\/\d+)?(?:\/\/\d+)?)$/is.exec(word) ??
    [];
  return head === undefined ? null : { head, spec, tail };
}

/** The text with each domain-spec and each value of an unknown modifier rewritten. */
export function revalues(text: string, rewrite: (value: string, isSpec: boolean) => string): string {
  return rewords(text, (word) => {
    const unknown = unknownModifier(word);
    if (unknown) return `${unknown.name}=${rewrite(unknown.value, false)}`;
    const pieces = specOf(word);
    return pieces ? pieces.head + rewrite(pieces.spec, true) + pieces.tail : word;
  });
}
